// The console's words: each one that is asked for is there, and none is there that nobody asks for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASE_REFUSALS } from '../../src/core/index.js';
import { NOTICES } from '../../src/staff/answers.js';
import { DISPOSITIONS } from '../../src/staff/index.js';

const root = join(__dirname, '../..');
const folder = join(root, 'src/web/console');
const source = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');
const { _status, ...english } = JSON.parse(readFileSync(join(root, 'locales/en/console.json'), 'utf8'));
const keys = Object.keys(english);

/** Keys written out anywhere, and the beginnings of keys that are put together. */
const written = new Set(
  [...source.matchAll(/'([a-z0-9]+(?:[.-][a-zA-Z0-9-]+)+)'/g)].map((found) => found[1] ?? ''),
);
const beginnings = [...source.matchAll(/`([a-z]+(?:[.-][a-z]+)*\.)\$\{/g)].map((found) => found[1] ?? '');

test('every text that a view asks for exists', () => {
  const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map((found) => found[1] ?? '');
  expect(asked.length).toBeGreaterThan(60);
  expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  expect(beginnings.filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([]);
});

test('no text is there that nobody asks for', () => {
  const used = (key: string) => written.has(key) || beginnings.some((start) => key.startsWith(start));
  expect(keys.filter((key) => !used(key))).toEqual([]);
});

test.each([...Object.keys(NOTICES), ...CASE_REFUSALS.filter((code) => code in NOTICES)])(
  'a refusal has a sentence of its own: %s',
  (code) => expect(keys).toContain(`notice.${code}`),
);

test('every way to close a case has a name, and no other', () => {
  const named = keys
    .filter((key) => key.startsWith('disposition.'))
    .map((key) => key.slice('disposition.'.length));
  expect(named.sort()).toEqual([...DISPOSITIONS].sort());
});
