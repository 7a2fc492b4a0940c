import { Slowdown } from '../../src/staff/slowdown.js';

const HOME = { name: 'ana', address: '203.0.113.7' };

/** Guesses as fast as it is let, and answers the pauses it met, in seconds. */
function guessing(slowdown: Slowdown, guesses: number, of: (index: number) => typeof HOME): number[] {
  let now = 0;
  const pauses: number[] = [];
  for (let index = 0; index < guesses; index += 1) {
    const waitMs = slowdown.begin(of(index), now);
    pauses.push(waitMs / 1000);
    now += waitMs;
    if (waitMs > 0) expect(slowdown.begin(of(index), now)).toBe(0);
  }
  return pauses;
}

test('somebody who mistypes twice waits for nothing', () => {
  expect(guessing(new Slowdown(), 3, () => HOME)).toEqual([0, 0, 0]);
});

test('each further guess from one address waits longer, up to 42 seconds', () => {
  const pauses = guessing(new Slowdown(), 11, (index) => ({ ...HOME, name: `name-${index}` }));
  expect(pauses).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 42, 42]);
});

test('guessing one name from everywhere slows down too, but never locks its owner out for long', () => {
  const pauses = guessing(new Slowdown(), 9, (index) => ({ ...HOME, address: `203.0.113.${index}` }));
  expect(pauses).toEqual([0, 0, 0, 1, 2, 4, 8, 10, 10]);
});

test('ten thousand guesses at the same moment are three', () => {
  const slowdown = new Slowdown();
  const let_through = Array.from({ length: 10_000 }, () => slowdown.begin(HOME, 0)).filter((ms) => ms === 0);
  expect(let_through).toHaveLength(3);
});

test('a refused guess does not make the pause longer: its owner gets in when it is over', () => {
  const slowdown = new Slowdown();
  for (let index = 0; index < 4; index += 1) slowdown.begin(HOME, index);
  const waitMs = slowdown.begin(HOME, 10);
  for (let at = 11; at < 900; at += 1) slowdown.begin(HOME, at);
  expect(slowdown.begin(HOME, 10 + waitMs)).toBe(0);
});

test('the right password clears the name, not what else came from that address', () => {
  const slowdown = new Slowdown();
  guessing(slowdown, 6, (index) => ({ ...HOME, name: `name-${index}` }));
  const later = 60_000;
  expect(slowdown.begin(HOME, later)).toBe(0);
  slowdown.succeeded(HOME);
  expect(slowdown.begin({ ...HOME, name: 'other' }, later + 1)).toBeGreaterThan(0);
});

test('addresses of one IPv6 network count as one', () => {
  const slowdown = new Slowdown();
  const of = (index: number) => ({ name: `name-${index}`, address: `2001:db8:1:2:${index}::1` });
  for (let index = 0; index < 3; index += 1) slowdown.begin(of(index), 0);
  expect(slowdown.begin(of(4), 1)).toBeGreaterThan(0);
});
