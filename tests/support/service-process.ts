// The service as a process of its own, as `npm start` runs it: killed and started again on the same data.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PROJECT_ROOT } from './brain.js';

export interface ServiceProcess {
  readonly url: string;
  /** What the last start printed. */
  output(): string;
  start(): Promise<void>;
  /** SIGKILL: nothing is flushed, nothing is said. */
  kill(): Promise<void>;
}

export async function serviceProcess(environment: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  let printed = '';
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => printed,
    async start() {
      printed = '';
      const env = { PATH: process.env['PATH'] ?? '', PORT: String(port), LOG_LEVEL: 'error', ...environment };
      const started = spawn(process.execPath, [join(PROJECT_ROOT, 'dist', 'main.js')], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      await new Promise<void>((resolve, reject) => {
        started.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
        started.stdout?.on('data', (chunk: Buffer) => {
          printed += chunk.toString();
          if (printed.includes('/health')) resolve();
        });
      });
      started.removeAllListeners('exit');
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
