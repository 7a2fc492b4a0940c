// Recipe of a language: content files only, and one row of locales/languages.yaml. check-content lists every sentence
// that is missing, with its English.
import { join } from 'node:path';
import { listFiles } from '../../content/index.js';
import { RESERVED_LISTS } from '../../i18n/reserved-lists.js';
import type { Recipe } from './scaffold.js';

const EMPTY = `${JSON.stringify({ _status: { state: 'draft' } }, null, 2)}\n`;

export const language: Recipe = (tag, { root }) => {
  const english = listFiles(join(root, 'locales', 'en'), '.json').filter(
    (file) => file !== 'words.json' && file !== 'console.json',
  );
  return {
    files: [
      ...english.map((file) => ({ path: `locales/${tag}/${file}`, text: EMPTY })),
      { path: `locales/${tag}/words.json`, text: words() },
    ],
    row: { path: 'locales/languages.yaml', text: languageRow(tag), unless: `\n${tag}:\n` },
    next: [
      `Fill in the row of ${tag} in locales/languages.yaml; its place there is its place in the list that people see.`,
      `npm run check-content prints every missing sentence of locales/${tag} with its English.`,
      `Then concepts and signals: an entry "${tag}:" under expressions and examples; examples in knowledge/examples/${tag}/.`,
      'No TypeScript is touched.',
    ],
  };
};

function words(): string {
  const lists = Object.fromEntries(RESERVED_LISTS.map((list) => [list, []]));
  return `${JSON.stringify({ _status: { state: 'draft' }, ...lists }, null, 2)}\n`;
}

const languageRow = (tag: string) => `
${tag}:
  # its name in the language itself, and for staff
  own_name: ""
  english_name: ""
  # ltr or rtl
  dir:
  # full or safety (see the head of this file)
  ring:
  fallback: en
  # gsm7 or ucs2
  sms:
  status: draft
  also: []
  # how people ask for it
  names: []
`;
