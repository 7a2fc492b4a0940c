// What one character becomes when folded, context aside: lower case, compatibility forms, digits, quotes, Arabic letters,
// Traditional Han. Cached per UTF-16 unit, so that a message costs one table look-up a character.
import { charClass, isLatin, MARK } from './char-class.js';
import { toSimplified } from './han.js';

/** `foldUnit` answers this for what is not kept at all. */
export const DROPPED = 1;
/** `foldUnit` answers this when one unit becomes several; ask `expansionOf`. */
export const EXPANDS = 2;

const folded = new Uint16Array(0x10000);
const expansions = new Map<number, string>();
const stripped = new Uint16Array(0x10000);

const ONE_TO_ONE = new Map<string, string>(
  Object.entries({
    "'": '’‘ʼʻ′´`＇‛ʹꞌ՚׳',
    '"': '＂″',
    '-': '‐‑−﹣',
    '\n': '\r\u2028\u2029\u0085\v\f',
    ' ': '\t\u00a0',
    ا: 'أإآٱ',
    ي: 'ىیےئ',
    ك: 'کګ',
    ه: 'ةہھۀەۃ',
    و: 'ؤ',
  }).flatMap(([to, from]) => [...from].map((unit): [string, string] => [unit, to])),
);
const LIGATURES = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);
const UNMARKED = new Map(
  ['đd', 'łl', 'ıi', 'øo', 'ðd', 'ħh', 'ŧt', 'ɓb', 'ɗd', 'ƙk', 'ёе', 'ґг'].map((pair) => [pair[0], pair[1]]),
);

function isInvisible(unit: number): boolean {
  return (
    (unit < 0x20 && unit !== 0x0a) ||
    (unit >= 0x7f && unit <= 0x9f) ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    (unit >= 0xfff0 && unit <= 0xffff) ||
    [0xad, 0x34f, 0x61c, 0x640, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e, 0x3164, 0xfeff, 0xffa0].includes(unit)
  );
}

/** Marks that carry no letter: accents left over after composing, harakat, points, variation selectors. */
function isLooseMark(unit: number): boolean {
  return (
    (unit >= 0x300 && unit <= 0x36f) ||
    (unit >= 0x483 && unit <= 0x489) ||
    (unit >= 0x591 && unit <= 0x5c7) ||
    (unit >= 0x610 && unit <= 0x61a) ||
    (unit >= 0x64b && unit <= 0x65f) ||
    unit === 0x670 ||
    (unit >= 0x6d6 && unit <= 0x6ed && charClass(unit) === MARK) ||
    (unit >= 0x1ab0 && unit <= 0x1aff) ||
    (unit >= 0x1dc0 && unit <= 0x1dff) ||
    (unit >= 0x20d0 && unit <= 0x20ff) ||
    (unit >= 0xfe00 && unit <= 0xfe2f && charClass(unit) === MARK)
  );
}

/** The folded form of a string that stands alone: a character, or a letter with its combining marks. */
export function foldCluster(cluster: string): string {
  let result = '';
  for (const char of cluster.normalize('NFKC').toLowerCase()) result += foldComposed(char);
  return result;
}

function foldComposed(char: string): string {
  const direct = ONE_TO_ONE.get(char) ?? LIGATURES.get(char);
  if (direct !== undefined) return direct;
  const unit = char.charCodeAt(0);
  if (char.length > 1) return char;
  if (isInvisible(unit) || isLooseMark(unit)) return '';
  return DIGITS.get(char) ?? String.fromCharCode(toSimplified(unit));
}

const DIGITS = new Map(
  [0x660, 0x6f0, 0x966, 0x9e6, 0xe50].flatMap((zero) =>
    Array.from({ length: 10 }, (_, value): [string, string] => [
      String.fromCharCode(zero + value),
      `${value}`,
    ]),
  ),
);

function compute(unit: number): number {
  const char = String.fromCharCode(unit);
  // Before NFKC: it would turn some of these into a space and a mark.
  const direct = ONE_TO_ONE.get(char);
  if (direct !== undefined) return direct.charCodeAt(0);
  // Hangul letters typed alone (ㅠㅠ, ㅋㅋ): NFKC would make joining forms of them.
  if (unit >= 0x3131 && unit <= 0x318e && unit !== 0x3164) return unit;
  if (isInvisible(unit) || (unit >= 0xd800 && unit <= 0xdfff)) return DROPPED;
  const result = foldCluster(char);
  if (result.length === 0) return DROPPED;
  if (result.length === 1) return result.charCodeAt(0);
  expansions.set(unit, result);
  return EXPANDS;
}

/** The folded unit, or `DROPPED`, or `EXPANDS`. Halves of pairs are dropped: pairs are the caller's. */
export function foldUnit(unit: number): number {
  const known = folded[unit] as number;
  if (known !== 0) return known;
  const found = compute(unit);
  folded[unit] = found;
  return found;
}

/** The several units that one unit becomes; empty if `foldUnit` did not answer `EXPANDS`. */
export function expansionOf(unit: number): string {
  return expansions.get(unit) ?? '';
}

/** A folded unit without its accent, for Latin letters (and ё, ґ); all others come back as they are. */
export function stripAccent(unit: number): number {
  if (unit < 0x80) return unit;
  const known = stripped[unit] as number;
  if (known !== 0) return known;
  const char = String.fromCharCode(unit);
  const special = UNMARKED.get(char);
  const found = special ?? (isLatin(unit) ? (char.normalize('NFD')[0] ?? char) : char);
  stripped[unit] = found.charCodeAt(0);
  return stripped[unit] as number;
}
