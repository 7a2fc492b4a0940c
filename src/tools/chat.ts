// npm run chat [-- --lang es --channel sms --desk nobody-now --record file.yaml]: talk to it in a terminal.
import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { MINUTE_MS } from '../core/index.js';
import { fail, oneOf, optional, readArguments } from './arguments.js';
import { CHANNELS, languageOf } from './chosen.js';
import { loadBrain } from './load-brain.js';
import { createShow } from './show-reply.js';
import type { Step } from './stage/conversation-file.js';
import { seenAs, writeRecording } from './stage/record.js';
import { type Happened, openStage } from './stage/stage.js';

const USAGE =
  'npm run chat [-- --lang es --channel web|sms|plain --desk staffed|nobody-now|closed --record file.yaml]';
const HELP = `Write as a person would; a number presses a button. A line that begins with / is a command:
  /press <id>   a button that is not numbered, such as hide, erase, strike:needs
  /wait <min>   lets time pass; timers fall due
  /staff <text> somebody at the desk claims the case and writes; /close ends their talk
  /why          level, reasons, facts and where the conversation is
  /quit`;

const given = readArguments(['lang=', 'channel=', 'desk=', 'record='], USAGE);
const record = optional(given, 'record');
if (record !== undefined && existsSync(record)) fail(`${record} is already there; name a new file.`);
const channel = oneOf(given, 'channel', CHANNELS);
const desk = oneOf(given, 'desk', ['staffed', 'nobody-now', 'closed'] as const);
const brain = loadBrain();
const options = { channel, desk, language: languageOf(given, brain) };
const stage = openStage(brain, options, Date.now());
const show = createShow(brain, channel, true);
const steps: Step[] = [];

function act(step: Step, happened: Happened): void {
  steps.push({ ...step, expect: seenAs(stage, happened) });
  if (happened.refused !== null) console.log(`(refused: ${happened.refused})`);
  const shown = show(happened.replies);
  if (shown !== '') console.log(`\n${shown}\n`);
}

function press(action: string): void {
  act({ press: action }, stage.press(action));
}

function staff(text: string): void {
  const status = stage.conversation.case?.status;
  if (status !== 'claimed' && status !== 'connected') act({ staff: 'claim' }, stage.staff({ kind: 'claim' }));
  act({ staff_says: text }, stage.staff({ kind: 'message', text }));
}

function why(): void {
  const { level, reasons, facts, dialog, language, case: current } = stage.conversation;
  const known = Object.entries(facts).filter(([, fact]) => !('state' in fact) || fact.state === 'known');
  console.log(
    JSON.stringify(
      { level, reasons, facts: Object.fromEntries(known), dialog, language, case: current?.status ?? null },
      null,
      2,
    ),
  );
}

const COMMANDS: Readonly<Record<string, (rest: string) => void>> = {
  '/press': press,
  '/wait': (minutes) => {
    const wait_minutes = Number(minutes) || 1;
    act({ wait_minutes }, stage.wait(wait_minutes * MINUTE_MS));
  },
  '/staff': (text) => staff(text || 'Hi. I am here.'),
  '/close': () => act({ staff: 'close' }, stage.staff({ kind: 'close', disposition: 'helped' })),
  '/why': why,
  '/help': () => console.log(HELP),
};

function take(line: string): void {
  const [word = '', ...rest] = line.split(' ');
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  if (command) return command(rest.join(' '));
  const number = channel === 'sms' ? Number.NaN : Number(line);
  const choice = stage.conversation.offered[number - 1];
  if (choice) press(choice.id);
  else act({ say: line }, stage.say(line));
}

console.log(`/quit ends, /help shows more. In danger? This is only a terminal: call 911.`);
const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
if (channel !== 'sms') press('start');
lines.prompt();
lines.on('line', (line) => {
  if (line.trim() === '/quit') return lines.close();
  take(line);
  lines.prompt();
});
lines.on('close', () => {
  if (record !== undefined) {
    writeFileSync(record, writeRecording({ id: basename(record, '.yaml'), options, steps }), { flag: 'wx' });
    console.log(`\nWritten to ${record}. Say in it what it shows, and which words matter.`);
  }
});
