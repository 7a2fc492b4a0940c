// How long it takes to understand one message: fold, language, concepts, topics, triage; all languages loaded.
import { createHash } from 'node:crypto';
import type { Brain } from '../../wiring/index.js';
import { rowsOf } from '../evaluate/own.js';
import { judgementOf } from '../judgement.js';
import { loadBrain } from '../load-brain.js';
import { projectRoot } from '../project.js';
import { table } from '../table.js';
import type { Measured } from './part.js';
import { percentile, plain } from './percentiles.js';

const ROUNDS = 20;

/** Microseconds a message over the messages of our test split, beside a fixed piece of work of this machine. */
export async function benchUnderstanding(): Promise<Measured> {
  const brain = loadBrain();
  const texts = rowsOf(projectRoot, 'test').map(({ text }) => text);
  measure(brain, texts);
  const times = Array.from({ length: ROUNDS }, () => measure(brain, texts)).flat();
  const yardstick = percentile(Array.from({ length: 500 }, hashOnce), 0.5);
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  const figures = {
    messages: texts.length,
    p50Microseconds: p50,
    p99Microseconds: p99,
    ratioToYardstick: p50 / yardstick,
  };
  const shown = table(
    'Understanding one message, microseconds',
    ['messages', 'p50', 'p99', 'to yardstick'],
    [[texts.length, plain(p50), plain(p99), `${plain(p50 / yardstick)}x`]],
  );
  return { figures, shown: `${shown}\nYardstick: SHA-256 of 64 KiB on this machine, ${plain(yardstick)}.` };
}

function measure(brain: Brain, texts: readonly string[]): number[] {
  return texts.map((text) => timed(() => judgementOf(brain, text)));
}

const BLOCK = Buffer.alloc(65_536, 'porchlight');

function hashOnce(): number {
  return timed(() => createHash('sha256').update(BLOCK).digest());
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) * 1000;
}
