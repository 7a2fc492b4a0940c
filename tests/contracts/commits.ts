// What the sentences of the store contract are said with: two people, a time, commits and rows with nothing special.
import { asId, type RecordId } from '../../src/core/index.js';
import type { Commit, OutboxRow, Store } from '../../src/stores/index.js';

export interface OpenStore {
  readonly store: Store;
  /** Moves the store's own clock (leases), not the wall clock that callers pass. */
  moveClock(ms: number): void;
  /** Opens what is on disk anew, as after a crash; only for stores that keep it. */
  reopen?(): Promise<Store>;
  close(): Promise<void>;
}

export const NOW = 1_763_800_000_000;
export const FAR = NOW + 3_600_000;
export const anna = asId<RecordId>('anna-0123456789abcdef');
export const ben = asId<RecordId>('ben-0123456789abcdef0');
export const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
export const text = (body: Uint8Array | null): string | null => body && Buffer.from(body).toString('utf8');

/** A commit of a new record with nothing beside it, but for what the test is about. */
export function commitOf(part: Partial<Commit> = {}): Commit {
  const empty = {
    expectedVersion: 0,
    body: bytes('body'),
    talk: [],
    talkStart: 0,
    talkFrom: 0,
    rows: [],
    wake: [],
  };
  return { id: anna, ...empty, expiresAt: FAR, ...part };
}

export function rowOf(part: Partial<OutboxRow> = {}): OutboxRow {
  return { id: 'row-1', recordId: anna, kind: 'send', body: bytes('sealed'), dueAt: NOW, ...part };
}

export async function versionOf(store: Store, commit: Commit): Promise<number> {
  const result = await store.commit(commit);
  if (!result.done) throw new Error(`the commit was refused: ${result.why}`);
  return result.version;
}
