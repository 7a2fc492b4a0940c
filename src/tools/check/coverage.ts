// How much of the content each language has, counted from the files as they are, also while some have problems.
import { LEVELS } from '../../core/index.js';
import { loadLocales } from '../../i18n/index.js';
import { readDraft, readExampleDrafts } from '../../knowledge/read-draft.js';
import { table } from '../table.js';

const SPLITS = ['train', 'tune', 'test'] as const;

/** Two tables: texts by language, and labelled examples by language, split and level. */
export function coverage(root: string): string {
  return [textCoverage(root), exampleCoverage(root)].join('\n\n');
}

function textCoverage(root: string): string {
  const { value: locales } = loadLocales(root);
  const { draft } = readDraft(root);
  const count = <Part>(parts: readonly Part[], has: (part: Part) => boolean) =>
    `${parts.filter(has).length}/${parts.length}`;
  const keysOf = (tag: string) =>
    [...(locales?.byTag.get(tag)?.files.values() ?? [])].flatMap(({ id, texts }) =>
      [...texts.keys()].map((key) => `${id}:${key}`),
    );
  const english = new Set(keysOf('en'));
  const rows = [...(locales?.languages.values() ?? [])]
    .filter(({ ring }) => ring !== 'interpreter')
    .map(({ tag, ring, reviewer }) => [
      tag,
      ring,
      reviewer ?? 'draft',
      `${keysOf(tag).filter((key) => english.has(key)).length}/${english.size}`,
      locales?.byTag.get(tag)?.words ? 'yes' : 'no',
      count(draft.topics, ({ texts }) => texts.some((text) => text.tag === tag)),
      count(draft.concepts, ({ value }) => Object.hasOwn(value.expressions, tag)),
      count(draft.signals, ({ value }) => Object.hasOwn(value.examples, tag)),
    ]);
  const head = ['language', 'ring', 'review', 'sentences', 'words', 'topics', 'concepts', 'signals'];
  return table('Coverage per language', head, rows);
}

function exampleCoverage(root: string): string {
  const { examples } = readExampleDrafts(root);
  const tags = [...new Set(examples.map(({ tag }) => tag))].sort();
  const rows = tags.flatMap((tag) =>
    SPLITS.map((split) => {
      const found = examples
        .filter((file) => file.tag === tag && file.split === split)
        .flatMap(({ value }) => value.rows);
      const levels = LEVELS.map((level) => found.filter((row) => row.level === level).length);
      const pairs = new Set(found.flatMap(({ pair }) => pair ?? [])).size;
      return [tag, split, found.length, ...levels, pairs];
    }),
  );
  return table('Examples', ['language', 'split', 'rows', ...LEVELS, 'pairs'], rows);
}
