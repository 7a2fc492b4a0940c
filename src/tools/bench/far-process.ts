// A process of its own for whatever is measured: started, waited for until it says its port, ended by its handle.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface FarProcess {
  readonly port: number;
  /** From the start of the process until it listened. */
  readonly readyMs: number;
  /** Anonymous resident memory, bytes; null where the system does not tell. */
  anonymousBytes(): number | null;
  stop(): Promise<void>;
}

/** Runs a file with Node. It sends `{ port }` to its parent when it listens. Rejects when it ends before that. */
export async function startFar(file: string, args: readonly string[] = []): Promise<FarProcess> {
  const startedAt = performance.now();
  const child = fork(file, [...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const port = await portOf(child);
  const readyMs = performance.now() - startedAt;
  return { port, readyMs, anonymousBytes: () => anonymousOf(child.pid), stop: () => stop(child) };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it listened`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** RssAnon of the kernel: mapped files of the store are not our memory. */
function anonymousOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  } catch {
    return null;
  }
}
