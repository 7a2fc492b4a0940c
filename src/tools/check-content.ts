// npm run check-content [-- --stale] [--gaps es]: every problem of the content as a sentence, and what each language has.
import { resolve } from 'node:path';
import { describeProblem } from '../content/index.js';
import { readContent } from '../wiring/index.js';
import { optional, readArguments } from './arguments.js';
import { coverage } from './check/coverage.js';
import { gapsOf, gapTable } from './check/gaps.js';
import { staleReport } from './check/stale.js';
import { projectRoot, today } from './project.js';

const USAGE = 'npm run check-content [-- --stale] [--gaps es] [--root folder]';
const given = readArguments(['stale', 'gaps=', 'root='], USAGE);
const language = optional(given, 'gaps');
const root = resolve(optional(given, 'root') ?? projectRoot);
const { problems } = readContent(root, { today: today(), thorough: true });
process.stdout.write(`${coverage(root)}\n\n${gapTable(root)}\n\n`);
if (given.options['stale']) process.stdout.write(`${staleReport(root, Date.now())}\n\n`);
if (language !== undefined) process.stdout.write(`${gapsOf(root, language)}\n\n`);
for (const problem of problems) console.log(describeProblem(problem));
console.log(problems.length === 0 ? 'No problem found.' : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;
