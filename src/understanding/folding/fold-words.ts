// Words written to be missed: look-alike letters of other scripts, digits and signs for letters, letters spelled out.
// Works in place on folded units; never touches numbers, ages or words that begin or end in a digit.
import { charClass, DIGIT, isCyrillic, isDigit, isGreek, isLatin, LETTER, MARK } from './char-class.js';

const CYRILLIC_ALIKE = pairs('аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlѵv');
/** Alike only beside Latin letters: they read as themselves in Cyrillic words. */
const CYRILLIC_NEAR = pairs('кkмmтtнhвbпnиuзeгrяrьb');
const GREEK_ALIKE = pairs('αaοoρpνvιiκkτtυuεeηnχxωwβbσoμuγyζzλl');
const LATIN_TO_CYRILLIC = new Map([...CYRILLIC_ALIKE].map(([from, to]) => [to, from]));
const LEET_DIGIT = pairs('0o1i3e4a5s7t');
const AGE_UNIT = /^(?:yo|y\/o|yr|year|ye?ars|ans|anos|años|am|pm|th|st|nd|rd|k$|x$|h$|hr|min|mo)/u;
/** Words that people mask with a star. */
const MASKED: readonly string[] = [
  'kill',
  'rape',
  'raped',
  'sex',
  'suicide',
  'porn',
  'whore',
  'slut',
  'die',
  'dead',
  'fuck',
  'bitch',
  'drugs',
  'gun',
  'trafficking',
  'trafficked',
  'prostitute',
];

function pairs(text: string): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i + 1 < text.length; i += 2) found.set(text.charCodeAt(i), text.charCodeAt(i + 1));
  return found;
}

const AT = 0x40;
const DOLLAR = 0x24;
const BANG = 0x21;
const STAR = 0x2a;

function isSign(unit: number): boolean {
  return unit === AT || unit === DOLLAR || unit === BANG || unit === STAR;
}

function isLetterAt(units: Uint16Array, index: number, length: number): boolean {
  return index >= 0 && index < length && charClass(units[index] as number) === LETTER;
}

interface Word {
  from: number;
  to: number;
  latin: number;
  foreign: number;
  digits: number;
  signs: number;
}

/** Rewrites disguised words in `units[0..length)` in place. `latinText`: the message is mostly in Latin letters. */
export function plainWords(units: Uint16Array, length: number): void {
  const latinText = mostlyLatin(units, length);
  const word: Word = { from: 0, to: 0, latin: 0, foreign: 0, digits: 0, signs: 0 };
  for (let i = 0; i < length; i = Math.max(word.to, i + 1)) {
    nextWord(units, i, length, word);
    if (word.foreign > 0 && (word.latin > 0 || latinText)) unifyScript(units, word);
    if (word.latin === 0) continue;
    if (word.digits > 0) plainDigits(units, word);
    if (word.signs > 0) plainSigns(units, word);
  }
}

function mostlyLatin(units: Uint16Array, length: number): boolean {
  let latin = 0;
  let foreign = 0;
  for (let i = 0; i < length; i++) {
    const unit = units[i] as number;
    if (isLatin(unit)) latin++;
    else if (isCyrillic(unit) || isGreek(unit)) foreign++;
  }
  return latin > foreign;
}

function nextWord(units: Uint16Array, start: number, length: number, word: Word): void {
  word.from = start;
  word.latin = 0;
  word.foreign = 0;
  word.digits = 0;
  word.signs = 0;
  let i = start;
  for (; i < length; i++) {
    const unit = units[i] as number;
    const kind = charClass(unit);
    if (
      isSign(unit) &&
      (isLetterAt(units, i - 1, length) || unit === DOLLAR) &&
      isLetterAt(units, i + 1, length)
    ) {
      word.signs++;
    } else if (kind !== LETTER && kind !== DIGIT && kind !== MARK) break;
    else if (kind === DIGIT) word.digits++;
    else if (isLatin(unit)) word.latin++;
    else if (isCyrillic(unit) || isGreek(unit)) word.foreign++;
  }
  word.to = i;
}

/** A word of mixed letters becomes Latin when all its strangers have a Latin twin, else Cyrillic when that works. */
function unifyScript(units: Uint16Array, word: Word): void {
  const near = word.latin > 0 && word.latin >= word.foreign;
  if (rewrite(units, word, (unit) => latinTwin(unit, near))) {
    word.latin += word.foreign;
    word.foreign = 0;
    return;
  }
  if (word.foreign >= word.latin) {
    const done = rewrite(units, word, (unit) => (isLatin(unit) ? LATIN_TO_CYRILLIC.get(unit) : unit));
    if (done) word.latin = 0;
  }
}

function latinTwin(unit: number, near: boolean): number | undefined {
  if (!isCyrillic(unit) && !isGreek(unit)) return unit;
  return CYRILLIC_ALIKE.get(unit) ?? GREEK_ALIKE.get(unit) ?? (near ? CYRILLIC_NEAR.get(unit) : undefined);
}

function rewrite(units: Uint16Array, word: Word, twin: (unit: number) => number | undefined): boolean {
  for (let i = word.from; i < word.to; i++) if (twin(units[i] as number) === undefined) return false;
  for (let i = word.from; i < word.to; i++) units[i] = twin(units[i] as number) as number;
  return true;
}

/** "h3lp", "su1c1de", "h33lp": one digit, or twice the same, with letters on both sides. "im15yo" and "b4u" stay. */
function plainDigits(units: Uint16Array, word: Word): void {
  for (let i = word.from; i < word.to; i++) {
    if (!isDigit(units[i] as number)) continue;
    let end = i + 1;
    while (end < word.to && isDigit(units[end] as number)) end++;
    if (isDisguise(units, word, i, end)) {
      for (let k = i; k < end; k++) units[k] = LEET_DIGIT.get(units[k] as number) ?? (units[k] as number);
    }
    i = end;
  }
}

function isDisguise(units: Uint16Array, word: Word, from: number, to: number): boolean {
  if (!isLetterAt(units, from - 1, word.to) || !isLetterAt(units, to, word.to)) return false;
  const digit = units[from] as number;
  const round = digit === 0x30 || digit === 0x33;
  if (to - from > 2 || (to - from === 2 && !(round && units[from + 1] === digit))) return false;
  if (word.latin < 3 && !round) return false;
  return !AGE_UNIT.test(String.fromCharCode(...units.subarray(to, Math.min(word.to, to + 5))));
}

function plainSigns(units: Uint16Array, word: Word): void {
  unmask(units, word);
  for (let i = word.from; i < word.to; i++) {
    const unit = units[i] as number;
    if (unit === AT && !looksLikeAddress(units, word)) units[i] = 0x61;
    else if (unit === DOLLAR) units[i] = 0x73;
    else if (unit === BANG && i - word.from <= 2) units[i] = 0x69;
  }
}

/** "someone@mail.example": the sign is followed, within the next units, by a dot and a letter. */
function looksLikeAddress(units: Uint16Array, word: Word): boolean {
  return units[word.to] === 0x2e && isLetterAt(units, word.to + 1, units.length);
}

function unmask(units: Uint16Array, word: Word): void {
  const text = String.fromCharCode(...units.subarray(word.from, Math.min(word.to, word.from + 16)));
  if (!text.includes('*')) return;
  const full = MASKED.find((known) => known.length === text.length && fits(known, text));
  if (full === undefined || full.length !== word.to - word.from) return;
  for (let i = 0; i < full.length; i++) units[word.from + i] = full.charCodeAt(i);
}

function fits(known: string, masked: string): boolean {
  for (let i = 0; i < known.length; i++) {
    const unit = masked.charCodeAt(i);
    if (unit !== STAR && unit !== known.charCodeAt(i)) return false;
  }
  return true;
}
