// What kind of character a UTF-16 unit is, cached per unit. Folding, tokens and language identification share it.

/** Kinds of a unit. `IDEOGRAPH` covers scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese). */
export const SPACE = 1;
export const LINE = 2;
export const PUNCTUATION = 3;
export const LETTER = 4;
export const DIGIT = 5;
export const MARK = 6;
export const IDEOGRAPH = 7;
export const HANGUL = 8;
export const SYMBOL = 9;
/** Half of a pair: emoji, mathematical letters, rare Han. */
export const SURROGATE = 10;

const classes = new Uint8Array(0x10000);
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/u;

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  const char = String.fromCharCode(unit);
  if (char === '\n') return LINE;
  if (/\s/u.test(char)) return SPACE;
  if ((unit >= 0x1160 && unit <= 0x11ff) || unit === 0xff9e || unit === 0xff9f) return MARK;
  if (/\p{M}/u.test(char)) return MARK;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (UNSPACED.test(char)) return IDEOGRAPH;
  if (/\p{sc=Hang}/u.test(char)) return HANGUL;
  if (/[\p{L}\p{Nl}\p{No}]/u.test(char)) return LETTER;
  if (/[\p{P}]/u.test(char) || unit < 0x80) return PUNCTUATION;
  return SYMBOL;
}

/** The kind of one UTF-16 unit: one of the constants above, never 0. */
export function charClass(unit: number): number {
  const known = classes[unit] as number;
  if (known !== 0) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

/** Letters and the digits, marks and syllables that stand in words. */
export function isWordUnit(unit: number): boolean {
  const kind = charClass(unit);
  return kind === LETTER || kind === DIGIT || kind === HANGUL || kind === MARK;
}

/** ASCII a-z after folding. */
export function isPlainLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** A lower-case Latin letter, with or without an accent. */
export function isLatin(unit: number): boolean {
  if (unit < 0x80) return isPlainLatin(unit) || (unit >= 0x41 && unit <= 0x5a);
  return (unit >= 0xdf && unit <= 0x24f && unit !== 0xf7) || (unit >= 0x1e00 && unit <= 0x1eff);
}

export function isCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit <= 0x52f;
}

export function isGreek(unit: number): boolean {
  return unit >= 0x370 && unit <= 0x3ff;
}

export function isArabic(unit: number): boolean {
  return (
    (unit >= 0x620 && unit <= 0x64a) || (unit >= 0x66e && unit <= 0x6d5) || (unit >= 0x6ee && unit <= 0x6ff)
  );
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
