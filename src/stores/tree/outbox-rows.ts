// The outbox of an embedded store. Rows lie in their record's shard; one ordered index of what is due spans all shards,
// so that a worker never looks at 256 empty ones. A row that waits for another is in no index until that one is settled.
import type { RecordId } from '../../core/index.js';
import { type Commit, type LeasedRow, type OutboxRow, shardOf } from '../store.js';
import { pack, unpack } from './packed.js';
import { below, LAST, nextNumber, PRESENT, type Tree, type TreeKey } from './tree.js';

interface Row {
  readonly kind: string;
  readonly dueAt: number;
  readonly after: string | null;
  readonly fence: number;
  readonly tries: number;
  /** The commit that brought the row and its place in it: the order among rows due at the same time. */
  readonly version: number;
  readonly place: number;
  /** The boot and monotonic time of its lease; null when nobody holds it. */
  readonly lease: { readonly boot: string; readonly until: number } | null;
}

/** The store's own clock for leases: monotonic, and only meaningful within one boot. */
export interface LeaseClock {
  readonly boot: string;
  now(): number;
}

interface RowId {
  readonly recordId: RecordId;
  readonly id: string;
}

const rowKey = ({ recordId, id }: RowId): TreeKey => [shardOf(recordId), recordId, 'row', id];
const waitsKey = (recordId: RecordId, after: string): TreeKey => [
  shardOf(recordId),
  recordId,
  'waits',
  after,
];
const dueKey = (at: RowId, row: Row): TreeKey => [
  'due',
  row.dueAt,
  row.version,
  row.place,
  at.recordId,
  at.id,
];
const leaseKey = (at: RowId, lease: { boot: string; until: number }): TreeKey => [
  'leased',
  lease.boot,
  lease.until,
  at.recordId,
  at.id,
];

/** Adds the rows of a commit; one that is there already stays as it is. */
export function addRows(tree: Tree, commit: Commit, version: number): void {
  const added = commit.rows.filter((row) => !tree.get(rowKey({ recordId: commit.id, id: row.id })));
  added.forEach((row, place) => {
    const { kind, dueAt, after = null } = row;
    const at = { recordId: commit.id, id: row.id };
    writeRow(tree, at, { kind, dueAt, after, fence: 0, tries: 0, version, place, lease: null }, row.body);
  });
  // A second pass, because a row may wait for one that stands behind it in the same commit.
  for (const row of added) queueOrWait(tree, { recordId: commit.id, id: row.id });
}

function queueOrWait(tree: Tree, at: RowId): void {
  const row = readRow(tree, at)?.header;
  if (!row) return;
  const waits = row.after !== null && tree.get(rowKey({ recordId: at.recordId, id: row.after }));
  if (waits && row.after !== null) tree.put([...waitsKey(at.recordId, row.after), at.id], PRESENT);
  else tree.put(dueKey(at, row), PRESENT);
}

/** Leases what is due, oldest first; leases that lapsed or belong to an earlier boot are given back before. */
export function leaseRows(
  tree: Tree,
  request: { now: number; limit: number; leaseMs: number },
  clock: LeaseClock,
): LeasedRow[] {
  for (const key of lapsedLeases(tree, clock)) giveBack(tree, key);
  const due = tree.range(['due'], ['due', request.now, LAST], { limit: request.limit });
  const lease = { boot: clock.boot, until: clock.now() + request.leaseMs };
  return due.flatMap(({ key }) => leaseOne(tree, key, lease));
}

/** Whether a lease call would find something: a look without a write. */
export function hasWork(tree: Tree, now: number, clock: LeaseClock): boolean {
  const due = tree.range(['due'], ['due', now, LAST], { limit: 1 });
  return due.length > 0 || lapsedLeases(tree, clock).length > 0;
}

/** Keys of leases that are over: of this boot by its clock, of any other boot at once. */
function lapsedLeases(tree: Tree, { boot, now }: LeaseClock): TreeKey[] {
  return [
    ...tree.range(['leased'], ['leased', boot]),
    ...tree.range(['leased', boot], ['leased', boot, now(), LAST]),
    ...tree.range(['leased', boot, LAST], ['leased', LAST]),
  ].map(({ key }) => key);
}

function giveBack(tree: Tree, key: TreeKey): void {
  const [, , , recordId, id] = key as [string, string, number, RecordId, string];
  const held = readRow(tree, { recordId, id });
  tree.remove(key);
  if (!held) return;
  const row = { ...held.header, lease: null };
  writeRow(tree, { recordId, id }, row, held.body);
  tree.put(dueKey({ recordId, id }, row), PRESENT);
}

function leaseOne(tree: Tree, key: TreeKey, lease: { boot: string; until: number }): LeasedRow[] {
  const [, , , , recordId, id] = key as [string, number, number, number, RecordId, string];
  const at = { recordId, id };
  const held = readRow(tree, at);
  tree.remove(key);
  if (!held) return [];
  const fence = nextNumber(tree, ['fence', shardOf(recordId)]);
  const { tries, kind, dueAt, after } = held.header;
  writeRow(tree, at, { ...held.header, fence, tries: tries + 1, lease }, held.body);
  tree.put(leaseKey(at, lease), PRESENT);
  const row: OutboxRow = { id, recordId, kind, body: held.body, dueAt, ...(after !== null && { after }) };
  return [{ ...row, fence, tries }];
}

/** Removes a row and frees those that wait for it, or puts it back until `retryAt`. False for a stale fence. */
export function settleRow(tree: Tree, leased: LeasedRow, outcome: 'done' | { retryAt: number }): boolean {
  const held = readRow(tree, leased);
  if (held?.header.fence !== leased.fence) return false;
  leaveIndexes(tree, leased, held.header);
  if (outcome === 'done') finish(tree, leased);
  else {
    const row = { ...held.header, dueAt: outcome.retryAt, lease: null };
    writeRow(tree, leased, row, held.body);
    tree.put(dueKey(leased, row), PRESENT);
  }
  return true;
}

function finish(tree: Tree, at: RowId): void {
  tree.remove(rowKey(at));
  for (const { key } of below(tree, waitsKey(at.recordId, at.id))) {
    tree.remove(key);
    queueOrWait(tree, { recordId: at.recordId, id: String(key[4]) });
  }
}

/** Removes every unsettled row of a record. */
export function removeRows(tree: Tree, recordId: RecordId): void {
  for (const { key, value } of below(tree, [shardOf(recordId), recordId, 'row'])) {
    leaveIndexes(tree, { recordId, id: String(key[3]) }, unpack<Row>(value).header);
    tree.remove(key);
  }
  for (const { key } of below(tree, [shardOf(recordId), recordId, 'waits'])) tree.remove(key);
}

/** When the first row that nobody holds falls due, or null. */
export function firstDueAt(tree: Tree): number | null {
  const [first] = below(tree, ['due'], { limit: 1 });
  return first ? Number(first.key[1]) : null;
}

function leaveIndexes(tree: Tree, at: RowId, row: Row): void {
  tree.remove(dueKey(at, row));
  if (row.lease) tree.remove(leaseKey(at, row.lease));
}

function readRow(tree: Tree, at: RowId): { header: Row; body: Uint8Array } | null {
  const held = tree.get(rowKey(at));
  return held ? unpack<Row>(held) : null;
}

function writeRow(tree: Tree, at: RowId, row: Row, body: Uint8Array): void {
  tree.put(rowKey(at), pack(row, body));
}
