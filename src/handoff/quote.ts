// The person's own words as they may be shown: masked, on one line, at most 80 characters.
import { maskStatus } from './mask-status.js';

export const QUOTE_LENGTH = 80;
export const WORDS_LENGTH = 500;

/** Cut at a whole character, with "…" where something is missing. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
}

/** Words of their own on one line, not masked. */
export function wordsOf(text: string): string {
  return shorten(oneLine(text), WORDS_LENGTH);
}

/**
 * A span of what was written. A span that fills its 80 characters was cut somewhere: its last word may be half of one
 * that has to be masked, so it goes.
 */
export function quoteOf(span: string): string | null {
  const cut = span.length >= QUOTE_LENGTH;
  const whole = cut && /\s/u.test(span.trim()) ? span.trim().replace(/\s+\S*$/u, '…') : span;
  const quote = shorten(maskStatus(oneLine(whole)), QUOTE_LENGTH);
  return quote === '' ? null : quote;
}
