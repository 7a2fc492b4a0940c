// How many SMS segments a text takes, and what keeps it out of the cheap alphabet. For checks, not for turns.
import { SegmentedMessage } from 'sms-segments-calculator';

export interface SmsSize {
  readonly alphabet: 'gsm7' | 'ucs2';
  readonly segments: number;
  /** The characters that are outside GSM-7, once each. */
  readonly outside: readonly string[];
}

/** Counts as providers do: 160/153 characters in GSM-7, 70/67 in UCS-2. */
export function smsSize(text: string): SmsSize {
  const message = new SegmentedMessage(text.normalize('NFC'));
  return {
    alphabet: message.encodingName === 'GSM-7' ? 'gsm7' : 'ucs2',
    segments: message.segmentsCount,
    outside: [...new Set(message.getNonGsmCharacters())],
  };
}
