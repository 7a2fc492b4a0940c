// npm run -s converse -- --in conversations.jsonl --out predictions.jsonl: the level after each turn, and the summary.
import { z } from 'zod';
import { type Conversation, type FactName, type Facts, knownValue, MINUTE_MS } from '../core/index.js';
import { type Brain, createSolo } from '../wiring/index.js';
import { readArguments, required } from './arguments.js';
import { questionIn } from './last-question.js';
import { readLines, writeLines } from './lines.js';
import { loadBrain } from './load-brain.js';

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
  const levels = spoken.turns.map((turn) => {
    const question = turn.assistant_before ? questionIn(turn.assistant_before) : null;
    if (question) solo.asked(question);
    solo.say(turn.text, { gapMs: (turn.gap_minutes ?? 0) * MINUTE_MS + 1000 });
    return solo.conversation.level;
  });
  return { id: spoken.id, levels, summary: summaryOf(solo.conversation) };
}

/** Unknown is null. What was told before an idle gap still counts for staff; what was told since wins. */
function summaryOf(conversation: Conversation) {
  const facts = withEarlier(conversation);
  const { tag, interpreter } = conversation.language;
  return {
    level: conversation.level,
    reasons: conversation.reasons.map(({ source, id, text, start, end }) => ({
      source,
      id,
      text,
      start,
      end,
    })),
    ...Object.fromEntries(FACTS.map((fact) => [fact, knownValue<unknown>(facts[fact])])),
    needs: facts.needs,
    language: interpreter ?? tag,
    interpreter: interpreter !== null || tag !== 'en',
    notAsked: FACTS.filter((fact) => facts[fact].state === 'not-asked'),
  };
}

function withEarlier({ facts, earlier }: Conversation): Facts {
  if (!earlier) return facts;
  const merged = FACTS.map((fact) => [
    fact,
    facts[fact].state === 'known' ? facts[fact] : earlier.facts[fact],
  ]);
  return {
    ...facts,
    ...Object.fromEntries(merged),
    needs: [...new Set([...earlier.facts.needs, ...facts.needs])],
  };
}

const given = readArguments(['in=', 'out='], USAGE);
const conversations = readLines(required(given, 'in', USAGE), conversationSchema);
const brain = loadBrain();
writeLines(
  required(given, 'out', USAGE),
  conversations.map((spoken) => play(brain, spoken)),
);
console.error(`${conversations.length} conversations played.`);
