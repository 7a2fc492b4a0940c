// How many SMS segments a text takes, and cutting a long one at sentence ends, never inside a number or a link.
import { SegmentedMessage } from 'sms-segments-calculator';

/** Segments one message may take; longer texts become several messages, numbered "(1/2)". */
export const SEGMENTS_A_MESSAGE = 3;
/** Room kept for the "(1/2) " in front of a part. */
const MARK = '(9/9) ';

/** Segments of a text in the alphabet it needs (GSM-7, or UCS-2 as soon as one character is outside it). */
export function countSegments(text: string): number {
  return text === '' ? 0 : new SegmentedMessage(text.normalize('NFC')).segmentsCount;
}

/**
 * The messages of a text, each at most three segments, most important first as written. Cuts at sentence ends; a sentence
 * that is too long by itself is cut between words, and digits that belong together stay together.
 */
export function splitText(text: string): string[] {
  const whole = text.normalize('NFC').replace(/\r\n/g, '\n').trim();
  if (countSegments(whole) <= SEGMENTS_A_MESSAGE) return whole === '' ? [] : [whole];
  const parts = pack(
    sentencesOf(whole).flatMap((sentence) => (fits(sentence) ? [sentence] : cutWords(sentence))),
  );
  return parts.map((part, index) => `(${index + 1}/${parts.length}) ${part}`);
}

function fits(text: string): boolean {
  return countSegments(MARK + text) <= SEGMENTS_A_MESSAGE;
}

/** Puts pieces together as long as they fit. */
function pack(pieces: readonly string[]): string[] {
  const parts: string[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    const joined = last === undefined ? piece : `${last} ${piece}`;
    if (last !== undefined && fits(joined)) parts[parts.length - 1] = joined;
    else parts.push(piece);
  }
  return parts;
}

/** A dot between digits or inside a link ends no sentence: only one before a space or a line end does. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?。！？።؟।])\s+|(?<=[。！？።])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

function cutWords(sentence: string): string[] {
  return pack(keepTogether(sentence).flatMap((word) => (fits(word) ? [word] : cutCharacters(word))));
}

/** Words, with the groups of a phone number as one ("+1 888 373 7888"). */
function keepTogether(sentence: string): string[] {
  return sentence.match(/\+?\d[\d\s().-]*\d|\S+/gu) ?? [];
}

/** A single word longer than a message (or a script without spaces): cut between characters, never inside one. */
function cutCharacters(word: string): string[] {
  const pieces = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)].map(
    ({ segment }) => segment,
  );
  const parts: string[] = [];
  for (const piece of pieces) {
    const joined = (parts.at(-1) ?? '') + piece;
    if (parts.length > 0 && fits(joined)) parts[parts.length - 1] = joined;
    else parts.push(piece);
  }
  return parts;
}
