// Records of an embedded store: read, commit, erase and sweep, each as one pass over a tree inside one transaction.
// The outbox is outbox-rows.ts; what is written here lies under the record's shard, but for the ordered expiry keys.
import type { RecordId } from '../../core/index.js';
import { type Commit, type CommitResult, type StoredRecord, shardOf } from '../store.js';
import { addRows, removeRows } from './outbox-rows.js';
import { pack, unpack } from './packed.js';
import { below, LAST, nextNumber, PRESENT, type Tree, type TreeKey } from './tree.js';

interface Header {
  readonly version: number;
  /** First and next index of the talk. */
  readonly first: number;
  readonly next: number;
  /** Null: never. */
  readonly expiresAt: number | null;
}

interface SeenRow {
  readonly answer: string;
  readonly at: number;
}

// All of a record lies side by side, so that a commit touches few pages of the disk.
const recordKey = (id: RecordId): TreeKey => [shardOf(id), id, 'record'];
const talkKey = (id: RecordId, index: number): TreeKey => [shardOf(id), id, 'talk', index];
const seenKey = (id: RecordId, key: string): TreeKey => [shardOf(id), id, 'seen', key];
const markKey = (id: RecordId, name: string): TreeKey => [shardOf(id), id, 'mark', name];

const toBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8');
const fromBytes = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));

/** The record as `Store.read` gives it. Without `talkFrom` no talk is read. */
export function readRecord(tree: Tree, id: RecordId, talkFrom = Number.POSITIVE_INFINITY): StoredRecord {
  const held = tree.get(recordKey(id));
  const prefix = [shardOf(id), id, 'mark'];
  const marks = new Set(below(tree, prefix).map(({ key }) => String(key[3])));
  if (!held) return { version: 0, body: null, talk: [], marks };
  const { header, body } = unpack<Header>(held);
  return { version: header.version, body, talk: readTalk(tree, id, { header, talkFrom }), marks };
}

function readTalk(
  tree: Tree,
  id: RecordId,
  part: { header: Header; talkFrom: number },
): StoredRecord['talk'] {
  const from = Math.max(part.talkFrom, part.header.first);
  if (from >= part.header.next) return [];
  return tree
    .range(talkKey(id, from), talkKey(id, part.header.next))
    .map(({ key, value }) => ({ index: Number(key[3]), body: value }));
}

/** One commit. Refuses before it writes anything; the seen row is looked at before the version. */
export function writeCommit(tree: Tree, commit: Commit): CommitResult {
  const repeat = commit.seen && tree.get(seenKey(commit.id, commit.seen.key));
  if (repeat) return { done: false, why: 'seen', ...(fromBytes(repeat) as SeenRow) };
  const held = tree.get(recordKey(commit.id));
  const before = held ? unpack<Header>(held).header : null;
  if ((before?.version ?? 0) !== commit.expectedVersion) return { done: false, why: 'conflict' };

  const version = nextNumber(tree, ['version', shardOf(commit.id)]);
  const talk = writeTalk(tree, commit, before);
  const expiresAt = Number.isFinite(commit.expiresAt) ? commit.expiresAt : null;
  tree.put(recordKey(commit.id), pack({ version, ...talk, expiresAt } satisfies Header, commit.body));
  moveExpiry(tree, commit.id, { before: before?.expiresAt ?? null, after: expiresAt });
  addRows(tree, commit, version);
  writeSeen(tree, commit);
  writeMarks(tree, commit);
  return { done: true, version };
}

function writeTalk(tree: Tree, commit: Commit, before: Header | null): { first: number; next: number } {
  const held = before ?? { first: commit.talkStart, next: commit.talkStart };
  commit.talk.forEach((body, place) => {
    tree.put(talkKey(commit.id, commit.talkStart + place), body);
  });
  const next = Math.max(held.next, commit.talkStart + commit.talk.length);
  for (let index = held.first; index < Math.min(commit.talkFrom, next); index += 1) {
    tree.remove(talkKey(commit.id, index));
  }
  return { first: Math.max(held.first, commit.talkFrom), next };
}

function moveExpiry(tree: Tree, id: RecordId, times: { before: number | null; after: number | null }): void {
  if (times.before === times.after) return;
  if (times.before !== null) tree.remove(['expiry', times.before, id]);
  if (times.after !== null) tree.put(['expiry', times.after, id], PRESENT);
}

function writeSeen(tree: Tree, { id, seen }: Commit): void {
  if (!seen) return;
  tree.put(seenKey(id, seen.key), toBytes({ answer: seen.answer, at: seen.at } satisfies SeenRow));
  if (Number.isFinite(seen.expiresAt)) tree.put(['fading', seen.expiresAt, 'seen', id, seen.key], PRESENT);
}

function writeMarks(tree: Tree, { id, marks = {} }: Commit): void {
  for (const [name, until] of Object.entries(marks)) {
    const key = markKey(id, name);
    const held = tree.get(key);
    const before = held && (fromBytes(held) as number | null);
    if (before) tree.remove(['fading', before, 'mark', id, name]);
    if (until === null) tree.remove(key);
    else tree.put(key, toBytes(Number.isFinite(until) ? until : null));
    if (until !== null && Number.isFinite(until)) tree.put(['fading', until, 'mark', id, name], PRESENT);
  }
}

/** Removes the record, its talk and its rows; seen rows and marks stay. Nothing happens when there is none. */
export function eraseRecord(tree: Tree, id: RecordId): void {
  const held = tree.get(recordKey(id));
  if (!held) return;
  moveExpiry(tree, id, { before: unpack<Header>(held).header.expiresAt, after: null });
  for (const { key } of below(tree, [shardOf(id), id, 'talk'])) tree.remove(key);
  removeRows(tree, id);
  tree.remove(recordKey(id));
}

/** Erases at most `limit` records whose time has come, the longest overdue first; returns their ids. */
export function sweepRecords(tree: Tree, now: number, limit: number): RecordId[] {
  const ids = tree.range(['expiry'], ['expiry', now, LAST], { limit }).map(({ key }) => key[2] as RecordId);
  for (const id of ids) eraseRecord(tree, id);
  return ids;
}

/** Drops at most `limit` seen rows and marks whose time has come; returns how many. */
export function dropFaded(tree: Tree, now: number, limit: number): number {
  const faded = tree.range(['fading'], ['fading', now, LAST], { limit });
  for (const { key } of faded) {
    const [, , what, id, name] = key as [string, number, string, RecordId, string];
    tree.remove(what === 'seen' ? seenKey(id, name) : markKey(id, name));
    tree.remove(key);
  }
  return faded.length;
}
