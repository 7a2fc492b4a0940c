// Braces and stars are closed: what is left over would be shown to people as it stands.
import type { Problem } from '../../content/index.js';
import type { Locales } from '../locales.js';
import { parseTemplate } from '../template.js';
import { problemAt, sentencesOf } from './sentences.js';

export function checkMarkup(locales: Locales): Problem[] {
  return sentencesOf(locales).flatMap((sentence) => {
    const plain = parseTemplate(sentence.text)
      .flat()
      .map((piece) => (piece.kind === 'text' ? piece.text : ''))
      .join('');
    return /\*\*|\{\{|\}\}|\$\{|\$t\(|<\/?[a-z]/.test(plain)
      ? [problemAt(sentence, 'a brace, star or tag is left over; only **bold** and {{names}} are known')]
      : [];
  });
}
