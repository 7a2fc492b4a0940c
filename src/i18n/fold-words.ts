// Folds a short text for whole-message comparison: case, accents, width and punctuation do not matter.
// For reserved words only; the folding that triage reads by lives in understanding.

const LATIN_MARKS = /[\u0300-\u036f]/g;
/** Harakat and tatweel of Arabic script; marks of other scripts (Devanagari, Bengali) carry meaning and stay. */
const ARABIC_MARKS = /[\u0640\u064b-\u065f\u0670]/g;
const APOSTROPHES = /['\u2018\u2019\u02bc`´]/g;

/** "¡PARE, por favor!" -> "pare por favor"; apostrophes vanish ("don't" -> "dont"). Empty when there are no letters or digits. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .replace(ARABIC_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
