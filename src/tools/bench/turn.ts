// A whole durable turn on the embedded store, beside the SDK's echo bot with memory storage: one request a message to each,
// round by round, on one machine in one run. Only the ratios mean something elsewhere.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsOf } from '../evaluate/own.js';
import { projectRoot } from '../project.js';
import { table } from '../table.js';
import { startFar } from './far-process.js';
import { load } from './load.js';
import type { Measured, PartOptions } from './part.js';
import { percentile, plain } from './percentiles.js';
import { echoTarget, type Target, webTarget } from './targets.js';

const CONNECTIONS = [8, 32];
const ROUNDS = 5;
const TURNS = 1200;

interface Figures {
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** `turns` in each of the rounds, after as many to warm up. */
export async function benchTurn({ turns = TURNS }: PartOptions = {}): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'porchlight-bench-'));
  const echo = await startFar(join(projectRoot, 'src', 'tools', 'bench', 'echo-bot.mjs'));
  const ours = await startFar(join(__dirname, 'serve.js'), [dataDir]);
  try {
    const texts = rowsOf(projectRoot, 'test').map(({ text }) => text);
    const sides = { echo: echoTarget(echo.port), ours: webTarget(ours.port), texts, turns };
    for (const target of [sides.echo, sides.ours]) await load({ target, connections: 8, turns, texts });
    const rows = [];
    for (const connections of CONNECTIONS) rows.push(await compare(sides, connections));
    for (const target of [sides.echo, sides.ours]) target.close();
    return { figures: { rows }, shown: rows.map(showRow).join('\n\n') };
  } finally {
    await Promise.all([echo.stop(), ours.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Sides {
  readonly echo: Target;
  readonly ours: Target;
  readonly texts: readonly string[];
  readonly turns: number;
}

interface Comparison {
  readonly connections: number;
  readonly echo: Figures;
  readonly ours: Figures;
  readonly throughputRatio: number;
  readonly p99Ratio: number;
}

/** Round by round, one after the other, so that a slow moment of the machine meets both. */
async function compare(sides: Sides, connections: number): Promise<Comparison> {
  const rounds: { echo: Figures; ours: Figures }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measure = async (target: Target) =>
      figuresOf(await load({ target, connections, turns: sides.turns, texts: sides.texts }));
    rounds.push({ echo: await measure(sides.echo), ours: await measure(sides.ours) });
  }
  const [echo, ours] = [middle(rounds.map((one) => one.echo)), middle(rounds.map((one) => one.ours))];
  return {
    connections,
    echo,
    ours,
    throughputRatio: ours.turnsPerSecond / echo.turnsPerSecond,
    p99Ratio: ours.p99Ms / echo.p99Ms,
  };
}

function figuresOf({ turnsPerSecond, times }: Awaited<ReturnType<typeof load>>): Figures {
  return { turnsPerSecond, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
}

function middle(rounds: readonly Figures[]): Figures {
  const of = (name: keyof Figures) =>
    percentile(
      rounds.map((round) => round[name]),
      0.5,
    );
  return { turnsPerSecond: of('turnsPerSecond'), p50Ms: of('p50Ms'), p99Ms: of('p99Ms') };
}

function showRow({ connections, echo, ours, throughputRatio, p99Ratio }: Comparison): string {
  const row = (name: string, figures: Figures) => [
    name,
    plain(figures.turnsPerSecond),
    plain(figures.p50Ms),
    plain(figures.p99Ms),
  ];
  const rows = [
    row('SDK echo bot, memory', echo),
    row('Porchlight, durable', ours),
    ['ratio', `${plain(throughputRatio)}x`, '', `${plain(p99Ratio)}x`],
  ];
  return table(`Whole turns, ${connections} connections`, ['', 'turns/s', 'p50 ms', 'p99 ms'], rows);
}
