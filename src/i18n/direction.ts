// Keeps numbers and foreign names apart from right-to-left text, so that 1-888-373-7888 is not read backwards.

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** For a number or an address: always read left to right. */
export function isolate(text: string): string {
  return `${LEFT_TO_RIGHT_ISOLATE}${text}${POP_ISOLATE}`;
}

/** For a value of unknown direction: read by its own first letter. Text without Latin letters or digits stays as it is. */
export function isolateForeign(text: string): string {
  return /[\p{Script=Latin}\d]/u.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
}

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Without controls and direction overrides: an isolate left open would turn the rest of a sentence round (trust.md row 15). */
export function stripControls(text: string): string {
  return text.replace(CONTROLS, '');
}
