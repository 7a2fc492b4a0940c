// The code that a person reads over the phone: six characters that look and read like nothing else, and spell nothing.
import { createHash } from 'node:crypto';

/** No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V; no vowels, so that no word appears. */
export const REFERENCE_ALPHABET = '34679CDFGHJKMNPQRTWXY';
export const REFERENCE_LENGTH = 6;

/** Depends only on the seed: a re-run of the turn gives the same code. One in 85 million for two cases to share it. */
export function referenceCode(seed: string): string {
  let rest = createHash('sha256').update(`reference ${seed}`).digest().readUIntBE(0, 6);
  let code = '';
  for (let place = 0; place < REFERENCE_LENGTH; place += 1) {
    code += REFERENCE_ALPHABET.charAt(rest % REFERENCE_ALPHABET.length);
    rest = Math.floor(rest / REFERENCE_ALPHABET.length);
  }
  return code;
}
