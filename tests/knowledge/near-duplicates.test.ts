// Finding a training row in disguise among many thousands.
import fc from 'fast-check';
import { similarPairs } from '../../src/knowledge/index.js';

const anyPair = () => true;

test.each([
  ['other order, case and punctuation', ['He took my phone!', 'my phone he TOOK'], 1],
  ['accents', ['ayúdeme por favor', 'ayudeme por favor'], 1],
  ['one word of seven', ['he took my phone and my papers', 'he took my phone and my money'], 0],
  [
    'Chinese, one sign more',
    ['他把我的护照和手机都拿走了我没有钱', '他把我的护照和手机都拿走了我没有钱了'],
    1,
  ],
  ['Chinese, other words', ['他把我的护照拿走了', '我想知道T签证'], 0],
  ['nothing but signs', ['???', '!!!'], 0],
])('two messages that differ in %s', (_, texts, pairs) => {
  expect(similarPairs(texts, 0.85, anyPair)).toHaveLength(pairs);
});

test('pairs that may not be compared are not reported', () => {
  expect(similarPairs(['help me now', 'help me now'], 0.85, () => false)).toEqual([]);
});

test('finds what comparing every pair would find', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const message = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      fc.array(message, { maxLength: 14 }),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      (texts, least) => {
        const found = similarPairs(texts, least, anyPair).map(String).sort();
        expect(found).toEqual(everyPair(texts, least).map(String).sort());
      },
    ),
  );
});

function everyPair(texts: readonly string[], least: number): [number, number][] {
  const sets = texts.map((text) => new Set(text.split(' ')));
  return sets.flatMap((later, at) =>
    sets.slice(0, at).flatMap((earlier, index): [number, number][] => {
      const shared = [...later].filter((word) => earlier.has(word)).length;
      return shared / (later.size + earlier.size - shared) >= least ? [[at, index]] : [];
    }),
  );
}

test('looks at every pair of many thousand rows only where they share a rare word', () => {
  const texts = Array.from(
    { length: 20_000 },
    (_, n) => `please help with case ${n} of room ${n % 977} today`,
  );
  let compared = 0;
  similarPairs(texts, 0.85, () => {
    compared += 1;
    return true;
  });
  expect(compared).toBeLessThan(1_000_000);
});
