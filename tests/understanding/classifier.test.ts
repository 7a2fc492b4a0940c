// The classifier learns what it is shown, says how sure it is, and shows where it looked.
import {
  directionOf,
  extractFeatures,
  type Features,
  fold,
  predict,
  stepsOf,
  tokenise,
  trainClassifier,
  weightiest,
} from '../../src/understanding/index.js';
import { LEVEL_ROWS } from './material.js';

const split = (text: string) => tokenise(fold(text));
const features = (text: string) => extractFeatures(split(text));
const ROWS = LEVEL_ROWS.map((row) => ({ features: features(row.text), label: row.level }));
const classifier = trainClassifier(ROWS);

/** How far each feature leads in a direction. */
function lead(told: Features, direction: Float64Array): Float32Array {
  return told.values.map((value, i) => {
    const steps = stepsOf(classifier, {
      count: 1,
      ids: told.ids.slice(i, i + 1),
      values: Float32Array.of(value),
    });
    return steps.reduce((sum, step, label) => sum + step * (direction[label] as number), 0);
  });
}

test('messages like those it was shown get their label', () => {
  expect(predict(classifier, features('he has a knife right now')).label).toBe('emergency');
  expect(predict(classifier, features('what is the t visa')).label).toBe('routine');
  expect(predict(classifier, features('hola')).label).toBe('none');
});

test('all labels are ranked and their shares make one', () => {
  const { ranking, label, p } = predict(classifier, features('mi jefe tiene mi pasaporte'));
  expect(ranking).toHaveLength(5);
  expect(ranking[0]).toEqual({ label, p });
  expect(ranking.reduce((sum, one) => sum + one.p, 0)).toBeCloseTo(1, 5);
});

test('it points to the words that decided', () => {
  const text = 'hello, HE HAS A GUN';
  const tokens = split(text);
  const told = extractFeatures(tokens);
  const towards = directionOf(classifier, 'emergency') as Float64Array;
  const places = weightiest(lead(told, towards), told, tokens);
  expect(places.some((place) => place.text.includes('GUN'))).toBe(true);
  for (const place of places) expect(text.slice(place.start, place.end)).toBe(place.text);
});

test('nothing is pointed to for a label it does not know', () => {
  expect(directionOf(classifier, 'unknown')).toBeNull();
});

test('the same rows give the same classifier, bit for bit', () => {
  const again = trainClassifier(ROWS);
  expect([again.weights, again.offsets]).toEqual([classifier.weights, classifier.offsets]);
  expect(again.temperature).toBe(classifier.temperature);
});

test('a message of unknown words, and an empty one, still get an answer', () => {
  for (const text of ['zzzz qqqq', '', '🙏']) {
    expect(predict(classifier, features(text)).ranking).toHaveLength(5);
  }
});

test('what was learnt of a concept in one language helps in another', () => {
  const of = (text: string, concept: string | null) => {
    const tokens = split(text);
    const place = { start: 0, end: 1, tokenStart: 0, tokenEnd: 1, languages: [] };
    return extractFeatures(tokens, concept === null ? [] : [{ concept, ...place }]);
  };
  const shown = trainClassifier([
    ...['gun', 'knife', 'pistol', 'blade'].map((word) => ({
      features: of(word, 'weapon'),
      label: 'emergency',
    })),
    ...['hello', 'thanks', 'hey', 'bye'].map((word) => ({ features: of(word, null), label: 'none' })),
  ]);
  expect(predict(shown, of('qori', 'weapon')).label).toBe('emergency');
});

test('three Chinese signs in a row are one feature more, three English words are not', () => {
  const spans = (text: string) => {
    const { from, to, pieces } = features(text);
    return [...from].slice(0, pieces).map((start, i) => (to[i] as number) - start);
  };
  expect(spans('他走了').filter((span) => span === 3)).toHaveLength(1);
  expect(spans('he went away')).not.toContain(3);
});

test('a row that counts for little moves the verdict little', () => {
  const against = Array.from({ length: 40 }, () => ({ features: features('he has a knife'), label: 'none' }));
  const shareOf = (weight: number) => {
    const rows = [...ROWS, ...against.map((row) => ({ ...row, weight }))];
    const { ranking } = predict(trainClassifier(rows), features('he has a knife'));
    return ranking.find(({ label }) => label === 'none')?.p ?? 0;
  };
  expect(shareOf(0.05)).toBeLessThan(shareOf(1));
});
