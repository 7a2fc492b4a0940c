// Numbers to call and links are written once, in knowledge/contacts.yaml; a sentence refers to them by id.
import type { Problem } from '../../content/index.js';
import type { Locales } from '../locales.js';
import { problemAt, sentencesOf } from './sentences.js';

const PLACEHOLDER = /\{\{.*?\}\}/g;
/** Three digits in a row of any script: 911, ٩١١, 1-888-… */
const NUMBER = /\p{Nd}{3,}/u;
const LINK = /https?:\/\/|\bwww\.|\b[\w-]+\.(?:org|com|gov|net|edu)\b/i;

export function checkLiterals(locales: Locales): Problem[] {
  return sentencesOf(locales).flatMap((sentence) => {
    const text = sentence.text.replace(PLACEHOLDER, '');
    const number = NUMBER.exec(text)?.[0];
    const link = LINK.exec(text)?.[0];
    return [
      ...(number ? [problemAt(sentence, `"${number}" is written out; name it by its contact id`)] : []),
      ...(link ? [problemAt(sentence, `"${link}" is written out; name it by its contact id`)] : []),
    ];
  });
}
