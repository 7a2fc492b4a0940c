// "1" on SMS, or a label typed out, means the choice that was offered.
import type { Choice } from '../core/index.js';
import { foldWords } from '../i18n/index.js';

/** The id of the offered choice that a whole message names by its number or label; null for anything else. */
export function pickOffered(offered: readonly Choice[], text: string): string | null {
  const folded = foldWords(text);
  if (folded === '') return null;
  const byNumber = /^[1-9]$/.test(folded) ? offered[Number(folded) - 1] : undefined;
  return (byNumber ?? offered.find(({ label }) => foldWords(label) === folded))?.id ?? null;
}
