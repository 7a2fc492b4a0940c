// Asks all models of a bundle at once: one walk over the features of a message, each looked up once.
import type { Features } from '../classify/features.js';
import { Finds, type RawScores, unknownGain } from '../retrieve/search.js';
import { GAIN_BITS, LARGEST_STEP, termsOf } from '../retrieve/search-index.js';
import { HAS, NO_STEP, type OneTable, placeOf, shiftOf } from './one-table.js';

/** What every model says of a message, before it is brought to a scale. */
export interface Said {
  /** Sums of steps by label: of the levels, then of danger and quiet. */
  readonly levels: Float64Array;
  readonly topics: Float64Array;
  readonly examples: RawScores;
  readonly documents: RawScores;
  /** How far each feature leads in a direction: a factor for a step of each label of the levels. Computed when asked. */
  lead(direction: Float64Array): Float32Array;
}

export interface Table {
  /** Never throws; features that nobody knows say nothing. */
  ask(features: Features): Said;
}

const BYTE = 255;
const UNIT_BITS = 16;

/** Adds the postings that stand at `at`; answers where they end. */
function addPostings(cells: Uint16Array, at: number, weight: number, finds: Finds): number {
  const end = at + 1 + 2 * (cells[at] as number);
  let most = 0;
  for (let next = at + 1; next < end; next += 2) {
    const high = cells[next + 1] as number;
    const gain = high & LARGEST_STEP;
    if (gain > most) most = gain;
    finds.add((cells[next] as number) + ((high >>> GAIN_BITS) << UNIT_BITS), weight * gain);
  }
  finds.couldBe(weight * most);
  return end;
}

/** Adds the bytes of all levels that stand at `at`; answers where they end. */
function addLevelBytes(cells: Uint16Array, at: number, value: number, sums: Float64Array): number {
  const units = sums.length / 2;
  for (let k = 0; k < units; k++) {
    const two = cells[at + k] as number;
    sums[2 * k] = (sums[2 * k] as number) + value * ((two & BYTE) - NO_STEP);
    sums[2 * k + 1] = (sums[2 * k + 1] as number) + value * ((two >>> 8) - NO_STEP);
  }
  return at + units;
}

function addTopicSteps(cells: Uint16Array, at: number, value: number, sums: Float64Array): number {
  const end = at + 1 + (cells[at] as number);
  for (let next = at + 1; next < end; next++) {
    const step = cells[next] as number;
    const label = step >>> 8;
    sums[label] = (sums[label] as number) + value * ((step & BYTE) - NO_STEP);
  }
  return end;
}

/** How far the bytes of all levels that stand at `at` lead in a direction, which has a factor for each byte. */
function leading(cells: Uint16Array, at: number, direction: Float64Array): number {
  let sum = 0;
  for (let k = 0; 2 * k < direction.length; k++) {
    const two = cells[at + k] as number;
    sum += (direction[2 * k] as number) * ((two & BYTE) - NO_STEP);
    sum += (direction[2 * k + 1] as number) * ((two >>> 8) - NO_STEP);
  }
  return sum;
}

/** Where what is said of each feature stands, -1 for the unknown. All places first: they do not wait for one another. */
function placesOf({ slots }: OneTable, shift: number, { count, ids }: Features): Int32Array {
  const places = new Int32Array(count);
  for (let i = 0; i < count; i++) places[i] = placeOf(slots, shift, ids[i] as number);
  return places;
}

/** A table to ask. The arrays are read where they are. */
export function loadTable(table: OneTable): Table {
  const { cells, labels } = table;
  const shift = shiftOf(table);
  const bytes = labels.levels + (labels.levels % 2);
  const examples = new Finds(table.examples.count);
  const documents = new Finds(table.documents.count);
  const unknownExample = unknownGain(table.examples.count);
  const unknownDocument = unknownGain(table.documents.count);

  function walk(features: Features, places: Int32Array, levels: Float64Array, topics: Float64Array): void {
    const exampleTerms = termsOf(features, table.examples.pieces);
    const documentTerms = termsOf(features, table.documents.pieces);
    for (let i = 0; i < features.count; i++) {
      const value = features.values[i] as number;
      const place = places[i] as number;
      const has = place < 0 ? 0 : (cells[place] as number);
      let at = place + 1;
      if (has & HAS.levels) at = addLevelBytes(cells, at, value, levels);
      if (i >= features.pairs) continue;
      if (has & HAS.topics) at = addTopicSteps(cells, at, value, topics);
      if (has & HAS.examples) at = addPostings(cells, at, value * table.examples.step, examples);
      else if (i < exampleTerms) examples.couldBe(value * unknownExample);
      if (has & HAS.documents) addPostings(cells, at, value * table.documents.step, documents);
      else if (i < documentTerms) documents.couldBe(value * unknownDocument);
    }
  }

  function lead(features: Features, places: Int32Array, towards: Float64Array): Float32Array {
    const direction = new Float64Array(bytes);
    direction.set(towards);
    const pushes = new Float32Array(places.length);
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      if (place < 0 || ((cells[place] as number) & HAS.levels) === 0) continue;
      pushes[i] = (features.values[i] as number) * leading(cells, place + 1, direction);
    }
    return pushes;
  }

  return {
    ask(features) {
      const places = placesOf(table, shift, features);
      const levels = new Float64Array(bytes);
      const topics = new Float64Array(labels.topics);
      walk(features, places, levels, topics);
      return {
        ...{ levels, topics, examples: examples.take(), documents: documents.take() },
        lead: (direction) => lead(features, places, direction),
      };
    },
  };
}
