// The queue index of an embedded store: one ordered list a desk, and beside it where each case stands in it.
import type { CaseId, DeskId, QueueEntry } from '../../core/index.js';
import { LAST, type Tree, type TreeKey } from './tree.js';

const rankKey = (deskId: DeskId, caseId: CaseId): TreeKey => ['queued', deskId, caseId];

/** Puts a case in its desk's list, or moves it to another rank. */
export function putEntry(tree: Tree, entry: QueueEntry): void {
  removeEntry(tree, entry.deskId, entry.caseId);
  tree.put(['queue', entry.deskId, entry.rank, entry.caseId], Buffer.from(JSON.stringify(entry), 'utf8'));
  tree.put(rankKey(entry.deskId, entry.caseId), Buffer.from(String(entry.rank), 'latin1'));
}

/** Takes a case off the list; nothing when it is not there. */
export function removeEntry(tree: Tree, deskId: DeskId, caseId: CaseId): void {
  const rank = tree.get(rankKey(deskId, caseId));
  if (!rank) return;
  tree.remove(['queue', deskId, Number(Buffer.from(rank).toString('latin1')), caseId]);
  tree.remove(rankKey(deskId, caseId));
}

/** One page of a desk's list, lowest rank first, and how many there are in all. */
export function listEntries(
  tree: Tree,
  deskId: DeskId,
  page: { offset: number; limit: number },
): { entries: QueueEntry[]; total: number } {
  const prefix: TreeKey = ['queue', deskId];
  const entries = tree
    .range(prefix, [...prefix, LAST], page)
    .map(({ value }) => JSON.parse(Buffer.from(value).toString('utf8')) as QueueEntry);
  return { entries, total: tree.count(prefix, [...prefix, LAST]) };
}
