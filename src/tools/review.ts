// npm run review -- <topic>... [--lang es,fr] [--out folder]: one page a topic for a reviewer; --all makes every topic's.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, listOf, optional, readArguments } from './arguments.js';
import { projectRoot, today } from './project.js';
import { reviewPage } from './review/page.js';
import { openReview } from './review/topic-under-review.js';

const USAGE = 'npm run review -- <topic>... [--lang es,fr] [--all] [--out folder]';
const given = readArguments(['lang=', 'out=', 'root=', 'all'], USAGE);
const root = resolve(optional(given, 'root') ?? projectRoot);
const folder = resolve(optional(given, 'out') ?? join(projectRoot, 'dist', 'review'));
const review = openReview(root, today());
const ids = given.options['all'] ? review.ids : given.words;
if (ids.length === 0) fail(`Say which topic.\nUsage: ${USAGE}\nTopics: ${review.ids.join(', ')}`);
const unknown = ids.filter((id) => !review.ids.includes(id));
if (unknown.length > 0) fail(`There is no topic ${unknown.join(', ')}.\nTopics: ${review.ids.join(', ')}`);

const css = readFileSync(join(projectRoot, 'src', 'tools', 'review', 'review.css'), 'utf8');
mkdirSync(folder, { recursive: true });
for (const id of ids) {
  const topic = review.topic(id, listOf(given, 'lang', []));
  const path = join(folder, `${id}.html`);
  if (topic) writeFileSync(path, reviewPage(topic, css));
  console.log(path);
}
