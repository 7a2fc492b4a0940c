// A real Redis for tests: its own process, folder and loopback port, with the settings that keep what was acknowledged.
// Where the binary is missing, Redis tests are skipped loudly, or fail when REQUIRE_SERVICES=1.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export interface RedisServer {
  readonly url: string;
  /** Where its append-only file and its dump lie. */
  readonly folder: string;
  /** Kills the process as a power switch would, and starts it on the same files. */
  crashAndRestart(): Promise<void>;
  kill(): Promise<void>;
  /** Forgets every key. */
  empty(): Promise<void>;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

const READY = 'Ready to accept connections';
const isInstalled = spawnSync('redis-server', ['--version']).status === 0;

/** A `describe` for tests that need Redis. */
export function describeWithRedis(name: string, tests: () => void): void {
  if (isInstalled || process.env.REQUIRE_SERVICES === '1') {
    describe(name, tests);
    return;
  }
  process.stderr.write(`\n*** SKIPPED: "${name}" needs redis-server, which is not installed. ***\n\n`);
  describe.skip(name, tests);
}

/** Starts a Redis; `settings` are added to its command line and win over ours. */
export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-redis-'));
  const port = await freePort();
  const run = () => launch([...baseSettings(port, folder), ...settings]);
  let running = await run();
  return {
    url: `redis://127.0.0.1:${port}`,
    folder,
    async crashAndRestart() {
      await kill(running);
      running = await run();
    },
    kill: () => kill(running),
    async empty() {
      const redis = new Redis(port, '127.0.0.1');
      await redis.flushall();
      redis.disconnect();
    },
    async stop() {
      await kill(running);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function baseSettings(port: number, folder: string): string[] {
  const network = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const safety = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];
  return [...network, ...safety, '--save', ''];
}

function launch(args: readonly string[]): Promise<ChildProcess> {
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let said = '';
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`redis-server stopped at its start: ${said}`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes(READY)) resolve(server);
    });
  });
}

async function kill(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
