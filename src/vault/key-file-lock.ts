// Keeps a second process away from keys.bin: both would give the same free slot to two keys, and one would be lost.
// The lock names its process and when that began, so that one left by a crash is seen through.
import { open, readFile, unlink } from 'node:fs/promises';
import { PorchlightError } from '../errors.js';

export interface FileLock {
  release(): Promise<void>;
}

/** Takes the lock beside `path`. Throws `config.invalid` while another living process, or this one, holds it. */
export async function lockFile(path: string): Promise<FileLock> {
  const lockPath = `${path}.lock`;
  const holder = await readFile(lockPath, 'utf8').catch(() => null);
  if (holder !== null) {
    if (await isAlive(holder)) {
      const [pid] = holder.split(' ');
      throw new PorchlightError('config.invalid', `${path} is in use by process ${pid}; stop that first.`);
    }
    await unlink(lockPath).catch(() => undefined);
  }
  await writeLock(path, lockPath);
  return { release: () => unlink(lockPath).catch(() => undefined) };
}

async function writeLock(path: string, lockPath: string): Promise<void> {
  const file = await open(lockPath, 'wx', 0o600).catch((cause: unknown) => {
    throw new PorchlightError('config.invalid', `${path} cannot be locked.`, { cause });
  });
  await file.writeFile(`${process.pid} ${await startOf(process.pid)}`);
  await file.close();
}

async function isAlive(holder: string): Promise<boolean> {
  const [pid = '', start = ''] = holder.split(' ');
  if (!/^\d+$/.test(pid)) return false;
  return start !== '' ? (await startOf(Number(pid))) === start : isRunning(Number(pid));
}

/** When a process began, in the kernel's own ticks; empty where that is not told, or when there is none. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold spaces; the 20th field behind it is the start.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
