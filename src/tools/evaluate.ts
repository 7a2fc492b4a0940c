// npm run -s evaluate -- intents|ranking|language|own [--json]: how well the parts work, on any data or on our own.
import { z } from 'zod';
import {
  evaluateIntents,
  evaluateLanguage,
  evaluateRanking,
  type RankingDocument,
} from '../understanding/index.js';
import { type Arguments, fail, oneOf, optional, readArguments, required } from './arguments.js';
import { evaluateOwn, rowsOf } from './evaluate/own.js';
import { readMeanings } from './evaluate/parity.js';
import { showOwn } from './evaluate/show-own.js';
import { readList } from './lines.js';
import { loadBrain } from './load-brain.js';
import { projectRoot } from './project.js';
import { table } from './table.js';

const USAGE = `npm run -s evaluate -- intents --train t.json --test s.json [--oos o.json] [--json]
       npm run -s evaluate -- ranking --docs d.json --queries q.json [--json]
       npm run -s evaluate -- language --in cases.json [--json]
       npm run -s evaluate -- own [--split test|tune] [--json]`;

const id = z.union([z.string(), z.number()]).transform(String);
const labelled = z.object({ text: z.string(), label: id });
const unlabelled = z.object({ text: z.string() });
const document = z
  .object({
    id,
    text: z.string().optional(),
    question: z.string().optional(),
    answer: z.string().optional(),
    lang: z.string().optional(),
  })
  .refine(
    ({ text, question, answer }) => (text ?? question ?? answer) !== undefined,
    'a document has a text, or a question and an answer',
  );
const query = z.object({ text: z.string(), relevant: z.array(id) });
const inLanguage = z.object({ text: z.string(), lang: z.string() });

interface Subcommand {
  readonly options: readonly string[];
  run(given: Arguments): { readonly figures: object; readonly shown: string };
}

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  intents: {
    options: ['train=', 'test=', 'oos=', 'json'],
    run: (given) => {
      const oos = optional(given, 'oos');
      const train = readList(required(given, 'train', USAGE), labelled);
      const test = readList(required(given, 'test', USAGE), labelled);
      const outside = oos === undefined ? {} : { oos: readList(oos, unlabelled) };
      return plainly('Intents', evaluateIntents(train, test, outside));
    },
  },
  ranking: {
    options: ['docs=', 'queries=', 'json'],
    run: (given) => {
      const docs = readList(required(given, 'docs', USAGE), document) as RankingDocument[];
      return plainly('Ranking', evaluateRanking(docs, readList(required(given, 'queries', USAGE), query)));
    },
  },
  language: {
    options: ['in=', 'json'],
    run: (given) => {
      const cases = readList(required(given, 'in', USAGE), inLanguage);
      const { understanding } = loadBrain();
      return plainly(
        'Language',
        evaluateLanguage(cases, (text) => understanding.identify(text)),
      );
    },
  },
  own: {
    options: ['split=', 'json'],
    run: (given) => {
      const split = oneOf(given, 'split', ['test', 'tune'] as const);
      const material = { split, rows: rowsOf(projectRoot, split), meanings: readMeanings(projectRoot) };
      const report = evaluateOwn(loadBrain(), material);
      return { figures: report, shown: showOwn(report) };
    },
  },
};

/** One figure a line; shares by language under their name. */
function plainly(title: string, figures: object): { figures: object; shown: string } {
  const rows = Object.entries(figures).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([part, share]) => [`${name} ${part}`, rounded(share)])
      : [[name, rounded(value)]],
  );
  return { figures, shown: table(title, ['figure', 'value'], rows) };
}

function rounded(value: unknown): string {
  return typeof value === 'number' ? String(Math.round(value * 10_000) / 10_000) : '-';
}

const name = process.argv.slice(2).find((word) => Object.hasOwn(SUBCOMMANDS, word));
const chosen = name === undefined ? undefined : SUBCOMMANDS[name];
if (!chosen) fail(`Say what to evaluate: ${Object.keys(SUBCOMMANDS).join(', ')}.\nUsage: ${USAGE}`);
const given = readArguments(chosen.options, USAGE);
if (given.words.length !== 1) fail(`"${given.words.slice(1).join(' ')}" is not expected.\nUsage: ${USAGE}`);
const { figures, shown } = chosen.run(given);
process.stdout.write(`${given.options['json'] ? JSON.stringify(figures) : shown}\n`);
