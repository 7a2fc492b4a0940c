// npm run new <topic|language|dialog|channel|store|concept|signal> <id> [-- --section s]: the files of a recipe, to fill in.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { idSchema, tagSchema } from '../knowledge/schema/index.js';
import { fail, optional, readArguments } from './arguments.js';
import { channel } from './new/channel.js';
import { dialog } from './new/dialog.js';
import { language } from './new/language.js';
import { concept, signal } from './new/meaning.js';
import { type Recipe, taken, write } from './new/scaffold.js';
import { store } from './new/store.js';
import { topic } from './new/topic.js';
import { projectRoot } from './project.js';

const RECIPES: Readonly<Record<string, Recipe>> = {
  topic,
  language,
  dialog,
  channel,
  store,
  concept,
  signal,
};
const USAGE = `npm run new <${Object.keys(RECIPES).join('|')}> <id> [-- --section getting-help]`;

const given = readArguments(['section=', 'root='], USAGE);
const root = resolve(optional(given, 'root') ?? projectRoot);
const [kind = '', id = '', ...others] = given.words;
const recipe = Object.hasOwn(RECIPES, kind) ? RECIPES[kind] : undefined;
if (!recipe || id === '' || others.length > 0) fail(`Say what is new, and its id.\nUsage: ${USAGE}`);
const fits = (kind === 'language' ? tagSchema : idSchema).safeParse(id);
if (!fits.success) fail(`"${id}": ${fits.error.issues[0]?.message}.`);

const scaffold = recipe(id, { root, languages: languagesOf(root), section: sectionOf(root) });
const there = taken(scaffold, root);
if (there.length > 0)
  fail(`Already there, nothing was written:\n${there.map((path) => `  ${path}`).join('\n')}`);
for (const path of write(scaffold, root)) console.log(`wrote ${path}`);
console.log(['', ...scaffold.next.map((sentence, index) => `${index + 1}. ${sentence}`)].join('\n'));

/** English first; the others as the folders stand. */
function languagesOf(project: string): string[] {
  const folders = readdirSync(join(project, 'locales'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return ['en', ...folders.filter((tag) => tag !== 'en').sort()];
}

/** The folder of a topic has no meaning for a person; one of those that are there unless another is named. */
function sectionOf(project: string): string {
  const topics = join(project, 'knowledge', 'topics');
  const first = existsSync(topics) ? readdirSync(topics).sort()[0] : undefined;
  return optional(given, 'section') ?? first ?? 'general';
}
