// npm run -s ask -- "question" [--json] [--lang es] [--channel sms]: one answer in a fresh conversation.
import { createSolo } from '../wiring/index.js';
import { fail, oneOf, readArguments } from './arguments.js';
import { CHANNELS, languageOf } from './chosen.js';
import { judgementOf } from './judgement.js';
import { loadBrain } from './load-brain.js';
import { createShow } from './show-reply.js';

const USAGE = 'npm run -s ask -- "question" [--json] [--lang es] [--channel web|sms|plain]';
const given = readArguments(['json', 'lang=', 'channel='], USAGE);
const question = given.words.join(' ');
if (question.trim() === '') fail(`A question is missing.\nUsage: ${USAGE}`);

const channel = oneOf(given, 'channel', CHANNELS);
const brain = loadBrain();
const solo = createSolo(brain, { channel, language: languageOf(given, brain) });
const reply = createShow(brain, channel)(solo.say(question).replies);
const shown = given.options['json'] ? JSON.stringify({ ...judgementOf(brain, question), reply }) : reply;
process.stdout.write(`${shown}\n`);
