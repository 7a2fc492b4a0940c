// The contract of every store (design §3): records with versions, their outbox, a queue index, wake-up hints.
// A record is sealed bytes; a store never sees plaintext. What a commit writes lives in the record's shard.
import { createHash } from 'node:crypto';
import type { CaseId, DeskId, QueueEntry, RecordId } from '../core/index.js';

export const SHARDS = 256;

/** The shard of a record: the first byte of SHA-256 of its id. */
export function shardOf(id: RecordId): number {
  return createHash('sha256').update(id).digest().readUInt8(0);
}

export interface StoredRecord {
  /** 0 when there is no record. Versions come from a counter of the shard: a number is never used twice, even after an erase. */
  readonly version: number;
  readonly body: Uint8Array | null;
  /** Entries at and after `talkFrom` of the read, oldest first; none without it. `index` counts from the record's first entry. */
  readonly talk: readonly { readonly index: number; readonly body: Uint8Array }[];
  /** Names of the marks that stand (opt-out, revoked), also without a record. They outlive an erase; past their time they stand until the next sweep. */
  readonly marks: ReadonlySet<string>;
}

export interface OutboxRow {
  /** Derived from the inbound id, unique within its record: committing it again while it is unsettled changes nothing. */
  readonly id: string;
  /** The record that the commit is for. */
  readonly recordId: RecordId;
  readonly kind: string;
  /** Sealed effect. */
  readonly body: Uint8Array;
  /** Wall clock, ms. Not leased earlier. */
  readonly dueAt: number;
  /** Not leased while the row of this id (same record) is unsettled: keeps the order of texts. */
  readonly after?: string;
}

export interface Commit {
  readonly id: RecordId;
  /** The version that was read; 0 for a record that must not exist. */
  readonly expectedVersion: number;
  readonly body: Uint8Array;
  /** Appended to the talk, in order; the first gets index `talkStart`. */
  readonly talk: readonly Uint8Array[];
  readonly talkStart: number;
  /** Entries below this index, also of this commit, are removed in the same write. */
  readonly talkFrom: number;
  readonly rows: readonly OutboxRow[];
  /** Inbound id (keyed hash; known to this record only) and what to answer a repeat with; kept until `expiresAt`. */
  readonly seen?: {
    readonly key: string;
    readonly answer: string;
    readonly at: number;
    readonly expiresAt: number;
  };
  /** Set until a time (Infinity: until removed), or removed with null. */
  readonly marks?: Readonly<Record<string, number | null>>;
  /** When the record, its talk and its unsettled rows may be swept; Infinity: never. */
  readonly expiresAt: number;
  /** Topics to wake after the write: `c:<record>`, `desk:<desk>`. Rows wake `outbox` by themselves. */
  readonly wake: readonly string[];
}

export type CommitResult =
  | { readonly done: true; readonly version: number }
  | { readonly done: false; readonly why: 'conflict' }
  | { readonly done: false; readonly why: 'seen'; readonly answer: string; readonly at: number };

export interface LeasedRow extends OutboxRow {
  /** Rises with each lease of this row; an older fence cannot settle it. */
  readonly fence: number;
  /** How often it was leased before. */
  readonly tries: number;
}

export interface Outbox {
  /**
   * Leases rows due at `now` (wall clock), oldest `dueAt` first, for `leaseMs` by the store's own clock.
   * A row under a live lease, or whose `after` is unsettled, is passed over.
   */
  lease(request: { worker: string; now: number; limit: number; leaseMs: number }): Promise<LeasedRow[]>;
  /**
   * Removes the row, or puts it back until `retryAt`. False when the fence is stale (somebody else held it since) or the row
   * is gone. A lapsed lease that nobody took over still settles.
   */
  settle(row: LeasedRow, outcome: 'done' | { readonly retryAt: number }): Promise<boolean>;
  /** When the next row falls due that nobody holds and that waits for no other, or null; a hint for how long to wait. */
  nextDueAt(): Promise<number | null>;
}

/** The index of a desk's queue: a list to look at, never the truth. The truth is the case in its conversation. */
export interface QueueIndex {
  /** Idempotent by case id; a new rank moves the case. Wakes `desk:<desk>`, as `remove` does. */
  put(entry: QueueEntry): Promise<void>;
  remove(deskId: DeskId, caseId: CaseId): Promise<void>;
  /** Lowest rank first, then by case id; at most `limit`, from `offset`. */
  list(
    deskId: DeskId,
    page: { offset: number; limit: number },
  ): Promise<{ entries: QueueEntry[]; total: number }>;
}

/** Eight members, and no more. Every store passes tests/contracts/store.ts without an exception by name. */
export interface Store {
  read(id: RecordId, options?: { readonly talkFrom?: number }): Promise<StoredRecord>;
  /** One atomic durable write, or nothing. Resolves only when it is on disk. A repeat of a seen key changes nothing. */
  commit(commit: Commit): Promise<CommitResult>;
  readonly outbox: Outbox;
  readonly queue: QueueIndex;
  /** Hints: a lost one costs at most a poll interval. Returns a function that stops listening. */
  onWake(listener: (topic: string) => void): () => void;
  /** Removes the record, its talk and its unsettled rows. Marks and seen rows stay. Idempotent. */
  erase(id: RecordId): Promise<void>;
  /** Erases at most `limit` records past `expiresAt`, longest overdue first, and drops all expired seen rows and marks; returns the records it erased. */
  sweep(now: number, limit: number): Promise<RecordId[]>;
  close(): Promise<void>;
}
