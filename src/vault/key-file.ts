// keys.bin: wrapped keys in fixed slots, overwritten in place and synced. They lie apart from the data because LMDB keeps
// removed values in its file. Slot 0 holds the root key's fingerprint. One process at a time: see key-file-lock.ts.
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyId } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import { type FileLock, lockFile } from './key-file-lock.js';
import { hashOfId, LARGEST_WRAPPED, noise, readSlot, SLOT_BYTES, writeSlot } from './key-slot.js';
import type { KeyStore } from './vault.js';

const READ_AT_ONCE = 8192 * SLOT_BYTES;
const HEADER = hashOfId('porchlight keys, 1');

interface Job {
  readonly idHash: string;
  /** Null to destroy. */
  readonly wrapped: Uint8Array | null;
  readonly resolve: () => void;
  readonly reject: (thrown: unknown) => void;
}

interface Write {
  readonly place: number;
  readonly bytes: Buffer;
}

/**
 * The KeyStore in the file at `path`, made with mode 0600 when missing. A slot that a crash left torn counts as free.
 * Throws `config.invalid` when another process has it open, `store.unavailable` when it cannot be read.
 */
export async function openKeyFile(path: string): Promise<KeyStore> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(failed);
  const lock = await lockFile(path);
  let file: FileHandle | undefined;
  try {
    file = await openOrMake(path);
    const store = new FileKeyStore(file, lock);
    await store.load();
    return store;
  } catch (thrown) {
    await file?.close();
    await lock.release();
    return failed(thrown);
  }
}

class FileKeyStore implements KeyStore {
  readonly #places = new Map<string, number>();
  readonly #free: number[] = [];
  /** The place behind the last; 0 is the header's. */
  #end = 1;
  #header: string | null = null;
  #jobs: Job[] = [];
  #writing: Promise<void> | null = null;

  constructor(
    private readonly file: FileHandle,
    private readonly lock: FileLock,
  ) {}

  async load(): Promise<void> {
    const chunk = Buffer.alloc(READ_AT_ONCE);
    for (let first = 0; ; first += READ_AT_ONCE / SLOT_BYTES) {
      const { bytesRead } = await this.file.read(chunk, 0, READ_AT_ONCE, first * SLOT_BYTES);
      this.#loadSlots(first, chunk.subarray(0, bytesRead));
      if (bytesRead < READ_AT_ONCE) return;
    }
  }

  async put(keyId: KeyId, wrapped: Uint8Array): Promise<void> {
    if (wrapped.length > LARGEST_WRAPPED)
      throw new RangeError(`a wrapped key has at most ${LARGEST_WRAPPED} bytes`);
    return this.#enqueue(hashOfId(keyId), Buffer.from(wrapped));
  }

  async get(keyId: KeyId): Promise<Buffer | null> {
    const idHash = hashOfId(keyId);
    const place = this.#places.get(idHash);
    if (place === undefined) return null;
    const bytes = Buffer.alloc(SLOT_BYTES);
    await this.file.read(bytes, 0, SLOT_BYTES, place * SLOT_BYTES).catch(failed);
    const slot = readSlot(place, bytes);
    // The slot may have been destroyed, and even given away, while it was read.
    return slot?.idHash === idHash ? slot.wrapped : null;
  }

  destroy(keyId: KeyId): Promise<void> {
    return this.#enqueue(hashOfId(keyId), null);
  }

  async fingerprint(expected: string): Promise<'new' | 'same' | 'other'> {
    if (this.#header !== null) return this.#header === expected ? 'same' : 'other';
    const bytes = writeSlot(0, { idHash: HEADER, wrapped: Buffer.from(expected, 'utf8') });
    await this.#write([{ place: 0, bytes }], true).catch(failed);
    this.#header = expected;
    return 'new';
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.file.close();
    await this.lock.release();
  }

  #loadSlots(first: number, chunk: Buffer): void {
    for (let at = 0; at < chunk.length; at += SLOT_BYTES) {
      const place = first + at / SLOT_BYTES;
      const slot = readSlot(place, chunk.subarray(at, at + SLOT_BYTES));
      if (place === 0) this.#header = slot?.idHash === HEADER ? slot.wrapped.toString('utf8') : null;
      else if (slot) this.#places.set(slot.idHash, place);
      else this.#free.push(place);
      this.#end = Math.max(this.#end, place + 1);
    }
  }

  #enqueue(idHash: string, wrapped: Uint8Array | null): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ idHash, wrapped, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Group commit: whatever came in while the last batch was synced goes out with the next one. */
  async #writeAll(): Promise<void> {
    while (this.#jobs.length > 0) await this.#writeBatch(this.#jobs.splice(0));
    this.#writing = null;
  }

  async #writeBatch(jobs: readonly Job[]): Promise<void> {
    const batch = new SlotBatch(this.#places, this.#free, this.#end);
    try {
      for (const job of jobs) batch.add(job);
      await this.#write(batch.writes, batch.end > this.#end);
    } catch (cause) {
      // What reached the disk is unknown: a new key that is there belongs to nobody, an old one is destroyed again.
      for (const job of jobs) job.reject(unavailable(cause));
      return;
    }
    this.#end = batch.end;
    this.#free.length -= batch.taken;
    this.#free.push(...batch.freed);
    for (const [idHash, place] of batch.moved) {
      if (place === null) this.#places.delete(idHash);
      else this.#places.set(idHash, place);
    }
    for (const job of jobs) job.resolve();
  }

  async #write(writes: readonly Write[], grows: boolean): Promise<void> {
    if (writes.length === 0) return;
    for (const { place, bytes } of writes) await this.file.write(bytes, 0, SLOT_BYTES, place * SLOT_BYTES);
    await (grows ? this.file.sync() : this.file.datasync());
  }
}

/** What a batch of jobs would write, and what the store would know afterwards; nothing changes before it is on disk. */
class SlotBatch {
  readonly writes: Write[] = [];
  readonly moved = new Map<string, number | null>();
  /** How many of the free places, from the end of the list, it uses. */
  taken = 0;
  /** Places it frees: given away by the next batch at the earliest, so that a failed one tears no key in use. */
  readonly freed: number[] = [];

  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly free: readonly number[],
    public end: number,
  ) {}

  add({ idHash, wrapped }: Job): void {
    const known = this.moved.get(idHash);
    const place = known === undefined ? (this.places.get(idHash) ?? null) : known;
    if (wrapped && place === null) this.#put(idHash, wrapped);
    if (!wrapped && place !== null) this.#destroy(idHash, place);
  }

  #put(idHash: string, wrapped: Uint8Array): void {
    const place = this.free.at(-1 - this.taken) ?? this.end;
    if (place === this.end) this.end += 1;
    else this.taken += 1;
    this.moved.set(idHash, place);
    this.writes.push({ place, bytes: writeSlot(place, { idHash, wrapped }) });
  }

  #destroy(idHash: string, place: number): void {
    this.moved.set(idHash, null);
    this.writes.push({ place, bytes: noise() });
    this.freed.push(place);
  }
}

async function openOrMake(path: string): Promise<FileHandle> {
  const made = await open(path, 'wx+', 0o600).catch(() => null);
  if (!made) return open(path, 'r+');
  await made.sync();
  // The name of a new file is durable only when its folder is.
  const folder = await open(dirname(path), 'r');
  await folder.sync();
  await folder.close();
  return made;
}

function unavailable(cause: unknown): PorchlightError {
  return new PorchlightError('store.unavailable', 'The key file failed.', { cause });
}

function failed(cause: unknown): never {
  throw cause instanceof PorchlightError ? cause : unavailable(cause);
}
