// What a lock screen shows of a text message, and whether it gives somebody away.
import { foldWords } from './fold-words.js';

/** What a lock screen shows of a message (trust.md T3). */
export const PREVIEW_CHARACTERS = 40;

/** The words of a `preview-banned` list that stand in the first 40 characters; `word*` matches any ending. */
export function tellingWords(text: string, banned: readonly string[]): string[] {
  const preview = foldWords(text.slice(0, PREVIEW_CHARACTERS));
  return banned.filter((word) => containsWord(preview, word));
}

function containsWord(folded: string, word: string): boolean {
  const wanted = foldWords(word);
  if (wanted === '') return false;
  // Scripts without spaces are searched as they are; others by whole words.
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(wanted)) return folded.includes(wanted);
  return word.endsWith('*') ? ` ${folded}`.includes(` ${wanted}`) : ` ${folded} `.includes(` ${wanted} `);
}
