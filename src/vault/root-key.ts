// The root key's file: 32 random bytes as text, readable by its owner alone. Keep it off the data's disk and out of backups.
import { randomBytes, randomUUID } from 'node:crypto';
import { access, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PorchlightError } from '../errors.js';
import { KEY_BYTES } from './envelope.js';

const OTHERS = 0o077;

/**
 * The 32 bytes in the file (base64, base64url or hexadecimal, white space around it ignored); a new key is made when there is
 * no file. Throws `config.invalid` when others may read it, or when it does not hold 32 bytes.
 */
export async function loadRootKey(path: string): Promise<Buffer> {
  const made = await makeKey(path);
  if (made) return made;
  const { mode } = await stat(path).catch(refused);
  // Windows has no such bits.
  if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
    const shown = (mode & 0o777).toString(8);
    throw new PorchlightError('config.invalid', `${path} has mode ${shown}; run: chmod 600 ${path}`);
  }
  const key = toKey((await readFile(path, 'utf8').catch(refused)).trim());
  if (!key) throw new PorchlightError('config.invalid', `${path} does not hold ${KEY_BYTES} bytes as text.`);
  return key;
}

function toKey(text: string): Buffer | null {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  if (!isHex && !/^[\w+/-]{43}=?$/.test(text)) return null;
  const key = Buffer.from(text, isHex ? 'hex' : 'base64');
  return key.length === KEY_BYTES ? key : null;
}

/** A new key on disk, whole or not at all; null when there is a file already. */
async function makeKey(path: string): Promise<Buffer | null> {
  if (await access(path).then(...IS_THERE)) return null;
  const folder = dirname(path);
  const draft = `${path}.${randomUUID()}`;
  const key = randomBytes(KEY_BYTES);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(refused);
  await writeSynced(draft, `${key.toString('base64url')}\n`).catch(refused);
  // A link, not a rename: of two processes that start at once, the first makes the key and the second reads it.
  const made = await link(draft, path).then(...IS_THERE);
  await unlink(draft).catch(refused);
  await syncFolder(folder).catch(refused);
  return made ? key : null;
}

const IS_THERE = [() => true, () => false] as const;

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync();
  await folder.close();
}

function refused(cause: unknown): never {
  throw new PorchlightError('config.invalid', 'The root key file cannot be read or made.', { cause });
}
