// Says in which language a text is written: script first, then n-grams within the script, then what is known beforehand.
import { familiarWords } from './familiar-words.js';
import { FREQUENT_WORDS } from './frequent-words.js';
import { type LanguageLine, type NgramTable, scoreUnits, trainTable } from './ngram-table.js';
import { languageUnits } from './ngrams.js';
import { chineseTag, mainScript, type Script } from './script.js';

/** `tag`: one of our languages, a Maya language, `other`, or `und` (no letters to go by). */
export interface LanguageGuess {
  readonly tag: string;
  /** Probability of `tag`, 0 to 1. */
  readonly confidence: number;
  /** All candidates of the script, likeliest first. */
  readonly ranking: readonly { readonly tag: string; readonly p: number }[];
}

/** Trained tables by script; scripts without one are decided by the script alone. */
export type LanguageModel = ReadonlyMap<Script, NgramTable>;

const TABLE_BITS: Readonly<Partial<Record<Script, number>>> = { latin: 16 };
const DEFAULT_BITS = 14;
/** Log-odds that speak for a language before anything is read; what is not listed has 0. */
const STANDING_PRIOR: Readonly<Record<string, number>> = { en: 0.8, es: 0.9, other: -2.5, maya: -2.5 };
const MAYA = new Set(['quc', 'mam', 'kek', 'cak', 'yua', 'tzo', 'tzh', 'toj']);
/** Overlapping n-grams repeat one another: their sum is taken this many times too sure. */
const OVERCOUNT = 3;
const FREQUENT_WORDS_WEIGHT = 6;
const SCRIPT_TAGS: Readonly<Partial<Record<Script, string>>> = {
  hangul: 'ko',
  kana: 'other',
  unknown: 'other',
};

/** Languages with a script of their own that people also type in Latin letters; of the others such lines are English. */
const ROMANISED: ReadonlySet<string> = new Set(['ar', 'fa', 'hi', 'ru', 'uk', 'am']);
const LATIN_LANGUAGES = /^(en|es|fr|pt-BR|ht|vi|tl|sw|so|other|other:.*|quc|mam|kek|cak|yua|tzo|tzh|toj)$/;

const OTHER_LETTERS = /(?!\p{Script=Latin})\p{L}/u;

/** Whether a line of this language teaches its script. A few English terms among other letters are not romanised. */
function teaches(script: Script, { tag, text }: LanguageLine): boolean {
  if (script !== 'latin' || LATIN_LANGUAGES.test(tag)) return true;
  return ROMANISED.has(tag) && !OTHER_LETTERS.test(text);
}

function frequentWordLines(): LanguageLine[] {
  return Object.entries(FREQUENT_WORDS).map(([tag, text]) => ({ tag, text, weight: FREQUENT_WORDS_WEIGHT }));
}

/** Trains on the given lines and the list of frequent words. The same lines give the same model. */
export function trainLanguageModel(lines: readonly LanguageLine[]): LanguageModel {
  const groups = new Map<Script, LanguageLine[]>();
  for (const line of [...lines, ...frequentWordLines()]) {
    const script = mainScript(line.text);
    if (script === 'none' || script === 'han' || SCRIPT_TAGS[script] !== undefined) continue;
    if (!teaches(script, line)) continue;
    const group = groups.get(script) ?? [];
    group.push(line);
    groups.set(script, group);
  }
  const trained = [...groups].map(([script, group]): [Script, NgramTable] => [
    script,
    trainTable(longLinesCut(group), TABLE_BITS[script] ?? DEFAULT_BITS),
  ]);
  return new Map(trained.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `languageUnits` reads the head of a text only; training reads all of it. */
function longLinesCut(lines: readonly LanguageLine[]): LanguageLine[] {
  return lines.flatMap((line) => {
    const parts = line.text.match(/[\s\S]{1,150}(?:\s|$)/g) ?? [line.text];
    return parts.map((text) => ({ ...line, text }));
  });
}

const UNKNOWN: LanguageGuess = { tag: 'und', confidence: 0, ranking: [] };

function certain(tag: string): LanguageGuess {
  return { tag, confidence: 1, ranking: [{ tag, p: 1 }] };
}

function reportedTag(tag: string): string {
  return tag.startsWith('other') ? 'other' : tag;
}

function priorOf(tag: string, prior: Readonly<Record<string, number>>): number {
  const standing = STANDING_PRIOR[MAYA.has(tag) ? 'maya' : reportedTag(tag)] ?? 0;
  return (prior[reportedTag(tag)] ?? 0) + standing;
}

function rank(table: NgramTable, scores: Float64Array): { tag: string; p: number }[] {
  const top = Math.max(...scores);
  const byTag = new Map<string, number>();
  let total = 0;
  table.tags.forEach((tag, i) => {
    const share = Math.exp((scores[i] as number) - top);
    total += share;
    byTag.set(reportedTag(tag), (byTag.get(reportedTag(tag)) ?? 0) + share);
  });
  return [...byTag].map(([tag, share]) => ({ tag, p: share / total })).sort((a, b) => b.p - a.p);
}

/**
 * Identifies the language of a text of any length. `prior` adds log-odds by tag (of the deployer's public, of the
 * conversation so far). Never throws; a text without letters is `und`; mixed text gets the language of most of it.
 */
export function identifyLanguage(
  model: LanguageModel,
  text: string,
  options: { readonly prior?: Readonly<Record<string, number>> } = {},
): LanguageGuess {
  const script = mainScript(text);
  if (script === 'none') return UNKNOWN;
  if (script === 'han') return certain(chineseTag(text));
  const table = model.get(script);
  if (table === undefined) return certain(SCRIPT_TAGS[script] ?? 'other');
  const scores = scoreUnits(table, languageUnits(text));
  const prior = options.prior ?? {};
  const familiar = familiarWords(text);
  table.tags.forEach((tag, i) => {
    scores[i] = (scores[i] as number) / OVERCOUNT + priorOf(tag, prior) + (familiar.get(tag) ?? 0);
  });
  const ranking = rank(table, scores);
  const best = ranking[0];
  return best === undefined ? UNKNOWN : { tag: best.tag, confidence: best.p, ranking };
}

/** Whether a few words look at least as much like one of `tags` as like the language `over`. Other scripts: they do. */
export function looksLike(
  model: LanguageModel,
  text: string,
  tags: readonly string[],
  over: string,
): boolean {
  const table = model.get(mainScript(text));
  const own = table?.tags.indexOf(over) ?? -1;
  if (table === undefined || own < 0) return true;
  const scores = scoreUnits(table, languageUnits(text));
  return tags.some((tag) => (scores[table.tags.indexOf(tag)] ?? -Infinity) >= (scores[own] as number));
}
