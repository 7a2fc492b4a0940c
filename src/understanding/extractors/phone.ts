// Phone numbers in a text, for masking. Emergency and short numbers (911, 988, 233733) are none.
import { type Folded, originalSpan } from '../folding/fold.js';
import type { Extracted } from './extracted.js';

/** Bounded repeats only: every character is looked at a fixed number of times. */
const PHONE = /(?<![\d$#])\+?\(?\d(?:[ ().\-/]{0,3}\d){6,14}(?!\d)/g;
const DATE = /^(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/;
const LEAST_DIGITS = 7;

/** All phone numbers with their digits, in order. Dates and numbers of fewer than seven digits are left out. */
export function findPhoneNumbers(folded: Folded): Extracted<string>[] {
  const found: Extracted<string>[] = [];
  for (const match of folded.plain.matchAll(PHONE)) {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length < LEAST_DIGITS || DATE.test(match[0])) continue;
    found.push({ value: digits, ...originalSpan(folded, match.index, match.index + match[0].length) });
  }
  return found;
}
