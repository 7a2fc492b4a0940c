// All models of a bundle in one table: it says what each of them says by itself.
import { stepsOf, trainClassifier } from '../../src/understanding/classify/classifier.js';
import { trainLevelModel } from '../../src/understanding/classify/train-levels.js';
import { loadTable } from '../../src/understanding/one-table/ask-table.js';
import { layTable } from '../../src/understanding/one-table/lay-table.js';
import { placeOf, shiftOf, slotsOf } from '../../src/understanding/one-table/one-table.js';
import { readPlain } from '../../src/understanding/retrieve/read-plain.js';
import { sumGains } from '../../src/understanding/retrieve/search.js';
import { buildIndex } from '../../src/understanding/retrieve/search-index.js';
import { LEVEL_ROWS } from './material.js';

const NOTHING = { count: 0, starts: new Uint16Array(1), ids: new Uint16Array(0) };
const documents = LEVEL_ROWS.map(({ text }, i) => ({ id: `topic-${i % 3}`, fields: { questions: [text] } }));
const level = trainLevelModel(
  LEVEL_ROWS.map(({ text, level: told }) => ({
    ...{ features: readPlain(text), level: told },
    ...{ tokens: { count: 0, clause: [] }, placed: NOTHING },
  })),
);
const voices = {
  classifier: trainClassifier(
    documents.map(({ id, fields }) => ({ features: readPlain(fields.questions[0] ?? ''), label: id })),
  ),
  examples: buildIndex(documents, readPlain, false),
  documents: buildIndex(documents, readPlain),
};
const table = loadTable(layTable({ level, voices }));
const TEXTS = ['he has a knife right now', 'what is the t visa?', 'zzzz qqqq unknown words', ''];

test.each(TEXTS)('"%s": sums of steps are those of each classifier', (text) => {
  const features = readPlain(text);
  const said = table.ask(features);
  const apart = [level.levels, level.danger].flatMap((model) => [...stepsOf(model, features)]);
  apart.forEach((sum, label) => {
    expect(said.levels[label]).toBeCloseTo(sum, 6);
  });
  [...stepsOf(voices.classifier, features)].forEach((sum, label) => {
    expect(said.topics[label]).toBeCloseTo(sum, 6);
  });
});

test.each(TEXTS)('"%s": the documents found are those of each index, message after message', (text) => {
  const features = readPlain(text);
  const said = table.ask(features);
  for (const name of ['examples', 'documents'] as const) {
    const { best, documents: found, scores } = sumGains(voices[name], features);
    expect(said[name].best).toBeCloseTo(best, 6);
    expect([...said[name].documents]).toEqual([...found]);
    [...scores].forEach((score, i) => {
      expect(said[name].scores[i]).toBeCloseTo(score, 6);
    });
  }
});

test('what leads in a direction adds up to the sums', () => {
  const said = table.ask(readPlain('he has a knife right now'));
  said.levels.forEach((sum, label) => {
    const direction = Float64Array.from(said.levels, (_, i) => Number(i === label));
    expect(said.lead(direction).reduce((all, one) => all + one, 0)).toBeCloseTo(sum, 4);
  });
});

test('features that name one slot, and those at the very end, are all found', () => {
  const ids = Uint32Array.of(0, 1, 2, 3, 0xffff_fff0, 0xffff_fffe, 0xffff_ffff);
  const slots = slotsOf(ids, Uint32Array.from(ids.keys()));
  const shift = shiftOf({ slots });
  expect([...ids].map((id) => placeOf(slots, shift, id))).toEqual([...ids.keys()]);
  for (const id of [4, 0x8000_0000, 0xffff_fffd]) expect(placeOf(slots, shift, id)).toBe(-1);
});
