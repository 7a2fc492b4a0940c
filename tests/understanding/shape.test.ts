// How danger lies in a message: trees that grow on numbers, and the numbers that tell a shape.
import { SHAPE_NUMBERS, shapeOf } from '../../src/understanding/classify/shape.js';
import { trainTrees, treesSay } from '../../src/understanding/classify/trees.js';
import { readPlain } from '../../src/understanding/retrieve/read-plain.js';

/** Danger when the first number is high, but not when the second is too: no sum of weights says that. */
const ROWS = Array.from({ length: 4000 }, (_, i) => {
  const [first, second] = [(i % 10) / 10, (Math.floor(i / 10) % 10) / 10];
  return { numbers: Float32Array.of(first, second), yes: first > 0.5 && second < 0.5, weight: 1 };
});
const trees = trainTrees(ROWS);
const odds = (first: number, second: number) => treesSay(trees, Float32Array.of(first, second));

test('what takes danger back is learnt where a sum could not', () => {
  expect(odds(0.9, 0.1)).toBeGreaterThan(2);
  for (const [first, second] of [
    [0.9, 0.9],
    [0.1, 0.1],
    [0.1, 0.9],
  ] as const)
    expect(odds(first, second)).toBeLessThan(-2);
});

test('the same rows grow the same trees', () => {
  expect(trainTrees(ROWS)).toEqual(trees);
});

test('rows of one number only, and of one kind only, still make trees', () => {
  const same = ROWS.map((row) => ({ ...row, numbers: Float32Array.of(1, 1) }));
  expect(Number.isFinite(treesSay(trainTrees(same), Float32Array.of(1, 1)))).toBe(true);
  const yes = ROWS.map((row) => ({ ...row, yes: true }));
  expect(treesSay(trainTrees(yes), Float32Array.of(0, 0))).toBeGreaterThan(5);
  expect(() => trainTrees([])).toThrow('no rows');
});

const WHOLE = { danger: 1, levels: 1, elevated: -1, routine: -2, none: -3, order: 1 };
const CLAUSES = [0, 0, 0, 1, 1, 1];

/** The shape of six one-word features, each with its push, in two clauses of three words. */
function shapeFor(pushes: readonly number[]): Float32Array {
  const features = { ...readPlain('a b c d e f'), count: 6 };
  const placed = {
    ...features,
    from: Uint16Array.of(0, 1, 2, 3, 4, 5),
    to: Uint16Array.of(1, 2, 3, 4, 5, 6),
  };
  const own = Float32Array.from(pushes);
  return shapeOf(WHOLE, { danger: own, levels: own }, placed, { count: 6, clause: CLAUSES });
}

test('danger taken back at the end has another shape than danger told at the end', () => {
  const back = shapeFor([3, 3, 0, 0, -3, -3]);
  const told = shapeFor([-3, -3, 0, 0, 3, 3]);
  expect(back).toHaveLength(SHAPE_NUMBERS);
  expect(back).not.toEqual(told);
});

test('an empty message has a shape too', () => {
  const features = readPlain('');
  const nothing = new Float32Array(0);
  const shape = shapeOf(WHOLE, { danger: nothing, levels: nothing }, features, { count: 0, clause: [] });
  expect(shape).toHaveLength(SHAPE_NUMBERS);
  expect(shape.every(Number.isFinite)).toBe(true);
});
