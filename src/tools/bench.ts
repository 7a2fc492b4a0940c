// npm run bench [-- part ...] [-- --json]: what it costs, on this machine, beside something that everybody has.
import { fail, optional, readArguments } from './arguments.js';
import type { Measured, PartOptions } from './bench/part.js';
import { benchQueue } from './bench/queue.js';
import { benchStart } from './bench/start.js';
import { benchTurn } from './bench/turn.js';
import { benchUnderstanding } from './bench/understanding.js';
import { benchWidget } from './bench/widget.js';

const PARTS: Readonly<Record<string, (options: PartOptions) => Promise<Measured>>> = {
  understanding: benchUnderstanding,
  widget: benchWidget,
  start: benchStart,
  queue: benchQueue,
  turn: benchTurn,
};
const USAGE = `npm run bench [-- ${Object.keys(PARTS).join('|')}] [-- --turns 1200] [-- --json]`;

async function bench(): Promise<void> {
  const given = readArguments(['json', 'turns='], USAGE);
  const names = given.words.length > 0 ? given.words : Object.keys(PARTS);
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) fail(`There is no part ${unknown.join(', ')}.\nUsage: ${USAGE}`);
  const turns = Number(optional(given, 'turns') ?? 0);
  const options = turns > 0 ? { turns } : {};
  const figures: Record<string, unknown> = {};
  for (const name of names) {
    const measured = await PARTS[name]?.(options);
    figures[name] = measured?.figures;
    if (!given.options['json']) console.log(`${measured?.shown}\n`);
  }
  if (given.options['json']) process.stdout.write(`${JSON.stringify(figures)}\n`);
}

void bench();
