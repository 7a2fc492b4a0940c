// How long the service takes until it listens, and what memory it holds then, beside an empty Node process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../table.js';
import { startFar } from './far-process.js';
import type { Measured } from './part.js';
import { percentile, plain } from './percentiles.js';

const STARTS = 5;

interface Start {
  readonly readyMs: number;
  readonly anonymousMb: number;
}

export async function benchStart(): Promise<Measured> {
  const ours: Start[] = [];
  const bare: Start[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    bare.push(await startOnce('listen.js', []));
    const dataDir = mkdtempSync(join(tmpdir(), 'porchlight-bench-'));
    ours.push(await startOnce('serve.js', [dataDir]));
    rmSync(dataDir, { recursive: true, force: true });
  }
  const rows = [row('Node with an empty server', bare), row('Porchlight', ours)];
  return { figures: { ours, bare }, shown: table('Start', ['', 'ready ms', 'memory MB'], rows) };
}

async function startOnce(file: string, args: readonly string[]): Promise<Start> {
  const far = await startFar(join(__dirname, file), args);
  const { readyMs } = far;
  const anonymousMb = (far.anonymousBytes() ?? Number.NaN) / 1024 / 1024;
  await far.stop();
  return { readyMs, anonymousMb };
}

function row(name: string, starts: readonly Start[]): string[] {
  const of = (figure: keyof Start) =>
    plain(
      percentile(
        starts.map((start) => start[figure]),
        0.5,
      ),
    );
  return [name, of('readyMs'), of('anonymousMb')];
}
