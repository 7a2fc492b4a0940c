// What a message tells of the situation: whom, how old, where, what is needed. Never guessed.
import { assess } from './messages.js';

test.each([
  ['my nephew is 17 and his boss keeps his passport and wont let him leave', 'known'],
  ['a mi amiga la obliga su novio a prostituirse', 'known'],
  ["mon oncle m'oblige à travailler sans me payer", 'self'],
  ['my uncle wont let me leave and keeps my passport', 'self'],
  ['i ran away this morning with my baby, no place to sleep tonight', 'self'],
  ["I'm an ER nurse, i have a patient whose boss keeps her passport", 'professional'],
  ['theres a gun in the house and hes screaming at us', 'self'],
  ['theres screaming next door and a woman yelling help hes killing me', 'saw'],
  ['theres a nail salon on my street, the girls sleep in the back and never leave', 'saw'],
])('"%s" is about: %s', (text, who) => {
  expect(assess(text).facts.who).toBe(who);
});

test.each([
  ['me', 'self'],
  ['yo', 'self'],
  ['我自己', 'self'],
  ['someone else', 'known'],
  ['its my friend', 'known'],
])('asked whom it is about, "%s" answers: %s', (text, who) => {
  expect(assess(text, 'who').facts).toMatchObject({ who, isSureWho: true });
});

test('a yes means what was asked: under 18, or 18 and older', () => {
  expect(assess('yes', 'minor').facts.minor).toBe(true);
  expect(assess('yes', 'adult').facts.minor).toBe(false);
  expect(assess('no', 'adult').facts.minor).toBe(true);
});

test('a yes means what was asked: safe to write, or somebody watching', () => {
  expect(assess('yes', 'safe-contact').facts.safeToContact).toBe(true);
  expect(assess('yes', 'watched').facts.safeToContact).toBe(false);
});

test.each([
  ['safe-now', 'im safe', false],
  ['danger-now', 'im safe', false],
  ['danger-now', 'not safe', true],
  ['danger-now', 'i dont know', undefined],
])('asked %s, "%s" says whether there is danger', (question, text, danger) => {
  expect(assess(text, question).facts.immediateDanger).toBe(danger);
});

test('"the girls" at a suspicious place may be grown up: nothing is said of their age', () => {
  expect(assess('i saw girls locked in at the massage place on my street').facts.minor).toBeUndefined();
});

test('an age of the past is not the age now', () => {
  expect(assess('they sold me when i was 15, i need a lawyer').facts.age).toBeUndefined();
});

test('a city is the place, where nothing nearer was told', () => {
  expect(assess('im in Houston').facts).toMatchObject({ state: 'TX', place: 'Houston' });
  expect(assess('motel 6 in Tulsa').facts.place).toMatch(/motel 6/);
});

test('what was taken back in the same breath leaves no danger and no need', () => {
  const { facts } = assess('he has a gun\nwrong chat its a film');
  expect(facts.immediateDanger).toBeUndefined();
  expect(facts.needs).toEqual([]);
});
