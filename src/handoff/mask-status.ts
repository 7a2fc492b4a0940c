// Hides what someone says about immigration status before their words are quoted to anybody (practice.md §4.2).
// Every language's words are looked for in every text: people mix languages, and a mask too many costs one word.
import { STATUS_LEXICON, type StatusWords } from './status-lexicon.js';

export const MASK = '[…]';

const APOSTROPHES = /['’‘ʼ`´]/u;

/** One character as it is compared: no case, no accent, no apostrophe. May be empty or several. */
function folded(character: string): string {
  if (APOSTROPHES.test(character)) return '';
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
  return bare.replaceAll('đ', 'd').replaceAll('ى', 'ي');
}

/** The folded text, and for each of its units where in the original it came from. */
function foldWithPlaces(text: string): {
  readonly plain: string;
  readonly starts: number[];
  readonly ends: number[];
} {
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = '';
  let at = 0;
  for (const character of text) {
    const piece = folded(character);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    plain += piece;
    at += character.length;
  }
  return { plain, starts, ends };
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function toPattern(phrase: string): string {
  const { plain } = foldWithPlaces(phrase.normalize('NFC'));
  return plain
    .split(/([ .-]+)/u)
    .map((piece) => (/^[ .-]+$/u.test(piece) ? gap(piece) : word(piece)))
    .join('');
}

/** Between two words there is always something; a hyphen or a dot may be left out. */
function gap(piece: string): string {
  return piece.includes(' ') ? '[\\s\\p{P}]+' : '[\\s\\p{P}]*';
}

function word(piece: string): string {
  return escapeForPattern(piece).replaceAll('\\*', '\\p{L}*');
}

function compile(words: StatusWords): RegExp {
  const phrases = words.phrases
    .flatMap((row) => row.split(' | '))
    .map(toPattern)
    .sort((one, two) => two.length - one.length);
  const start = words.openStart ? '' : `(?<![\\p{L}\\p{N}])${words.glued ?? ''}`;
  const end = words.openEnd ? '' : '(?![\\p{L}\\p{N}])';
  return new RegExp(`${start}(?:${phrases.join('|')})${end}`, 'gu');
}

const PATTERNS: readonly RegExp[] = Object.values(STATUS_LEXICON).map(compile);

interface Span {
  readonly start: number;
  readonly end: number;
}

function statusSpans(text: string): Span[] {
  const { plain, starts, ends } = foldWithPlaces(text);
  const found = PATTERNS.flatMap((pattern) => [...plain.matchAll(pattern)]).map((match) => ({
    start: starts[match.index] ?? 0,
    end: ends[match.index + match[0].length - 1] ?? text.length,
  }));
  return found.sort((one, two) => one.start - two.start || two.end - one.end);
}

/** The text with every mention of immigration status shown as […]. Text without one comes back as it was, in NFC. */
export function maskStatus(text: string): string {
  const original = text.normalize('NFC');
  let masked = '';
  let at = 0;
  for (const span of statusSpans(original)) {
    if (span.end <= at) continue;
    masked += span.start >= at ? original.slice(at, span.start) + MASK : '';
    at = span.end;
  }
  return masked + original.slice(at);
}
