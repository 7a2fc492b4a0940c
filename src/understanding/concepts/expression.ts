// The little language in which concepts write their expressions (frozen; the room's README shows it). Parsing only:
// an expression becomes its plain variants, each a row of words and gaps.
import { charClass, HANGUL, IDEOGRAPH, isArabic } from '../folding/char-class.js';
import { fold } from '../folding/fold.js';
import { tokenise } from '../tokens.js';

/**
 * How a word is met. `whole`: equal without accents. `accented`: equal with accents. `prefix`, `suffix`, `inside`: letters
 * after, before, around it do not matter. `clitic` and `clitic-prefix`: Arabic, also after attached particles. `gap`: 0-3 words.
 */
export type ItemKind =
  | 'whole'
  | 'accented'
  | 'prefix'
  | 'suffix'
  | 'inside'
  | 'clitic'
  | 'clitic-prefix'
  | 'gap';

export interface ExpressionItem {
  readonly kind: ItemKind;
  /** Folded; empty for a gap. */
  readonly text: string;
}

export interface ParsedExpression {
  /** Every reading once the alternatives are written out; empty when there are problems. */
  readonly variants: readonly (readonly ExpressionItem[])[];
  /** What is wrong, as sentences that name the expression. */
  readonly problems: readonly string[];
}

const GAP: ExpressionItem = { kind: 'gap', text: '' };
const MOST_VARIANTS = 400;
const NEVER_MATCHED = /[?!¿¡,;:"“”«»[\]{}<>]/;

/**
 * Reads one expression of a language (BCP 47 tag). Never throws: what cannot be used is told in `problems`, and then
 * there are no variants.
 */
export function parseExpression(expression: string, language: string): ParsedExpression {
  const problem = shapeProblem(expression);
  if (problem !== null) return { variants: [], problems: [`"${expression}" ${problem}`] };
  const texts = writeOut(expression);
  if (texts.length > MOST_VARIANTS) {
    return {
      variants: [],
      problems: [`"${expression}" has more than ${MOST_VARIANTS} readings; write fewer alternatives.`],
    };
  }
  const problems = new Set<string>();
  const variants = texts.map((text) => readVariant(text, language, problems));
  if (problems.size > 0)
    return { variants: [], problems: [...problems].map((told) => `"${expression}" ${told}`) };
  return { variants, problems: [] };
}

function shapeProblem(expression: string): string | null {
  if (expression.trim() === '') return 'is empty.';
  if (NEVER_MATCHED.test(expression)) return 'holds punctuation, which is never matched; leave it out.';
  let depth = 0;
  for (const char of expression) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth > 2) return 'nests alternatives more than one level deep.';
    if (depth < 0) return 'closes a bracket that it did not open.';
    if (char === '|' && depth === 0) return 'has a "|" outside brackets.';
  }
  return depth === 0 ? null : 'leaves a bracket open.';
}

/** Writes out the first bracket, then what follows it. Inner brackets belong to one choice and multiply only that. */
function writeOut(text: string): string[] {
  const open = text.indexOf('(');
  if (open < 0) return [text];
  const close = closingOf(text, open);
  const middles = choicesOf(text.slice(open + 1, close)).flatMap(writeOut);
  const tails = writeOut(text.slice(close + 1));
  if (middles.length * tails.length > MOST_VARIANTS) return new Array<string>(MOST_VARIANTS + 1).fill(text);
  const before = text.slice(0, open);
  return [...new Set(middles.flatMap((middle) => tails.map((tail) => `${before}${middle}${tail}`)))];
}

function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}

/** Splits at the "|" that stand outside inner brackets. */
function choicesOf(inside: string): string[] {
  const choices = [''];
  let depth = 0;
  for (const char of inside) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === '|' && depth === 0) choices.push('');
    else choices[choices.length - 1] += char;
  }
  return choices;
}

function readVariant(text: string, language: string, problems: Set<string>): ExpressionItem[] {
  const items = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => (word === '..' ? [GAP] : readWord(word, language, problems)));
  if (items.length === 0) problems.add('can be empty: one alternative leaves nothing to match.');
  if (items[0]?.kind === 'gap' || items[items.length - 1]?.kind === 'gap') {
    problems.add('begins or ends with a gap in one of its readings.');
  }
  return items.filter((item, i) => item.kind !== 'gap' || items[i - 1]?.kind !== 'gap');
}

function readWord(word: string, language: string, problems: Set<string>): ExpressionItem[] {
  const accented = word.startsWith('=');
  const starts = word.startsWith('*');
  const ends = word.length > 1 && word.endsWith('*');
  const core = word.slice(accented || starts ? 1 : 0, ends ? -1 : undefined);
  if (/[*=]/.test(core)) problems.add(`has "*" or "=" inside the word "${word}"; they stand at its edges.`);
  if (accented && ends) problems.add(`joins "=" and "*" in "${word}"; use one of them.`);
  const parts = partsOf(core, accented);
  if (parts.length === 0) problems.add(`has nothing to match in "${word}".`);
  if ((starts || ends) && parts.length === 1 && isTooShort(parts[0] ?? '')) {
    problems.add(`has fewer than two letters beside "*" in "${word}".`);
  }
  return parts.map((part, i) => ({
    text: part,
    kind: kindOf(part, {
      accented,
      starts: starts && i === 0,
      ends: ends && i === parts.length - 1,
      language,
    }),
  }));
}

const PLAIN_WORD = /^[a-z]+$/;

function partsOf(core: string, accented: boolean): readonly string[] {
  if (PLAIN_WORD.test(core) && !/(.)\1\1/.test(core)) return [core];
  const tokens = tokenise(fold(core));
  return accented ? tokens.exact : tokens.words;
}

function isTooShort(part: string): boolean {
  return part.length < 2 && charClass(part.charCodeAt(0)) !== IDEOGRAPH;
}

interface Marks {
  accented: boolean;
  starts: boolean;
  ends: boolean;
  language: string;
}

function kindOf(part: string, marks: Marks): ItemKind {
  const first = part.charCodeAt(0);
  const kind = charClass(first);
  if (marks.accented) return 'accented';
  if (kind === IDEOGRAPH) return 'whole';
  if (marks.starts && marks.ends) return 'inside';
  if (marks.starts) return 'suffix';
  if (marks.language === 'ar' && isArabic(first)) return marks.ends ? 'clitic-prefix' : 'clitic';
  return marks.ends || kind === HANGUL ? 'prefix' : 'whole';
}
