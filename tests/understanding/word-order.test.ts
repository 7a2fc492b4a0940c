// The order of meanings: who does it to whom, wherever it stands in a message and in whatever language.
import type { Level } from '../../src/core/index.js';
import { orderReader } from '../../src/understanding/word-order/convolution.js';
import { numbersOf, place, type Sayings } from '../../src/understanding/word-order/placed.js';
import { trainWordOrder } from '../../src/understanding/word-order/train-word-order.js';

/** A message of which each word means one thing; `.` ends a sentence. */
function said(text: string): Sayings {
  const sentences = text.split('.').map((sentence) => sentence.trim().split(' ').filter(Boolean));
  const words = sentences.flat();
  let from = 0;
  const clauses = sentences.map((sentence) => {
    const clause = { from, to: from + sentence.length, end: 'stop' as const };
    from = clause.to;
    return clause;
  });
  return {
    tokens: {
      count: words.length,
      clause: sentences.flatMap((sentence, i) => sentence.map(() => i)),
      clauses,
    },
    hits: words.map((concept, i) => ({ concept, tokenStart: i, tokenEnd: i + 1 })),
  };
}

const BEFORE = ['', 'hello . ', 'please listen . ', 'it is long . ', 'i work here . ', 'thanks . '];
const AFTER = ['', ' . today', ' . what now', ' . since monday', ' . my friend says', ' . at home'];

const numbers = numbersOf(
  'he keeps my his papers phone money not hello please listen it is long i work here thanks today what now since monday friend says at home'.split(
    ' ',
  ),
);
const placed = (text: string) => place(said(text), numbers);

/** The same words in another order, in surroundings that say nothing. */
const ROWS = BEFORE.flatMap((before) =>
  AFTER.flatMap((after) =>
    ['papers', 'phone', 'money'].flatMap((thing) => [
      row(`${before}he keeps my ${thing} not his${after}`, 'urgent'),
      row(`${before}his ${thing} not my he keeps${after}`, 'none'),
    ]),
  ),
);

function row(text: string, level: Level) {
  const side = level === 'urgent' ? ('danger' as const) : ('quiet' as const);
  return { placed: placed(text), level, side, weight: 1 };
}

const learnt = trainWordOrder(ROWS);
const odds = (text: string) => orderReader(learnt)(placed(text));

test('the same words in another order are told apart, where only the order differs', () => {
  expect(odds('he keeps my papers not his')).toBeGreaterThan(odds('his papers not my he keeps') + 3);
  expect(odds('good morning . he keeps my phone not his . bye')).toBeGreaterThan(
    odds('good morning . his phone not my he keeps . bye') + 3,
  );
});

test('in a long message the first and the last words are read, and those between are not', () => {
  const filler = Array.from({ length: 400 }, () => 'today').join(' ');
  const danger = 'he keeps my papers not his';
  const quiet = odds(filler);
  expect(odds(`${danger} . ${filler}`)).toBeGreaterThan(quiet + 1);
  expect(odds(`${filler} . ${danger}`)).toBeGreaterThan(quiet + 1);
  expect(odds(`${filler} . ${danger} . ${filler}`)).toBeCloseTo(quiet, 5);
});

test('an empty message and one of unknown words have finite odds', () => {
  for (const text of ['', 'zzz qqq', '.']) expect(Number.isFinite(odds(text))).toBe(true);
});

test('the same rows teach the same filters', () => {
  expect(trainWordOrder(ROWS)).toEqual(learnt);
});

test('what is said stands once at a place, what has no number is left out, and each clause has its end', () => {
  const { tokens, hits } = said('my passport . papers');
  const { starts, ids } = place({ tokens, hits: [...hits, ...hits] }, numbers);
  const names = [...numbers.keys()];
  const at = (n: number) => [...ids.subarray(starts[n], starts[n + 1])].map((id) => names[id]);
  expect([at(0), at(1), at(2)]).toEqual([['my', '.word'], ['.stop'], ['papers', '.stop']]);
});
