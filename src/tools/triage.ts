// npm run -s triage -- --in cases.jsonl --out predictions.jsonl: each text in a fresh conversation.
import { z } from 'zod';
import { readArguments, required } from './arguments.js';
import { judgementOf } from './judgement.js';
import { readLines, writeLines } from './lines.js';
import { loadBrain } from './load-brain.js';

const USAGE = 'npm run -s triage -- --in cases.jsonl --out predictions.jsonl';
const given = readArguments(['in=', 'out='], USAGE);
const out = required(given, 'out', USAGE);
const cases = readLines(
  required(given, 'in', USAGE),
  z.object({ id: z.union([z.string(), z.number()]), text: z.string() }),
);

const brain = loadBrain();
const predictions = cases.map(({ id, text }) => {
  const { level, language, topics, reasons } = judgementOf(brain, text);
  return { id, level, language, topics: topics.map((topic) => topic.id), reasons };
});
writeLines(out, predictions);
console.error(`${predictions.length} messages judged.`);
