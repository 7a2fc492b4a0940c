// Messages of a word or two have too few n-grams: there the lists of frequent words have their say. "hi" is English,
// however often people write it in the middle of other languages.
import { FREQUENT_WORDS } from './frequent-words.js';

const MOST_WORDS = 3;
/** More characters than this are no three words. */
const MOST_TEXT = 60;
/** Log-odds that one word of a language's list speaks for it. */
const FAMILIAR_WORD = 3;
const WORD = /[\p{L}\p{M}'’]+/gu;

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Word without case and marks -> the languages that have it in their list. */
const LANGUAGES_BY_WORD: ReadonlyMap<string, ReadonlySet<string>> = invert();

function invert(): Map<string, Set<string>> {
  const byWord = new Map<string, Set<string>>();
  for (const [tag, text] of Object.entries(FREQUENT_WORDS)) {
    for (const [word] of plain(text).matchAll(WORD))
      byWord.set(word, (byWord.get(word) ?? new Set()).add(tag));
  }
  return byWord;
}

/** Log-odds by language of a text of at most three words; longer texts get none. */
export function familiarWords(text: string): ReadonlyMap<string, number> {
  const odds = new Map<string, number>();
  const words = plain(text.slice(0, MOST_TEXT)).match(WORD) ?? [];
  if (text.length > MOST_TEXT || words.length > MOST_WORDS) return odds;
  for (const word of words) {
    for (const tag of LANGUAGES_BY_WORD.get(word) ?? []) odds.set(tag, (odds.get(tag) ?? 0) + FAMILIAR_WORD);
  }
  return odds;
}
