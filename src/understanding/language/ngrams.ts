// Character n-grams of words, hashed: what language identification looks at.
import { charClass, LETTER, MARK } from '../folding/char-class.js';
import { stripAccent } from '../folding/fold-characters.js';

const { imul } = Math;

/** Longest n-gram, in characters; words are padded with one space on each side. */
const LONGEST = 4;
const WHOLE_WORD = 5;
/** Only the head of a long text is read; its language does not change with more. */
const MOST_UNITS = 160;
const SPACE = 0x20;

/** Lower case, composed, everything but letters one space; begins and ends with a space. */
export function languageUnits(text: string): number[] {
  const units: number[] = [SPACE];
  const lower = text.slice(0, MOST_UNITS).toLowerCase().normalize('NFC');
  for (let i = 0; i < lower.length; i++) {
    const unit = lower.charCodeAt(i);
    const kind = charClass(unit);
    if (kind === LETTER || kind === MARK) units.push(unit);
    else if (unit !== 0x27 && unit !== 0x2019 && units[units.length - 1] !== SPACE) units.push(SPACE);
  }
  if (units[units.length - 1] !== SPACE) units.push(SPACE);
  return units;
}

/** The same units without Latin accents, as people type in a hurry. */
export function withoutAccents(units: readonly number[]): number[] {
  return units.map(stripAccent);
}

/** N-grams of a text as parallel lists; `count` are in use. Hashes are 32-bit; order 1 to 4, 5 for a whole word. */
export interface Ngrams {
  readonly hashes: Int32Array;
  readonly orders: Uint8Array;
  readonly count: number;
}

/** Each 1-4-gram within words (with the spaces at their edges) and each whole word. */
export function ngramsOf(units: readonly number[]): Ngrams {
  const hashes = new Int32Array(units.length * (LONGEST + 1));
  const orders = new Uint8Array(units.length * (LONGEST + 1));
  let count = 0;
  let wordHash = 0;
  const put = (hash: number, order: number) => {
    hashes[count] = finish(hash, order);
    orders[count++] = order;
  };
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number;
    if (unit === SPACE) {
      if (wordHash !== 0) put(wordHash, WHOLE_WORD);
      wordHash = 0;
    } else wordHash = mix(wordHash, unit);
    let hash = 0;
    for (let order = 1; order <= LONGEST && i + order <= units.length; order++) {
      const next = units[i + order - 1] as number;
      hash = mix(hash, next);
      if (order > 1 || unit !== SPACE) put(hash, order);
      // An n-gram ends with its word; the space before it belongs to it.
      if (next === SPACE && order > 1) break;
    }
  }
  return { hashes, orders, count };
}

function mix(hash: number, unit: number): number {
  return imul(hash ^ unit, 0x01000193) + 0x9e3779b9;
}

function finish(hash: number, order: number): number {
  let h = hash ^ imul(order, 0x85ebca6b);
  h = imul(h ^ (h >>> 16), 0x7feb352d);
  h = imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}
