// Every text key that the code names is a sentence that exists: a missing one would say nothing to somebody.
import { readFileSync } from 'node:fs';
import { listFiles } from '../../src/content/index';
import { realLocales } from './world';

const english = realLocales().byTag.get('en')?.files ?? new Map();
const exists = (key: string) => {
  const [file = '', name = ''] = key.split(/:(.*)/s);
  return english.get(file)?.texts.has(name) ?? false;
};

const NAMED = /'((?:bot|sms|widget|phrasebook|dialogs\/[a-z-]+):[a-z0-9]+(?:[.-][a-z0-9]+)*)'/g;

test('every key in the code has its sentence', () => {
  const named = listFiles('src', '.ts').flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(NAMED)].map((found) => ({ file, key: found[1] ?? '' })),
  );
  expect(named.filter(({ key }) => !exists(key))).toEqual([]);
});
