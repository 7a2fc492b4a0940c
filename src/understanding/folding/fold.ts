// A person's text on one plain footing: what looks or is meant alike becomes equal, and every unit knows where it stood.
// Nothing is judged here. The original is kept for display.
import { charClass, MARK, SPACE } from './char-class.js';
import { DROPPED, EXPANDS, expansionOf, foldCluster, foldUnit, stripAccent } from './fold-characters.js';
import { type Buffer, capRepeats, joinSpelled } from './fold-squeeze.js';
import { plainWords } from './fold-words.js';

/** A folded text. `text` and `plain` have the same length; unit i stood at `starts[i]` to `ends[i]` of `original`. */
export interface Folded {
  readonly original: string;
  /** Lower case, compatibility forms, no invisible characters; accents kept. */
  readonly text: string;
  /** `text` with Latin accents taken off. */
  readonly plain: string;
  /** UTF-16 offsets into `original`, never falling. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Places of letters that were repeated three times or more ("helppp"); two are kept. */
  readonly stretched: readonly number[];
}

/** Longer texts are read at the head and at the tail only, so that the time stays bounded. */
export const HEAD_UNITS = 2000;
export const TAIL_UNITS = 1000;
/** One character can become 18 units (U+FDFA); beyond this the rest is not read. */
const CAPACITY = 12_000;
const LINE_BREAK = 0x0a;
const ESCAPE = 0x1b;

const scratch: Buffer = {
  units: new Uint16Array(CAPACITY),
  starts: new Uint32Array(CAPACITY),
  ends: new Uint32Array(CAPACITY),
  length: 0,
  stretched: [],
};

function put(unit: number, start: number, end: number): void {
  if (scratch.length >= CAPACITY) return;
  scratch.units[scratch.length] = unit;
  scratch.starts[scratch.length] = start;
  scratch.ends[scratch.length] = end;
  scratch.length++;
}

function putAll(text: string, start: number, end: number): void {
  for (let i = 0; i < text.length; i++) put(text.charCodeAt(i), start, end);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Reads the character at `at`; answers where the next one begins. */
function readCharacter(text: string, at: number, stop: number): number {
  const unit = text.charCodeAt(at);
  if (unit === ESCAPE && text[at + 1] === '[') return afterEscape(text, at + 2, stop);
  if (isHigh(unit) && at + 1 < stop && isLow(text.charCodeAt(at + 1))) return readPair(text, at);
  if (at + 1 < stop && text.charCodeAt(at + 1) >= 0x300 && charClass(text.charCodeAt(at + 1)) === MARK) {
    return readCluster(text, at, stop);
  }
  const found = foldUnit(unit);
  if (found === EXPANDS) putAll(expansionOf(unit), at, at + 1);
  else if (found !== DROPPED) put(found, at, at + 1);
  return at + 1;
}

/** A terminal's colour code: skipped to its last letter, at most 16 units. */
function afterEscape(text: string, from: number, stop: number): number {
  let at = from;
  while (at < stop && at < from + 16 && !/[@-~]/.test(text[at] ?? '@')) at++;
  return Math.min(at + 1, stop);
}

function readPair(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  const skinTone = point >= 0x1f3fb && point <= 0x1f3ff;
  const tag = point >= 0xe0000 && point <= 0xe0fff;
  if (!skinTone && !tag) putAll(foldPair(point), at, at + 2);
  return at + 2;
}

/** Emoji stay; mathematical and boxed letters become plain ones. */
function foldPair(point: number): string {
  const boxed = [0x1f130, 0x1f150, 0x1f170].find((first) => point >= first && point < first + 26);
  if (boxed !== undefined) return String.fromCharCode(0x61 + point - boxed);
  if (point >= 0x1f000) return String.fromCodePoint(point);
  return foldCluster(String.fromCodePoint(point));
}

/** A letter with its combining marks; of a stack of marks the first four are read. */
function readCluster(text: string, at: number, stop: number): number {
  let end = at + 1;
  while (end < stop && charClass(text.charCodeAt(end)) === MARK) end++;
  const folded = foldCluster(text.slice(at, Math.min(end, at + 5)));
  putAll(folded, at, end);
  return end;
}

function readRange(text: string, from: number, to: number): void {
  for (let at = from; at < to; ) at = readCharacter(text, at, to);
}

function read(text: string): void {
  scratch.length = 0;
  scratch.stretched = [];
  if (text.length <= HEAD_UNITS + TAIL_UNITS) {
    readRange(text, 0, text.length);
    return;
  }
  const head = wordEdge(text, HEAD_UNITS);
  readRange(text, 0, head);
  put(LINE_BREAK, head, head + 1);
  readRange(text, wordEdge(text, text.length - TAIL_UNITS), text.length);
}

/** The nearest place at or before `near` (at most 40 units) that cuts no word and no pair. */
function wordEdge(text: string, near: number): number {
  for (let at = near; at > near - 40; at--) if (charClass(text.charCodeAt(at - 1)) === SPACE) return at;
  return isLow(text.charCodeAt(near)) ? near - 1 : near;
}

function stringOf(units: Uint16Array, length: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
}

function hasAccents(units: Uint16Array, length: number): boolean {
  for (let i = 0; i < length; i++) if ((units[i] as number) >= 0x80) return true;
  return false;
}

/**
 * Folds a text of any length in linear time. Never throws; lone surrogates and controls vanish, an empty text stays
 * empty. The same text always folds the same.
 */
export function fold(text: string): Folded {
  read(text);
  plainWords(scratch.units, scratch.length);
  joinSpelled(scratch);
  capRepeats(scratch);
  const { units, length } = scratch;
  const folded = stringOf(units, length);
  let plain = folded;
  if (hasAccents(units, length)) {
    for (let i = 0; i < length; i++) units[i] = stripAccent(units[i] as number);
    plain = stringOf(units, length);
  }
  return {
    original: text,
    text: folded,
    plain,
    starts: scratch.starts.slice(0, length),
    ends: scratch.ends.slice(0, length),
    stretched: scratch.stretched,
  };
}

/** Where the folded units `from` to `to` (end exclusive) stood in the original. An empty range has an empty span. */
export function originalSpan(folded: Folded, from: number, to: number): { start: number; end: number } {
  const start = folded.starts[from] ?? folded.original.length;
  if (to <= from) return { start, end: start };
  return { start, end: folded.ends[to - 1] ?? folded.original.length };
}
