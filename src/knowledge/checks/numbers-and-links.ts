// A phone number or a link is written once, in contacts.yaml or sources.yaml. Everywhere else it is a placeholder.
import type { Problem } from '../../content/index.js';
import { type Check, type KnowledgeDraft, problemAt } from '../draft.js';
import { claimWords, everythingSaid, type Piece } from './words-of.js';

const LOOKS_LIKE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:org|gov|com|net|edu|us)\b/i, 'a link'],
  [/\b(?:112|211|311|711|911|988)\b/, 'a phone number'],
  [/(?<![\d,.])\d{5,6}(?![\d,.]\d|\d)/, 'a number to text'],
  [/(?<!\d)(?:\+?\d[\s().-]{0,2}){7,}/, 'a phone number'],
  [/\b1?[\s-]?8\d\d-[A-Z0-9]/, 'a phone number'],
];

/** What in a text looks like a number to call, a number to text, or a link; placeholders do not count. */
export function literalsIn(text: string): string[] {
  const bare = text.replace(/\{\{[^}]*\}\}/g, '');
  return LOOKS_LIKE.flatMap(([pattern, noun]) => {
    const found = pattern.exec(bare);
    return found ? [`${noun} "${found[0].trim()}"`] : [];
  });
}

/** Two copies of a number grow apart, and the wrong one will be dialled by somebody in danger. */
export const numbersAndLinks: Check = {
  id: 'numbers-and-links',
  find: (draft) =>
    [...everythingSaid(draft), ...draft.topics.flatMap(claimWords), ...glossaryWords(draft)].flatMap(literal),
};

function literal({ draft, path, text }: Piece): Problem[] {
  return literalsIn(text).map((found) =>
    problemAt(draft, path, `${found} is written out: name the contact instead, such as {{nhth.phone}}`),
  );
}

function glossaryWords({ glossary }: KnowledgeDraft): Piece[] {
  if (!glossary) return [];
  return Object.entries(glossary.value).flatMap(([id, entry]) => [
    { draft: glossary, tag: 'en', path: [id, 'about'], text: entry.about },
    ...Object.entries(entry.terms).map(([tag, text]) => ({
      draft: glossary,
      tag,
      path: [id, 'terms', tag],
      text,
    })),
  ]);
}
