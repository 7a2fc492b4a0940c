// npm run -s converse -- --in conversations.jsonl --out predictions.jsonl: the level after each turn, and the summary.
import { z } from 'zod';
import { type FactName, knownValue, MINUTE_MS } from '../core/index.js';
import { type Brain, createSolo } from '../wiring/index.js';
import { readArguments, required } from './arguments.js';
import { factsAsked, questionIn } from './last-question.js';
import { readLines, writeLines } from './lines.js';
import { loadBrain } from './load-brain.js';
import { type Standing, standingAfter, standingOf } from './standing.js';

const USAGE = 'npm run -s converse -- --in conversations.jsonl --out predictions.jsonl';
const turnSchema = z.object({
  text: z.string(),
  assistant_before: z.string().nullish(),
  gap_minutes: z.number().nonnegative().nullish(),
});
const conversationSchema = z.object({
  id: z.union([z.string(), z.number()]),
  turns: z.array(turnSchema).min(1),
});
type Spoken = z.infer<typeof conversationSchema>;

const FACTS: readonly FactName[] = [
  'who',
  'minor',
  'age',
  'ageBand',
  'state',
  'place',
  'immediateDanger',
  'safeToContact',
];

function play(brain: Brain, spoken: Spoken) {
  const solo = createSolo(brain);
  let standing = standingOf(solo.conversation);
  const asked = new Set<FactName>();
  const levels = spoken.turns.map((turn) => {
    const question = turn.assistant_before ? questionIn(brain, turn.assistant_before) : null;
    if (question) solo.asked(question);
    for (const fact of question ? factsAsked(question) : []) asked.add(fact);
    const gapMs = (turn.gap_minutes ?? 0) * MINUTE_MS + 1000;
    standing = standingAfter(standing, solo.say(turn.text, { gapMs }), solo.conversation);
    return standing.level;
  });
  return { id: spoken.id, levels, summary: summaryOf(standing, asked) };
}

/** Unknown is null; what the other side asked in `assistant_before` is not "not asked", answered or not. */
function summaryOf({ level, reasons, facts, language }: Standing, asked: ReadonlySet<FactName>) {
  return {
    level,
    reasons: reasons.map(({ source, id, text, start, end }) => ({ source, id, text, start, end })),
    ...Object.fromEntries(FACTS.map((fact) => [fact, knownValue<unknown>(facts[fact])])),
    needs: facts.needs,
    language: language.interpreter ?? language.tag,
    interpreter: language.interpreter !== null || language.tag !== 'en',
    notAsked: FACTS.filter((fact) => facts[fact].state === 'not-asked' && !asked.has(fact)),
  };
}

const given = readArguments(['in=', 'out='], USAGE);
const out = required(given, 'out', USAGE);
const conversations = readLines(required(given, 'in', USAGE), conversationSchema);
const brain = loadBrain();
writeLines(
  out,
  conversations.map((spoken) => play(brain, spoken)),
);
console.error(`${conversations.length} conversations played.`);
