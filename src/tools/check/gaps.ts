// What the full languages still lack beside English, counted; and one language's gaps one by one, for whoever fills them.
import { describeProblem } from '../../content/index.js';
import { type Language, loadLanguages } from '../../i18n/languages.js';
import { readDraft } from '../../knowledge/read-draft.js';
import { translationGaps } from '../../knowledge/translation-gaps.js';
import { table } from '../table.js';

const HEAD = ['language', 'called complete', 'topics', 'no text', 'other gaps'];
const NO_TEXT = /^no text in /;

/** A row for each language that is to have every topic. A gap is a fault only where the language calls itself complete. */
export function gapTable(root: string): string {
  const { draft } = readDraft(root);
  const rows = fullLanguages(root).map(({ tag, topicsComplete }) => {
    const gaps = translationGaps(draft, tag);
    const missing = gaps.filter(({ message }) => NO_TEXT.test(message)).length;
    const topics = `${draft.topics.length - missing}/${draft.topics.length}`;
    return [tag, topicsComplete ? 'yes' : 'not yet', topics, missing, gaps.length - missing];
  });
  return table('Topics in the full languages (one by one: --gaps <language>)', HEAD, rows);
}

function fullLanguages(root: string): Language[] {
  const { value } = loadLanguages(root);
  return [...(value?.values() ?? [])].filter(({ ring }) => ring === 'full');
}

/** Every gap of one language as a sentence with its file. */
export function gapsOf(root: string, tag: string): string {
  const gaps = translationGaps(readDraft(root).draft, tag);
  const lines = gaps.length > 0 ? gaps.map(describeProblem) : ['none'];
  return [`Gaps of ${tag} beside English`, ...lines].join('\n');
}
