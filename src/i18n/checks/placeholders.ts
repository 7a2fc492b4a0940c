// A translation names the same numbers, desks and values as the English sentence: none lost, none invented.
import type { Problem } from '../../content/index.js';
import type { Locales } from '../locales.js';
import { placeholdersOf } from '../template.js';
import { bareKey, englishTwin, problemAt, type Sentence, sentencesOf, twinKey } from './sentences.js';

export function checkPlaceholders(locales: Locales): Problem[] {
  return sentencesOf(locales).flatMap((sentence) => {
    const english = englishTexts(locales, sentence);
    return english.length === 0 ? [] : compare(sentence, english);
  });
}

/** The English sentence, or all its plural forms. */
function englishTexts(locales: Locales, { file, key }: Sentence): string[] {
  const texts = englishTwin(locales, file)?.texts ?? new Map<string, string>();
  return [...texts].filter(([other]) => twinKey(other) === twinKey(key)).map(([, text]) => text);
}

/** A plural form may leave out the number itself ("one message"); nothing else may be left out. */
function compare(sentence: Sentence, english: readonly string[]): Problem[] {
  const mine = placeholdersOf(sentence.text);
  const theirs = [...new Set(english.flatMap(placeholdersOf))];
  const optional = bareKey(sentence.key) === sentence.key ? [] : ['count'];
  const lost = theirs.filter((name) => !mine.includes(name) && !optional.includes(name));
  const invented = mine.filter((name) => !theirs.includes(name));
  return [
    ...lost.map((name) => problemAt(sentence, `{{${name}}} of the English sentence is missing`)),
    ...invented.map((name) => problemAt(sentence, `{{${name}}} is not in the English sentence`)),
  ];
}
