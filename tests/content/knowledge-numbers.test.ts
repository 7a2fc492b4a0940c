// Nothing that a person may read holds a number or link of its own: all stand in contacts.yaml, sources.yaml, desks.yaml.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/index.js';

const ROOT = join(__dirname, '../..');
/** Where numbers and links are written once. Examples and concepts hold what people type, signals what must fire them. */
const WRITTEN_ONCE = ['contacts.yaml', 'sources.yaml', 'desks.yaml'];
const TYPED_BY_PEOPLE = /^(examples|concepts|signals)\//;

const files = ['knowledge', 'locales', 'dialogs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(yaml|json)$/.test(path))
    .filter((path) => folder !== 'knowledge' || (!WRITTEN_ONCE.includes(path) && !TYPED_BY_PEOPLE.test(path)))
    .map((path) => join(folder, path)),
);

/** What is said: comments, keys, placeholders, and the rows that say how people ask are taken away. */
function saidIn(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replace(/^(questions|keywords):.*\n(?:(?: {2}.*)?\n)*?(?=^\S)/gm, '')
    .replace(/\{\{[^}]*\}\}/g, '')
    .replace(SAMPLES, '')
    .replace(/^\s*"[^"]+":/gm, '');
}

/** Values that a locale file measures its SMS texts with; they are never said. */
const SAMPLES = /"_samples?": \{[^}]*\}/g;

/** Ways of writing a number to call, beside those that the content check looks for: this test shares no code with it. */
const CALLED = [
  /\d{3}[\s.-]\d{3}[\s.-]\d{4}/,
  /\d{3}[\s.-]\d{4}\b/,
  /\b8[0-9]{2}-/,
  // Not inside an id such as emergency-911 or 988-expect.
  /(?<![a-z]-)\b(?:911|988|711|233733|741741|88788|66008)\b(?!-[a-z])/,
];

test.each(files)('%s holds no number to call', (path) => {
  const said = saidIn(path);
  expect(CALLED.flatMap((pattern) => pattern.exec(said)?.[0] ?? [])).toEqual([]);
});

test.each(files)('%s holds no link', (path) => {
  expect(/https?:\/\/\S+|\bwww\.\S+/.exec(saidIn(path))?.[0]).toBeUndefined();
});

test('every source that a claim or a contact rests on can be looked up', () => {
  const { value } = loadKnowledge(ROOT);
  const claims = [...(value?.topics.values() ?? [])].flatMap(({ topic }) => topic.claims);
  const used = [
    ...claims.flatMap((claim) => [...claim.sources, ...(claim.views ?? []).flatMap((view) => view.sources)]),
    ...[...(value?.contacts.values() ?? [])].flatMap((contact) => contact.sources),
  ];
  expect(used.length).toBeGreaterThan(60);
  for (const id of new Set(used)) {
    const source = value?.sources.get(id);
    expect(source?.url ?? source?.note ?? source?.date).toMatch(/^https?:\/\/|^\w/);
  }
});
