// How hard an English text is to read: the Flesch-Kincaid grade, with a syllable count of our own.

/** The grade of a text: 6 means a sixth-grader reads it. Placeholders count as one short word; bold marks are ignored. */
export function readingGrade(text: string): number {
  const plain = text.replace(/\{\{[^}]*\}\}/g, 'one').replace(/\*\*/g, '');
  const sentences = plain.split(/[.!?]+(?=\W*\s|\W*$)/).filter((sentence) => /\w/.test(sentence)).length;
  const words = plain.match(/[A-Za-z][A-Za-z'’]*|\d[\d,.]*/g) ?? [];
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / Math.max(1, sentences)) + 11.8 * (syllables / words.length) - 15.59;
}

/** Syllables of one English word, by its vowel groups; an acronym ("ORR") counts a syllable a letter, a number one. */
export function syllablesIn(word: string): number {
  if (/^\d/.test(word)) return 1;
  if (/^[A-Z]{2,5}$/.test(word)) return word.length;
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  const groups = lower.match(/[aeiouy]+/g)?.length ?? 0;
  const silent = /[^aeioul]e$|[^aeiou]es$|[^aeioutd]ed$/.test(lower) && !/(?:[sxz]|ch|sh|c|g)es$/.test(lower);
  return Math.max(1, groups - (silent ? 1 : 0));
}
