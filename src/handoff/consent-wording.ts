// Which words a person agreed to: the text they were shown, and a version that changes when one of its letters does.
import { createHash } from 'node:crypto';
import type { Voice } from './read-summary.js';
import { CONSENT_KEY } from './text-keys.js';

export interface ConsentWording {
  readonly text: string;
  readonly language: string;
  /** The key and the first 12 hex digits of the SHA-256 of its text. Goes into the consent record. */
  readonly version: string;
}

/** The wording as it reads now, for this desk and language. */
export function consentWording(voice: Voice, tag: string, deskName: string): ConsentWording {
  const text = voice.text(tag, CONSENT_KEY, { desk: deskName });
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { text, language: tag, version: `${CONSENT_KEY}@${digest}` };
}
