// npm run -s ask -- "question" [--json] [--lang es] [--channel sms]: one answer in a fresh conversation.
import type { ChannelKind } from '../core/index.js';
import { createSolo } from '../wiring/index.js';
import { fail, readArguments } from './arguments.js';
import { judgementOf } from './judgement.js';
import { loadBrain } from './load-brain.js';
import { showReplies } from './show-reply.js';

const USAGE = 'npm run -s ask -- "question" [--json] [--lang es] [--channel web|sms]';
const given = readArguments(['json', 'lang=', 'channel='], USAGE);
const question = given.words.join(' ');
if (question.trim() === '') fail(`A question is missing.\nUsage: ${USAGE}`);

const brain = loadBrain();
const language = typeof given.options['lang'] === 'string' ? { language: given.options['lang'] } : {};
const solo = createSolo(brain, {
  channel: (given.options['channel'] as ChannelKind | undefined) ?? 'web',
  ...language,
});
const turn = solo.say(question);
const reply = showReplies(turn.replies, brain.speaker);
if (given.options['json'])
  process.stdout.write(`${JSON.stringify({ ...judgementOf(brain, question), reply })}\n`);
else process.stdout.write(`${reply}\n`);
