// Between the contract's values and what travels to and from a script: flat arguments out, Buffers back.
import type { RecordId } from '../../core/index.js';
import type { Commit, CommitResult, LeasedRow, StoredRecord } from '../store.js';
import type { Argument } from './link.js';

/** The hash tag of a shard: all keys that start so lie in one slot. */
export function shardPrefix(shard: number): string {
  return `{s${shard}}:`;
}

/** A finite number as Redis takes it; nothing for Infinity. */
function untilTime(time: number): string {
  return Number.isFinite(time) ? String(time) : '';
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The arguments of COMMIT, in its order. */
export function commitArguments(
  commit: Commit,
  send: { dueChannel: string; from: string; wakeChannel: string },
): Argument[] {
  const { seen, marks = {} } = commit;
  const seenRow = seen ? [[seen.key, seen.answer, seen.at, untilTime(seen.expiresAt)]] : [];
  const talk = commit.talk.map((entry) => [asBuffer(entry)]);
  const rows = commit.rows.map((row) => [row.id, row.kind, asBuffer(row.body), row.dueAt, row.after ?? '']);
  const marked = Object.entries(marks).map(([name, until]) => [
    name,
    until === null ? 'none' : untilTime(until),
  ]);
  const wake = commit.wake.map((topic) => [topic]);
  const { id, expectedVersion, talkStart, talkFrom } = commit;
  return [
    ...[id, expectedVersion, asBuffer(commit.body), talkStart, talkFrom, untilTime(commit.expiresAt)],
    ...[send.dueChannel, send.from, send.wakeChannel],
    ...[seenRow, talk, rows, marked, wake].flatMap((list) => [list.length, ...list.flat()]),
  ];
}

/** What COMMIT answered: a word, a value, and when the earliest of its rows falls due. */
export function toCommitResult([word, value = '']: readonly string[]): CommitResult {
  if (word === 'done') return { done: true, version: Number(value) };
  if (word === 'conflict') return { done: false, why: 'conflict' };
  const cut = value.indexOf('\n');
  return { done: false, why: 'seen', answer: value.slice(cut + 1), at: Number(value.slice(0, cut)) };
}

/** What READ answered. */
export function toRecord(reply: unknown): StoredRecord {
  const [version, body, marks, first, talk] = list(reply);
  const start = Number(text(first));
  const known = Number(text(version));
  return {
    version: known,
    body: known === 0 ? null : bytes(body),
    talk: list(talk).map((entry, place) => ({ index: start + place, body: bytes(entry) })),
    marks: new Set(texts(marks)),
  };
}

/** One row that LEASE gave. */
export function toLeasedRow(reply: unknown): LeasedRow {
  const [recordId, id, kind, body, dueAt, after, fence, tries] = list(reply);
  return {
    recordId: text(recordId) as RecordId,
    id: text(id),
    kind: text(kind),
    body: bytes(body),
    dueAt: Number(text(dueAt)),
    ...(text(after) !== '' && { after: text(after) }),
    fence: Number(text(fence)),
    tries: Number(text(tries)),
  };
}

export function list(reply: unknown): unknown[] {
  return Array.isArray(reply) ? reply : [];
}

export function text(reply: unknown): string {
  return Buffer.isBuffer(reply) ? reply.toString('utf8') : String(reply ?? '');
}

export function texts(reply: unknown): string[] {
  return list(reply).map(text);
}

function bytes(reply: unknown): Buffer {
  return Buffer.isBuffer(reply) ? reply : Buffer.alloc(0);
}
