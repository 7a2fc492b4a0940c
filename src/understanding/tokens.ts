// Splits a folded text into tokens (words; single characters of scripts without spaces; emoji) and clauses.
// Conjunctions, negation and tense are triage's; here only punctuation and lines are read.
import {
  charClass,
  DIGIT,
  HANGUL,
  IDEOGRAPH,
  isDigit,
  LETTER,
  LINE,
  MARK,
  PUNCTUATION,
  SURROGATE,
  SYMBOL,
} from './folding/char-class.js';
import type { Folded } from './folding/fold.js';

/** How a clause ends: nothing (end of text), a comma or dash, a line break, a full stop, a question, a shout. */
export type ClauseEnd = 'none' | 'comma' | 'line' | 'stop' | 'question' | 'exclamation';

/** Tokens `from` to `to` (end exclusive) of one clause. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly end: ClauseEnd;
}

/** Tokens as parallel lists of the same length; places are in the folded text. */
export interface Tokens {
  readonly folded: Folded;
  readonly count: number;
  /** The word without accents and apostrophes ("don't" is "dont"). */
  readonly words: readonly string[];
  /** The same with its accents. */
  readonly exact: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Number of the clause each token stands in. */
  readonly clause: readonly number[];
  /** 1 for a token between quotation marks. */
  readonly quoted: readonly number[];
  readonly clauses: readonly Clause[];
}

interface Draft {
  folded: Folded;
  words: string[];
  exact: string[];
  starts: number[];
  ends: number[];
  clause: number[];
  quoted: number[];
  clauses: Clause[];
  clauseFrom: number;
  inQuote: boolean;
}

const APOSTROPHE = 0x27;
const ENDS: Readonly<Record<string, ClauseEnd>> = {
  '.': 'stop',
  '。': 'stop',
  '।': 'stop',
  '።': 'stop',
  '۔': 'stop',
  ';': 'stop',
  '؛': 'stop',
  '…': 'stop',
  '?': 'question',
  '؟': 'question',
  '¿': 'stop',
  '፧': 'question',
  '!': 'exclamation',
  '¡': 'stop',
  ',': 'comma',
  '،': 'comma',
  '、': 'comma',
  '፣': 'comma',
  '፤': 'stop',
  ':': 'comma',
  '—': 'comma',
  '–': 'comma',
  '(': 'comma',
  ')': 'comma',
};
const OPENING = new Set('“„«「『《‹'.split(''));
const CLOSING = new Set('”»」』》›'.split(''));

function isPartOfWord(kind: number): boolean {
  return kind === LETTER || kind === DIGIT || kind === MARK || kind === HANGUL;
}

function push(draft: Draft, from: number, to: number, dropApostrophe: boolean): void {
  const word = draft.folded.plain.slice(from, to);
  const exact = draft.folded.text.slice(from, to);
  draft.words.push(dropApostrophe ? word.replaceAll("'", '') : word);
  draft.exact.push(dropApostrophe ? exact.replaceAll("'", '') : exact);
  draft.starts.push(from);
  draft.ends.push(to);
  draft.clause.push(draft.clauses.length);
  draft.quoted.push(draft.inQuote ? 1 : 0);
}

/** French and Haitian elision stands apart ("l'aide", "m'ap"); English contractions are one word ("don't"). */
const ELIDED = /^(?:[bcdjklmnpstwy]|qu|jusqu|lorsqu|puisqu|quelqu|quoiqu)$/;
const ENGLISH_ENDING = /^(?:t|s|m|re|ve|ll|d|all|am|em)$/;

/** End of the word that begins at `from`; `apostrophes` tells whether some were read over. */
function wordEnd(text: string, from: number): { end: number; apostrophes: boolean } {
  let end = from + 1;
  let apostrophes = false;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (isPartOfWord(charClass(unit))) continue;
    if (unit !== APOSTROPHE || end + 1 >= text.length || charClass(text.charCodeAt(end + 1)) !== LETTER)
      break;
    if (isElision(text, from, end)) break;
    apostrophes = true;
  }
  return { end, apostrophes };
}

function isElision(text: string, from: number, apostrophe: number): boolean {
  if (!ELIDED.test(text.slice(from, apostrophe))) return false;
  let end = apostrophe + 1;
  while (end < text.length && charClass(text.charCodeAt(end)) === LETTER) end++;
  return !ENGLISH_ENDING.test(text.slice(apostrophe + 1, end));
}

function endClause(draft: Draft, end: ClauseEnd): void {
  const to = draft.words.length;
  if (to === draft.clauseFrom) {
    if (end !== 'none') sharpen(draft, end);
    return;
  }
  draft.clauses.push({ from: draft.clauseFrom, to, end });
  draft.clauseFrom = to;
}

/** "?!" and ", ?": a later, stronger sign right after decides how the clause before ended. */
function sharpen(draft: Draft, end: ClauseEnd): void {
  const last = draft.clauses[draft.clauses.length - 1];
  if (last === undefined || last.end === 'question') return;
  if (end === 'question' || last.end === 'comma' || last.end === 'line') {
    draft.clauses[draft.clauses.length - 1] = { ...last, end };
  }
}

function readSign(draft: Draft, at: number): void {
  const { text } = draft.folded;
  const char = text[at] ?? '';
  if (OPENING.has(char)) draft.inQuote = true;
  else if (CLOSING.has(char)) draft.inQuote = false;
  else if (char === '"') draft.inQuote = !draft.inQuote;
  const end = ENDS[char];
  if (end === undefined || (end !== 'question' && isBetweenDigits(text, at))) return;
  endClause(draft, end);
}

/** "9:30", "10,000", "3.5" are no ends of clauses. */
function isBetweenDigits(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

/** Reads what begins at `at`; answers where the next begins. */
function readAt(draft: Draft, at: number): number {
  const { text } = draft.folded;
  const kind = charClass(text.charCodeAt(at));
  if (kind === LETTER || kind === DIGIT || kind === HANGUL) {
    const { end, apostrophes } = wordEnd(text, at);
    push(draft, at, end, apostrophes);
    return end;
  }
  if (kind === IDEOGRAPH) return readIdeograph(draft, at);
  if (kind === SURROGATE) {
    push(draft, at, Math.min(at + 2, text.length), false);
    return at + 2;
  }
  if (kind === SYMBOL) push(draft, at, at + 1, false);
  else if (kind === PUNCTUATION) readSign(draft, at);
  else if (kind === LINE) endClause(draft, 'line');
  return at + 1;
}

/** One character with its marks (Thai vowels). */
function readIdeograph(draft: Draft, at: number): number {
  const { text } = draft.folded;
  let end = at + 1;
  while (end < text.length && charClass(text.charCodeAt(end)) === MARK) end++;
  push(draft, at, end, false);
  return end;
}

/** Tokens and clauses of a folded text. An empty text has none; an unclosed quotation runs to the end. */
export function tokenise(folded: Folded): Tokens {
  const draft: Draft = {
    folded,
    words: [],
    exact: [],
    starts: [],
    ends: [],
    clause: [],
    quoted: [],
    clauses: [],
    clauseFrom: 0,
    inQuote: false,
  };
  for (let at = 0; at < folded.text.length; ) at = readAt(draft, at);
  endClause(draft, 'none');
  const { clauseFrom: _from, inQuote: _quote, ...tokens } = draft;
  return { ...tokens, count: tokens.words.length };
}

/** Whether the token is a single character of a script without spaces. */
export function isIdeographToken(word: string): boolean {
  return charClass(word.charCodeAt(0)) === IDEOGRAPH;
}

/** The token with letters stretched to two taken as one ("helpp" is "help"), or null when nothing was stretched. */
export function unstretched(tokens: Tokens, index: number): string | null {
  const { stretched } = tokens.folded;
  if (stretched.length === 0) return null;
  const from = tokens.starts[index] as number;
  const to = tokens.ends[index] as number;
  let word = '';
  let last = from;
  for (const place of stretched) {
    if (place < from || place >= to) continue;
    word += tokens.folded.plain.slice(last, place);
    last = place + 1;
  }
  return last === from ? null : (word + tokens.folded.plain.slice(last, to)).replaceAll("'", '');
}
