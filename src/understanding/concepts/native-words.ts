// Which words are everyday words of which language: "son" is a child in English and a verb in Spanish. A concept of
// another language is not heard in words that are the message's own.
import { hashOf } from '../classify/feature-draft.js';
import { rowOf, type Vocabulary, vocabularyOf } from '../classify/vocabulary.js';
import { fold } from '../folding/fold.js';
import { type LanguageGuess, type LanguageModel, looksLike } from '../language/language-identifier.js';
import type { LanguageLine } from '../language/ngram-table.js';
import { type Tokens, tokenise } from '../tokens.js';
import type { IsMeant } from './concept-matcher.js';

/** Bit n of `masks[row]`: the word of that row is an everyday word of `tags[n]`. At most 32 tags. */
export interface NativeWords {
  readonly tags: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly masks: Uint32Array;
}

/** A word belongs to a language where it stands at least this often in a million, */
const EVERYDAY = 60;
/** and at this share of how often it stands in the language that uses it most: "boss" in Spanish texts stays English. */
const SHARE = 0.2;
/** The language must be this sure before anything is left out, and then of the languages less likely than this. */
const SURE = 0.8;
const UNLIKELY = 0.02;
/** Shorter words look like anything. */
const LEAST_LETTERS = 4;
const SEED = 0x27d4eb2f;
/** Written alike, heard alike. */
const FAMILY: Readonly<Record<string, string>> = { 'zh-Hans': 'zh', 'zh-Hant': 'zh' };

function countWords(lines: readonly LanguageLine[]): Map<string, Map<number, number>> {
  const counts = new Map<string, Map<number, number>>();
  for (const { tag, text } of lines) {
    if (tag.startsWith('other')) continue;
    const words = counts.get(tag) ?? new Map<number, number>();
    counts.set(tag, words);
    for (const word of tokenise(fold(text)).words) {
      const id = hashOf(word, SEED);
      words.set(id, (words.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

function perMillion(words: ReadonlyMap<number, number>): Map<number, number> {
  const total = [...words.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...words].map(([id, count]) => [id, (count * 1e6) / total]));
}

/** Learns the everyday words of each language from lines written in it. The same lines give the same table. */
export function trainNativeWords(lines: readonly LanguageLine[]): NativeWords {
  const rates = [...countWords(lines)].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 32);
  const byTag = rates.map(([, words]) => perMillion(words));
  const most = new Map<number, number>();
  for (const words of byTag) for (const [id, rate] of words) most.set(id, Math.max(rate, most.get(id) ?? 0));
  const maskOf = (id: number) =>
    byTag.reduce((mask, words, bit) => {
      const rate = words.get(id) ?? 0;
      return rate >= EVERYDAY && rate >= SHARE * (most.get(id) as number) ? mask | (1 << bit) : mask;
    }, 0);
  const ids = Uint32Array.from(most.keys())
    .sort()
    .filter((id) => maskOf(id) !== 0);
  return {
    tags: rates.map(([tag]) => tag),
    vocabulary: vocabularyOf(ids),
    masks: Uint32Array.from(ids, maskOf),
  };
}

function familyOf(tag: string): string {
  return FAMILY[tag] ?? tag;
}

/** What tells borrowed words from false friends. */
export interface Borrowing {
  readonly native: NativeWords;
  readonly languages: LanguageModel;
}

/**
 * Which hits are meant. In a message surely of one language, what only expressions of others say counts when it is
 * borrowed: its words are not all everyday words of that language and look foreign in it.
 */
export function meantIn({ native, languages }: Borrowing, tokens: Tokens, language: LanguageGuess): IsMeant {
  const bit = native.tags.indexOf(language.tag);
  if (bit < 0 || language.confidence < SURE) return () => true;
  const likely = language.ranking.filter(({ p }) => p >= UNLIKELY).map(({ tag }) => familyOf(tag));
  const isNative = (word: string) => {
    const row = rowOf(native.vocabulary, hashOf(word, SEED));
    return row >= 0 && ((native.masks[row] as number) & (1 << bit)) !== 0;
  };
  return ({ from, to, languages: tags }) => {
    if (tags.some((tag) => likely.includes(familyOf(tag)))) return true;
    const words = tokens.words.slice(from, to);
    const text = words.join(' ');
    if (text.length < LEAST_LETTERS || words.every(isNative)) return false;
    return looksLike(languages, text, tags, language.tag);
  };
}
