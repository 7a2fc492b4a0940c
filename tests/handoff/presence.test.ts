// Who is there: said before anything is offered, and noticed when a console goes dark.
import { asId, type DeskId, type StaffId } from '../../src/core/index.js';
import {
  type Arrival,
  createPresence,
  type DeskHours,
  deskIsOpen,
  deskState,
  hoursProblems,
  type Presence,
} from '../../src/handoff/index.js';

const NIGHT = asId<DeskId>('night');
const ANA = asId<StaffId>('ana');
const ana: Arrival = { staffId: ANA, deskId: NIGHT, capacity: 2, languages: ['en', 'es'] };

function start(): { presence: Presence; pass: (seconds: number) => void } {
  let now = 0;
  const presence = createPresence({ now: () => now });
  presence.arrive(ana);
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { presence, pass };
}

test('somebody signed in, available and with room can be offered, with their languages', () => {
  expect(start().presence.snapshot(NIGHT)).toMatchObject({ available: 1, languages: ['en', 'es'] });
});

test.each<[string, (presence: Presence, pass: (seconds: number) => void) => void]>([
  ['busy', (presence) => presence.setStatus(ANA, 'busy')],
  ['away', (presence) => presence.setStatus(ANA, 'away')],
  ['full', (presence) => presence.setHolding(ANA, 2)],
  ['not heard for more than 15 s', (_, pass) => pass(15.001)],
  ['signed out', (presence) => presence.leave(ANA)],
  ['at another desk', (presence) => presence.arrive({ ...ana, deskId: asId<DeskId>('day') })],
])('somebody %s is nobody to offer', (_, happen) => {
  const { presence, pass } = start();
  happen(presence, pass);
  expect(presence.snapshot(NIGHT)).toMatchObject({ available: 0, languages: [] });
});

test('room that becomes free is offered again', () => {
  const { presence } = start();
  presence.setHolding(ANA, 2);
  presence.setHolding(ANA, 1);
  expect(presence.snapshot(NIGHT).available).toBe(1);
});

test('a console that goes dark is reported within 30 s, again and again until it is dealt with', () => {
  const { presence, pass } = start();
  pass(20);
  expect(presence.gone()).toEqual([]);
  pass(5);
  expect([presence.gone().length, presence.gone()[0]?.staffId]).toEqual([1, ANA]);
  presence.leave(ANA);
  expect(presence.gone()).toEqual([]);
});

test('a console that beats is not reported, and one that reconnects keeps its status and cases', () => {
  const { presence, pass } = start();
  presence.setStatus(ANA, 'busy');
  presence.setHolding(ANA, 1);
  pass(18);
  presence.arrive(ana);
  pass(10);
  expect(presence.gone()).toEqual([]);
  expect(presence.snapshot(NIGHT).members[0]).toMatchObject({ status: 'busy', holding: 1 });
});

test('after a restart, who held a case and does not come back is reported like anybody', () => {
  const { presence, pass } = start();
  presence.expect({ ...ana, staffId: asId<StaffId>('ben') }, 1);
  expect(presence.snapshot(NIGHT).available).toBe(1);
  pass(19);
  presence.beat(ANA);
  pass(2);
  expect(presence.gone().map(({ staffId }) => staffId)).toEqual(['ben']);
});

describe('desk hours', () => {
  const chicago = 'America/Chicago';
  const office: DeskHours = { time_zone: chicago, hours: [{ days: 'mon-fri', from: '08:00', to: '17:00' }] };
  const night: DeskHours = { time_zone: chicago, hours: [{ days: 'fri,sat', from: '20:00', to: '06:00' }] };
  const weekend: DeskHours = { time_zone: chicago, hours: [{ days: 'Sat-Sun', from: '00:00', to: '24:00' }] };
  const always: DeskHours = { time_zone: chicago, hours: '24/7' };

  test.each([
    ['an office on Monday at 8:00', office, '2026-11-23T14:00Z', true],
    ['an office on Monday at 7:59', office, '2026-11-23T13:59Z', false],
    ['an office on Monday at 17:00', office, '2026-11-23T23:00Z', false],
    ['an office on Sunday', office, '2026-11-22T18:00Z', false],
    ['an office in summer time', office, '2026-07-06T13:00Z', true],
    ['a night desk on Friday evening', night, '2026-11-28T03:00Z', true],
    ['a night desk early on Sunday', night, '2026-11-22T11:59Z', true],
    ['a night desk at six on Sunday', night, '2026-11-22T12:00Z', false],
    ['a night desk early on Friday', night, '2026-11-27T10:00Z', false],
    ['a weekend desk late on Sunday', weekend, '2026-11-23T05:59Z', true],
    ['a desk that never closes', always, '2026-11-23T05:59Z', true],
  ])('%s', (_, desk, at, open) => {
    expect(deskIsOpen(desk, Date.parse(at))).toBe(open);
  });

  test('hours that cannot be read are named, and are never open', () => {
    const broken: DeskHours = { time_zone: 'Chicago', hours: [{ days: 'weekdays', from: '8', to: '25:00' }] };
    expect(hoursProblems(broken)).toEqual([
      '"Chicago" is not a time zone such as America/Chicago',
      '"weekdays 8 to 25:00" is not readable as opening hours',
    ]);
    expect(deskIsOpen(broken, 0)).toBe(false);
    expect([office, night, weekend, always].flatMap(hoursProblems)).toEqual([]);
  });

  test('a desk is staffed, without anybody just now, or closed', () => {
    const { presence } = start();
    const monday = Date.parse('2026-11-23T18:00Z');
    const sunday = Date.parse('2026-11-22T18:00Z');
    expect(deskState(office, presence.snapshot(NIGHT), sunday)).toBe('staffed');
    presence.leave(ANA);
    expect(deskState(office, presence.snapshot(NIGHT), monday)).toBe('nobody-now');
    expect(deskState(office, presence.snapshot(NIGHT), sunday)).toBe('closed');
  });
});
