// The dialogs of this project, as they are.
import { readFileSync } from 'node:fs';
import { describeProblem } from '../../src/content/index';
import { loadDialogs, walkDialogs } from '../../src/dialogs/index';
import { loadLocales } from '../../src/i18n/index';

const { value: dialogs, problems } = loadDialogs(process.cwd());
const { value: locales } = loadLocales(process.cwd());

test('every dialog can be read', () => {
  expect(problems.map(describeProblem)).toEqual([]);
  expect([...dialogs.keys()].sort()).toEqual([
    'after-rescue',
    'connect',
    'erase-or-hide',
    'feedback',
    'find-child',
    'legal-help',
    'report-concern',
    'safe-contact',
    'safety-check',
    'welcome',
  ]);
});

test('every path ends, offers a person, and has its sentences in every language', () => {
  expect(walkDialogs(dialogs, locales ? { locales } : {}).map(describeProblem)).toEqual([]);
});

test('every topic that a dialog shows is one of the planned ones', () => {
  const planned = readFileSync('src/knowledge/planned-topics.ts', 'utf8');
  const shown = [...dialogs.values()].flatMap(({ steps }) =>
    [...steps.values()].flatMap((any) => (any.kind === 'show' ? [any.step.show] : [])),
  );
  expect(shown.filter((topic) => !planned.includes(`'${topic}'`))).toEqual([]);
});

test('no sentence of a dialog file is left that no dialog says', () => {
  const files = [...(locales?.byTag.get('en')?.files.values() ?? [])].filter(({ id }) =>
    id.startsWith('dialogs/'),
  );
  const unsaid = files.flatMap(({ id, texts }) => {
    const definition = readFileSync(`${id}.yaml`, 'utf8');
    return [...texts.keys()].filter((key) => !key.split('.').every((word) => definition.includes(word)));
  });
  expect(unsaid).toEqual([]);
});
