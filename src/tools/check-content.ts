// npm run check-content [-- --stale] [-- --root folder]: every problem of the content as a sentence, and the coverage.
import { resolve } from 'node:path';
import { describeProblem } from '../content/index.js';
import { readContent } from '../wiring/index.js';
import { optional, readArguments } from './arguments.js';
import { coverage } from './check/coverage.js';
import { staleReport } from './check/stale.js';
import { projectRoot, today } from './project.js';

const given = readArguments(['stale', 'root='], 'npm run check-content [-- --stale] [-- --root folder]');
const root = resolve(optional(given, 'root') ?? projectRoot);
const { problems } = readContent(root, { today: today(), thorough: true });
process.stdout.write(`${coverage(root)}\n\n`);
if (given.options['stale']) process.stdout.write(`${staleReport(root, Date.now())}\n\n`);
for (const problem of problems) console.log(describeProblem(problem));
console.log(problems.length === 0 ? 'No problem found.' : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;
