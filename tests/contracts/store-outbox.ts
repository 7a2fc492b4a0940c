// The second half of the store contract: outbox, leases, the queue index and wake-ups. Called by describeStore.
import { asId, type CaseId, type DeskId, type QueueEntry, type RecordId } from '../../src/core/index.js';
import type { LeasedRow, OutboxRow, Store } from '../../src/stores/index.js';
import { anna, ben, bytes, commitOf, FAR, NOW, type OpenStore, rowOf, versionOf } from './commits.js';

const LEASE_MS = 30_000;

export function describeOutbox(use: () => OpenStore): void {
  let store: Store;
  beforeEach(() => {
    store = use().store;
  });
  const lease = (part: { worker?: string; now?: number; limit?: number } = {}) =>
    store.outbox.lease({ worker: 'one', now: NOW, limit: 100, leaseMs: LEASE_MS, ...part });
  const idsOf = (rows: readonly LeasedRow[]) => rows.map((row) => row.id);
  const commitRows = (rows: readonly OutboxRow[]) => versionOf(store, commitOf({ rows }));
  const leaseOne = async (): Promise<LeasedRow> => {
    const [row] = await lease({ limit: 1 });
    if (!row) throw new Error('no row was due');
    return row;
  };

  describe('the outbox', () => {
    test('a committed row is leased as it was written', async () => {
      await commitRows([rowOf()]);
      const [row] = await lease();
      expect(row).toMatchObject({ id: 'row-1', recordId: anna, kind: 'send', dueAt: NOW, tries: 0 });
      expect(row && 'after' in row).toBe(false);
      expect(Buffer.from(row?.body ?? []).toString()).toBe('sealed');
    });

    test('a row that is committed twice is one row, and stays as it was', async () => {
      const version = await commitRows([rowOf()]);
      const again = [rowOf({ body: bytes('other'), dueAt: FAR })];
      await versionOf(store, commitOf({ expectedVersion: version, rows: again }));
      const rows = await lease({ now: FAR });
      expect(rows.map((row) => Buffer.from(row.body).toString())).toEqual(['sealed']);
    });

    test('rows of the same name in two records are two rows', async () => {
      await commitRows([rowOf()]);
      await versionOf(store, commitOf({ id: ben, rows: [rowOf({ recordId: ben })] }));
      expect((await lease()).map((row) => row.recordId).sort()).toEqual([anna, ben]);
    });

    test('a row is not leased before it is due', async () => {
      await commitRows([rowOf({ dueAt: NOW + 1 })]);
      expect(await lease()).toEqual([]);
      expect(await lease({ now: NOW + 1 })).toHaveLength(1);
    });

    test('the oldest rows come first, over all records, and no more than asked for', async () => {
      const ids = Array.from({ length: 12 }, (_, place) => asId<RecordId>(`person-${place}-0123456789`));
      for (const [place, id] of ids.entries()) {
        await versionOf(
          store,
          commitOf({ id, rows: [rowOf({ recordId: id, id: `r${place}`, dueAt: NOW - place })] }),
        );
      }
      expect(idsOf(await lease({ limit: 3 }))).toEqual(['r11', 'r10', 'r9']);
      expect(idsOf(await lease({ limit: 100 }))).toEqual([
        'r8',
        'r7',
        'r6',
        'r5',
        'r4',
        'r3',
        'r2',
        'r1',
        'r0',
      ]);
    });

    test('rows due at the same time keep the order in which they were committed', async () => {
      const version = await commitRows([rowOf({ id: 'z' }), rowOf({ id: 'a' })]);
      await versionOf(store, commitOf({ expectedVersion: version, rows: [rowOf({ id: 'b' })] }));
      expect(idsOf(await lease())).toEqual(['z', 'a', 'b']);
    });

    test('two workers never hold one row', async () => {
      await commitRows(Array.from({ length: 40 }, (_, place) => rowOf({ id: `r${place}` })));
      const workers = Array.from({ length: 10 }, (_, place) => lease({ worker: `w${place}`, limit: 7 }));
      const held = (await Promise.all(workers)).flat().map((row) => row.id);
      expect(held).toHaveLength(40);
      expect(new Set(held).size).toBe(40);
      expect(await lease()).toEqual([]);
    });

    test('a settled row is gone, and settling it again is told so', async () => {
      await commitRows([rowOf()]);
      const row = await leaseOne();
      expect(await store.outbox.settle(row, 'done')).toBe(true);
      expect(await store.outbox.settle(row, 'done')).toBe(false);
      use().moveClock(LEASE_MS + 1);
      expect(await lease({ now: FAR })).toEqual([]);
    });

    test('a row that is put back comes again at its time, with a count of its tries', async () => {
      await commitRows([rowOf()]);
      expect(await store.outbox.settle(await leaseOne(), { retryAt: NOW + 500 })).toBe(true);
      expect(await lease({ now: NOW + 499 })).toEqual([]);
      expect(await lease({ now: NOW + 500 })).toMatchObject([{ id: 'row-1', tries: 1, dueAt: NOW + 500 }]);
    });

    test('a lease holds until its time by the clock of the store, whatever the wall clock says', async () => {
      await commitRows([rowOf()]);
      const first = await leaseOne();
      expect(await lease({ worker: 'two', now: FAR * 2 })).toEqual([]);
      use().moveClock(LEASE_MS - 5000);
      expect(await lease({ worker: 'two' })).toEqual([]);
      use().moveClock(5001);
      const [second] = await lease({ worker: 'two' });
      expect(second).toMatchObject({ id: 'row-1', tries: 1 });
      expect(second?.fence).toBeGreaterThan(first.fence);
    });

    test('a worker that comes late cannot settle what another holds now', async () => {
      await commitRows([rowOf()]);
      const late = await leaseOne();
      use().moveClock(LEASE_MS + 1);
      const [second] = await lease({ worker: 'two' });
      expect(await store.outbox.settle(late, 'done')).toBe(false);
      expect(await store.outbox.settle(late, { retryAt: NOW })).toBe(false);
      expect(second && (await store.outbox.settle(second, 'done'))).toBe(true);
    });

    test('a lapsed lease that nobody took over still settles', async () => {
      await commitRows([rowOf()]);
      const row = await leaseOne();
      use().moveClock(LEASE_MS + 1);
      expect(await store.outbox.settle(row, 'done')).toBe(true);
      expect(await lease()).toEqual([]);
    });

    test('a fence from before an erase does not settle a new row of that name', async () => {
      await commitRows([rowOf()]);
      const old = await leaseOne();
      await store.erase(anna);
      await commitRows([rowOf()]);
      await leaseOne();
      expect(await store.outbox.settle(old, 'done')).toBe(false);
    });

    test('a row that follows another is leased only when that one is settled', async () => {
      await commitRows([rowOf({ id: 'c', after: 'b' }), rowOf({ id: 'b', after: 'a' }), rowOf({ id: 'a' })]);
      for (const id of ['a', 'b', 'c']) {
        const rows = await lease();
        expect(idsOf(rows)).toEqual([id]);
        for (const row of rows) await store.outbox.settle(row, 'done');
      }
    });

    test('a row waits while the one before it is put back', async () => {
      await commitRows([rowOf({ id: 'a' }), rowOf({ id: 'b', after: 'a' })]);
      await store.outbox.settle(await leaseOne(), { retryAt: FAR });
      expect(await lease({ now: FAR - 1 })).toEqual([]);
      expect(idsOf(await lease({ now: FAR }))).toEqual(['a']);
    });

    test('a row that follows one of an earlier commit waits for it; one that follows nothing known does not', async () => {
      const version = await commitRows([rowOf({ id: 'a' })]);
      const rows = [rowOf({ id: 'b', after: 'a' }), rowOf({ id: 'c', after: 'settled-long-ago' })];
      await versionOf(store, commitOf({ expectedVersion: version, rows }));
      const held = await lease();
      expect(idsOf(held)).toEqual(['a', 'c']);
      expect(held[1]).toMatchObject({ after: 'settled-long-ago' });
    });

    test('the next due time is that of the first row that could be leased', async () => {
      expect(await store.outbox.nextDueAt()).toBeNull();
      await commitRows([
        rowOf({ id: 'b', dueAt: NOW - 5, after: 'a' }),
        rowOf({ id: 'a' }),
        rowOf({ id: 'c', dueAt: FAR }),
      ]);
      expect(await store.outbox.nextDueAt()).toBe(NOW);
      const row = await leaseOne();
      expect(await store.outbox.nextDueAt()).toBe(FAR);
      await store.outbox.settle(row, 'done');
      expect(await store.outbox.nextDueAt()).toBe(NOW - 5);
    });

    test('a lease of before is void when the store is opened anew, or still holds; it is never held twice', async () => {
      const { reopen } = use();
      if (!reopen) return;
      await commitRows([rowOf()]);
      const before = await leaseOne();
      store = await reopen();
      use().moveClock(LEASE_MS + 1);
      const [after] = await lease();
      expect(after).toMatchObject({ id: 'row-1', tries: 1 });
      expect(await store.outbox.settle(before, 'done')).toBe(false);
    });
  });

  describe('the queue of a desk', () => {
    const desk = asId<DeskId>('demo');
    const entryOf = (caseId: string, rank: number): QueueEntry => ({
      deskId: desk,
      caseId: asId<CaseId>(caseId),
      conversationId: asId(`conversation-of-${caseId}`),
      rank,
      group: 'g',
    });
    const page = { offset: 0, limit: 10 };

    test('a desk without cases has an empty queue', async () => {
      expect(await store.queue.list(desk, page)).toEqual({ entries: [], total: 0 });
    });

    test('the lowest rank comes first, however large, small or broken the numbers are', async () => {
      const ranks = [2.5, -3, 1_763_800_000_000, 10, 9, 0];
      for (const rank of ranks) await store.queue.put(entryOf(`case${rank}`, rank));
      const { entries } = await store.queue.list(desk, page);
      expect(entries.map((entry) => entry.rank)).toEqual([-3, 0, 2.5, 9, 10, 1_763_800_000_000]);
      expect(entries[0]).toEqual(entryOf('case-3', -3));
    });

    test('putting a case twice keeps one line, at its new rank', async () => {
      await store.queue.put(entryOf('a', 1));
      await store.queue.put(entryOf('b', 2));
      await store.queue.put(entryOf('a', 3));
      const { entries, total } = await store.queue.list(desk, page);
      expect([entries.map((entry) => entry.caseId), total]).toEqual([['b', 'a'], 2]);
    });

    test('pages follow each other without a gap and count all', async () => {
      for (const place of [0, 1, 2, 3, 4]) await store.queue.put(entryOf(`c${place}`, place));
      const pages = [0, 2, 4, 6].map((offset) => store.queue.list(desk, { offset, limit: 2 }));
      const lists = (await Promise.all(pages)).map(({ entries, total }) => [
        entries.map((e) => e.caseId),
        total,
      ]);
      expect(lists).toEqual([
        [['c0', 'c1'], 5],
        [['c2', 'c3'], 5],
        [['c4'], 5],
        [[], 5],
      ]);
      expect(await store.queue.list(desk, { offset: 0, limit: 0 })).toEqual({ entries: [], total: 5 });
    });

    test('a removed case is gone, removing it again does nothing, other desks keep theirs', async () => {
      await store.queue.put(entryOf('a', 1));
      await store.queue.put({ ...entryOf('a', 1), deskId: asId<DeskId>('demo2') });
      await store.queue.remove(desk, asId<CaseId>('a'));
      await store.queue.remove(desk, asId<CaseId>('a'));
      expect((await store.queue.list(desk, page)).total).toBe(0);
      expect((await store.queue.list(asId<DeskId>('demo2'), page)).total).toBe(1);
    });

    test('whoever looks at the queue of a desk is woken when it changes', async () => {
      const woken = topicsUntil(store, 2);
      await store.queue.put(entryOf('a', 1));
      await store.queue.remove(desk, asId<CaseId>('a'));
      expect(await woken).toEqual(['desk:demo', 'desk:demo']);
    });
  });

  describe('wake-ups', () => {
    test('a commit wakes its topics, and the outbox when it brought rows', async () => {
      const woken = topicsUntil(store, 3);
      await versionOf(store, commitOf({ wake: ['c:anna', 'desk:demo'], rows: [rowOf()] }));
      expect((await woken).sort()).toEqual(['c:anna', 'desk:demo', 'outbox']);
    });

    test('a refused commit wakes nobody, and who stopped listening hears nothing', async () => {
      const heard: string[] = [];
      const stop = store.onWake((topic) => heard.push(topic));
      stop();
      const woken = topicsUntil(store, 1);
      await store.commit(commitOf({ expectedVersion: 7, wake: ['refused'] }));
      await store.commit(commitOf({ wake: ['done'] }));
      expect([await woken, heard]).toEqual([['done'], []]);
    });
  });
}

/** Resolves with the first topics that a listener heard. */
function topicsUntil(store: Store, count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const topics: string[] = [];
    const stop = store.onWake((topic) => {
      topics.push(topic);
      if (topics.length < count) return;
      stop();
      resolve(topics);
    });
  });
}
