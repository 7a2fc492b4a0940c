// One table for all models of a bundle: what each of them says of a feature stands in one place. Asked apart, a message of 300
// features reads from 3,000 places all over 40 MB, and waiting for memory is what understanding it costs.
import type { Classifier } from '../classify/classifier.js';
import type { LevelModel } from '../classify/level-model.js';
import { rowOf, unionOf, type Vocabulary } from '../classify/vocabulary.js';
import type { Voices } from '../retrieve/evidence.js';
import { GAIN_BITS, LARGEST_STEP, type SearchIndex } from '../retrieve/search-index.js';
import { HAS, NO_STEP, type OneTable, slotsOf } from './one-table.js';

type Levels = Pick<LevelModel, 'levels' | 'danger'>;

interface Models {
  readonly level: Levels;
  readonly voices: Pick<Voices, 'classifier' | 'examples' | 'documents'>;
}

const MOST_LABELS = 256;
const STEP_BITS = 8;
const UNIT_BITS = 16;

/** Steps of every label of a classifier for a feature, label times 256 plus 128 plus the step; empty if it says nothing. */
function stepsFor(classifier: Classifier, id: number): number[] {
  const row = rowOf(classifier.vocabulary, id);
  if (row < 0) return [];
  return [...classifier.weights.subarray(classifier.offsets[row], classifier.offsets[row + 1])];
}

/** One byte a label of both models of danger, two in a unit; empty if neither says anything. */
function levelUnits({ levels, danger }: Levels, id: number): number[] {
  const told = [levels, danger].map((model) => stepsFor(model, id));
  if (told.every((steps) => steps.length === 0)) return [];
  const bytes = [levels, danger].flatMap(({ labels }, model) =>
    labels.map((_, label) => byteOf(told[model] ?? [], label)),
  );
  if (bytes.length % 2 === 1) bytes.push(NO_STEP);
  return bytes.flatMap((byte, i) => (i % 2 === 0 ? [byte + ((bytes[i + 1] as number) << STEP_BITS)] : []));
}

function byteOf(steps: readonly number[], label: number): number {
  const found = steps.find((step) => step >>> STEP_BITS === label);
  return found === undefined ? NO_STEP : found & (2 ** STEP_BITS - 1);
}

/** How many, then two units a posting: the low bits of the document; its high bits and the gain. */
function postingUnits(index: SearchIndex, id: number): number[] {
  const row = rowOf(index.vocabulary, id);
  if (row < 0) return [];
  const postings = index.postings.subarray(index.offsets[row], index.offsets[row + 1]);
  return counted([...postings].flatMap(unitsOfPosting), 2);
}

function unitsOfPosting(posting: number): number[] {
  const document = posting >>> GAIN_BITS;
  const high = (document >>> UNIT_BITS) << GAIN_BITS;
  return [document & (2 ** UNIT_BITS - 1), high + (posting & LARGEST_STEP)];
}

function counted(units: readonly number[], each: number): number[] {
  return units.length === 0 ? [] : [units.length / each, ...units];
}

/** All that is said of one feature: which models speak, then each of them. */
function cellOf({ level, voices }: Models, id: number): number[] {
  const parts = [
    [HAS.levels, levelUnits(level, id)],
    [HAS.topics, counted(stepsFor(voices.classifier, id), 1)],
    [HAS.examples, postingUnits(voices.examples, id)],
    [HAS.documents, postingUnits(voices.documents, id)],
  ] as const;
  const spoken = parts.filter(([, units]) => units.length > 0);
  return [spoken.reduce((flags, [flag]) => flags | flag, 0), ...spoken.flatMap(([, units]) => units)];
}

/** Lays the weights and postings of all models side by side. Throws with more than 256 topics: a label is a byte. */
export function layTable(models: Models): OneTable {
  const { level, voices } = models;
  if (voices.classifier.labels.length > MOST_LABELS) throw new Error(`more than ${MOST_LABELS} topics`);
  const all = [level.levels, level.danger, voices.classifier, voices.examples, voices.documents];
  return {
    ...laid(all, (id) => cellOf(models, id)),
    labels: { levels: levelLabels(level), topics: voices.classifier.labels.length },
    ...{ examples: shapeOf(voices.examples), documents: shapeOf(voices.documents) },
  };
}

/** A table of the models of danger alone, for training. */
export function layLevels(level: Levels): OneTable {
  const nothing = { count: 0, pieces: false, step: 1 };
  return {
    ...laid([level.levels, level.danger], (id) => [HAS.levels, ...levelUnits(level, id)]),
    labels: { levels: levelLabels(level), topics: 0 },
    ...{ examples: nothing, documents: nothing },
  };
}

function levelLabels({ levels, danger }: Levels): number {
  return levels.labels.length + danger.labels.length;
}

function laid(
  models: readonly { readonly vocabulary: Vocabulary }[],
  cell: (id: number) => number[],
): Pick<OneTable, 'slots' | 'cells'> {
  const { ids } = unionOf(models.map(({ vocabulary }) => vocabulary));
  const places = new Uint32Array(ids.length);
  const units: number[] = [];
  ids.forEach((id, i) => {
    places[i] = units.length;
    for (const unit of cell(id)) units.push(unit);
  });
  return { slots: slotsOf(ids, places), cells: Uint16Array.from(units) };
}

function shapeOf({ ids, pieces, step }: SearchIndex): OneTable['examples'] {
  return { count: ids.length, pieces, step };
}
