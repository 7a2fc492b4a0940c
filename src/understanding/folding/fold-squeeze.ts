// Takes units out of a folded text: letters repeated for stress, long runs of signs, and separators inside words that
// were spelled out ("h e l p", "k.i.l.l"). Keeps the places of what stays.
import {
  charClass,
  DIGIT,
  isCyrillic,
  isGreek,
  isLatin,
  LETTER,
  LINE,
  SPACE,
  SURROGATE,
} from './char-class.js';

/** Units with their places in the original; `length` of each array is in use. */
export interface Buffer {
  units: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  length: number;
  /** Places of letters that stood three times or more; they are kept twice. */
  stretched: number[];
}

const SEPARATORS = new Set([...' .-_*/,·•~+|'].map((char) => char.charCodeAt(0)));
const SPACE_UNIT = 0x20;

function isAlphabetic(unit: number): boolean {
  return isLatin(unit) || isCyrillic(unit) || isGreek(unit);
}

/** Joins words spelled out letter by letter: four letters and more between spaces ("h e l p"; also "s o s"), three between signs. */
export function joinSpelled(buffer: Buffer): void {
  let kept = 0;
  for (let i = 0; i < buffer.length; ) {
    const letters = spelledAt(buffer, i);
    const step = letters > 0 ? 2 : 1;
    const end = letters > 0 ? i + letters * 2 - 1 : i + 1;
    for (let from = i; from < end; from += step) move(buffer, from, kept++);
    i = end;
  }
  buffer.length = kept;
}

/** How many single letters follow each other from `at`, separated by the same separator; 0 if it is no spelled word. */
function spelledAt(buffer: Buffer, at: number): number {
  const { units, length } = buffer;
  const separator = units[at + 1] as number;
  if (at + 4 >= length || !SEPARATORS.has(separator) || !isAlphabetic(units[at] as number)) return 0;
  if (at > 0 && charClass(units[at - 1] as number) === LETTER) return 0;
  let letters = 1;
  let i = at + 2;
  while (i < length && units[i - 1] === separator && isLoneLetter(units, i, length)) {
    letters++;
    i += 2;
  }
  const enough = separator === SPACE_UNIT ? 4 : 3;
  return letters >= enough || (letters === 3 && isSos(units, at)) ? letters : 0;
}

function isLoneLetter(units: Uint16Array, index: number, length: number): boolean {
  if (!isAlphabetic(units[index] as number)) return false;
  if (index + 1 >= length) return true;
  const next = charClass(units[index + 1] as number);
  return next !== LETTER && next !== DIGIT;
}

function isSos(units: Uint16Array, at: number): boolean {
  return units[at] === 0x73 && units[at + 2] === 0x6f && units[at + 4] === 0x73;
}

function move(buffer: Buffer, from: number, to: number): void {
  buffer.units[to] = buffer.units[from] as number;
  buffer.starts[to] = buffer.starts[from] as number;
  buffer.ends[to] = buffer.ends[from] as number;
}

/** Caps repeats: letters and emoji at two, signs at three. Digits and spaces stay as they are. */
export function capRepeats(buffer: Buffer): void {
  let kept = 0;
  for (let i = 0; i < buffer.length; i++) {
    if (isRepeat(buffer, i, kept)) {
      buffer.ends[kept - 1] = buffer.ends[i] as number;
      continue;
    }
    move(buffer, i, kept++);
  }
  buffer.length = kept;
}

function isRepeat(buffer: Buffer, at: number, kept: number): boolean {
  const { units, stretched } = buffer;
  const unit = units[at] as number;
  if (kept < 2) return false;
  const kind = charClass(unit);
  if (kind === SURROGATE) return isRepeatedPair(units, at, kept);
  if (unit !== units[kept - 1] || unit !== units[kept - 2]) return false;
  if (kind === DIGIT || kind === SPACE || kind === LINE) return false;
  if (kind === LETTER) {
    if (stretched[stretched.length - 1] !== kept - 1) stretched.push(kept - 1);
    return true;
  }
  return kind > LETTER || (kept > 2 && units[kept - 3] === unit);
}

/** The second half of a pair that already stands twice before, or the first half of such a pair. */
function isRepeatedPair(units: Uint16Array, at: number, kept: number): boolean {
  if (kept < 4) return false;
  const high = (units[at] as number) < 0xdc00;
  const first = high ? at : at - 1;
  // Once the first half was left out, the units before `kept` still end in the two whole pairs.
  return [2, 4].every(
    (back) =>
      units[kept - back] === rawPair(units, first, 0) && units[kept - back + 1] === rawPair(units, first, 1),
  );
}

function rawPair(units: Uint16Array, first: number, half: 0 | 1): number {
  return units[first + half] as number;
}
