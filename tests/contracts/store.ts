// The contract of every store, sentence by sentence (src/stores/store.ts). It never asks which store it has.
// The outbox and the queue are in store-outbox.ts; a store's test calls describeStore once, and it runs both.
import { asId, type RecordId } from '../../src/core/index.js';
import type { Store } from '../../src/stores/index.js';
import { anna, ben, bytes, commitOf, FAR, NOW, type OpenStore, rowOf, text, versionOf } from './commits.js';
import { describeOutbox } from './store-outbox.js';

export function describeStore(name: string, open: () => Promise<OpenStore>): void {
  describe(name, () => describeRecords(open));
}

function describeRecords(open: () => Promise<OpenStore>): void {
  let opened: OpenStore;
  let store: Store;
  const use = () => opened;
  beforeEach(async () => {
    opened = await open();
    store = opened.store;
  });
  afterEach(() => opened.close());

  describe('records', () => {
    test('a record that nobody wrote has version 0 and no body', async () => {
      expect(await store.read(anna)).toEqual({ version: 0, body: null, talk: [], marks: new Set() });
    });

    test('what was committed is read back with its version', async () => {
      const version = await versionOf(store, commitOf({ body: bytes('first') }));
      const record = await store.read(anna);
      expect([record.version, text(record.body)]).toEqual([version, 'first']);
      expect(version).toBeGreaterThan(0);
    });

    test('two records do not touch each other', async () => {
      await versionOf(store, commitOf({ body: bytes('of anna'), talk: [bytes('a')] }));
      await versionOf(store, commitOf({ id: ben, body: bytes('of ben') }));
      expect(text((await store.read(anna, { talkFrom: 0 })).body)).toBe('of anna');
      expect((await store.read(ben, { talkFrom: 0 })).talk).toEqual([]);
    });

    test('a commit on an older version is refused and changes nothing at all', async () => {
      const version = await versionOf(store, commitOf({ body: bytes('first') }));
      const late = commitOf({
        body: bytes('late'),
        talk: [bytes('late')],
        rows: [rowOf()],
        seen: { key: 'late', answer: 'late', at: NOW, expiresAt: FAR },
        marks: { late: FAR },
      });
      expect(await store.commit(late)).toEqual({ done: false, why: 'conflict' });
      const record = await store.read(anna, { talkFrom: 0 });
      expect(record).toEqual({ version, body: Buffer.from('first'), talk: [], marks: new Set() });
      expect(await store.outbox.nextDueAt()).toBeNull();
      expect(await store.commit({ ...late, expectedVersion: version })).toMatchObject({ done: true });
    });

    test('a commit that expects a record is refused when there is none', async () => {
      expect(await store.commit(commitOf({ expectedVersion: 1 }))).toEqual({ done: false, why: 'conflict' });
    });

    test('of 100 commits on one version at once exactly one wins', async () => {
      const version = await versionOf(store, commitOf());
      const all = Array.from({ length: 100 }, (_, place) =>
        store.commit(
          commitOf({ expectedVersion: version, body: bytes(`${place}`), talk: [bytes(`${place}`)] }),
        ),
      );
      const results = await Promise.all(all);
      const winners = results.flatMap((result, place) => (result.done ? [`${place}`] : []));
      const record = await store.read(anna, { talkFrom: 0 });
      expect(winners).toEqual([text(record.body)]);
      expect(record.talk.map((entry) => text(entry.body))).toEqual(winners);
    });

    test('versions rise and none comes back after an erase', async () => {
      const first = await versionOf(store, commitOf());
      const second = await versionOf(store, commitOf({ expectedVersion: first }));
      await store.erase(anna);
      const third = await versionOf(store, commitOf());
      expect([first, second, third]).toEqual([...new Set([first, second, third])].sort((a, b) => a - b));
      expect(await store.commit(commitOf({ expectedVersion: second }))).toMatchObject({ why: 'conflict' });
    });

    test('every byte value comes back as it was, in record, talk and row', async () => {
      const all = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
      await versionOf(store, commitOf({ body: all, talk: [all], rows: [rowOf({ body: all })] }));
      const record = await store.read(anna, { talkFrom: 0 });
      const [row] = await store.outbox.lease({ worker: 'w', now: NOW, limit: 1, leaseMs: 1000 });
      const back = [record.body, record.talk[0]?.body, row?.body].map((body) => Buffer.from(body ?? []));
      expect(back.map((body) => body.equals(all))).toEqual([true, true, true]);
    });

    test('an empty body is a body', async () => {
      await versionOf(store, commitOf({ body: new Uint8Array(0) }));
      expect((await store.read(anna)).body).toHaveLength(0);
    });

    test('a body of 200 KB fits', async () => {
      const large = Buffer.alloc(200 * 1024, 'porch');
      await versionOf(store, commitOf({ body: large }));
      expect(Buffer.from((await store.read(anna)).body ?? []).equals(large)).toBe(true);
    });

    test('changing bytes after a call changes nothing in the store', async () => {
      const body = Buffer.from('kept');
      await versionOf(store, commitOf({ body }));
      body.fill(0);
      const read = await store.read(anna);
      Buffer.from(read.body ?? []).fill(0);
      read.body?.fill(0);
      expect(text((await store.read(anna)).body)).toBe('kept');
    });

    test('what is written is there after the store was opened anew', async () => {
      if (!opened.reopen) return;
      const seen = { key: 'in-1', answer: 'reply-1', at: NOW, expiresAt: FAR };
      const commit = commitOf({
        talk: [bytes('hello')],
        rows: [rowOf()],
        marks: { 'opt-out': Number.POSITIVE_INFINITY },
        seen,
      });
      const version = await versionOf(store, commit);
      const again = await opened.reopen();
      expect(await again.read(anna, { talkFrom: 0 })).toEqual({
        version,
        body: Buffer.from('body'),
        talk: [{ index: 0, body: Buffer.from('hello') }],
        marks: new Set(['opt-out']),
      });
      expect(await again.commit(commit)).toMatchObject({ why: 'seen', answer: 'reply-1' });
      expect(await again.outbox.nextDueAt()).toBe(NOW);
      expect(await versionOf(again, commitOf({ expectedVersion: version }))).toBeGreaterThan(version);
    });
  });

  describe('the talk', () => {
    const talkOf = async (talkFrom?: number) => {
      const { talk } = await store.read(anna, talkFrom === undefined ? undefined : { talkFrom });
      return talk.map((entry) => [entry.index, text(entry.body)]);
    };

    test('entries are appended with rising indexes and read from any of them', async () => {
      const version = await versionOf(store, commitOf({ talk: [bytes('a'), bytes('b')] }));
      await versionOf(store, commitOf({ expectedVersion: version, talk: [bytes('c')], talkStart: 2 }));
      expect(await talkOf(0)).toEqual([
        [0, 'a'],
        [1, 'b'],
        [2, 'c'],
      ]);
      expect(await talkOf(2)).toEqual([[2, 'c']]);
      expect(await talkOf(3)).toEqual([]);
    });

    test('without talkFrom no entry is read', async () => {
      await versionOf(store, commitOf({ talk: [bytes('a')] }));
      expect(await talkOf()).toEqual([]);
    });

    test('more than ten entries come in the order of their numbers', async () => {
      const talk = Array.from({ length: 250 }, (_, place) => bytes(`${place}`));
      await versionOf(store, commitOf({ talk }));
      expect(await talkOf(0)).toEqual(talk.map((_, place) => [place, `${place}`]));
    });

    test('entries below talkFrom of a commit are gone, those of the same commit too', async () => {
      const version = await versionOf(store, commitOf({ talk: [bytes('a'), bytes('b'), bytes('c')] }));
      const cut = { expectedVersion: version, talk: [bytes('d'), bytes('e')], talkStart: 3, talkFrom: 4 };
      await versionOf(store, commitOf(cut));
      expect(await talkOf(0)).toEqual([[4, 'e']]);
    });

    test('a cut that goes back brings nothing back, and the next entry keeps its index', async () => {
      const first = await versionOf(store, commitOf({ talk: [bytes('a'), bytes('b')], talkFrom: 2 }));
      await versionOf(
        store,
        commitOf({ expectedVersion: first, talk: [bytes('c')], talkStart: 2, talkFrom: 0 }),
      );
      expect(await talkOf(0)).toEqual([[2, 'c']]);
    });
  });

  describe('seen inbound ids', () => {
    const seen = { key: 'in-1', answer: 'reply "1"\nreply 2', at: NOW, expiresAt: FAR };

    test('a repeat is told the answer and the time, and changes nothing', async () => {
      const version = await versionOf(store, commitOf({ seen, body: bytes('first'), talk: [bytes('a')] }));
      const repeat = commitOf({
        seen: { ...seen, answer: 'other' },
        expectedVersion: version,
        body: bytes('second'),
      });
      expect(await store.commit(repeat)).toEqual({ done: false, why: 'seen', answer: seen.answer, at: NOW });
      expect(await store.read(anna)).toMatchObject({ version, body: Buffer.from('first') });
    });

    test('a repeat on an old version is a repeat, not a conflict', async () => {
      await versionOf(store, commitOf({ seen }));
      expect(await store.commit(commitOf({ seen }))).toMatchObject({ done: false, why: 'seen' });
    });

    test('of 50 deliveries of one inbound at once exactly one is carried out', async () => {
      const all = await Promise.all(
        Array.from({ length: 50 }, () => store.commit(commitOf({ seen, rows: [rowOf()] }))),
      );
      expect(all.filter((result) => result.done)).toHaveLength(1);
      expect(all.filter((result) => !result.done && result.why === 'seen')).toHaveLength(49);
    });

    test('one record knows nothing of what another has seen', async () => {
      await versionOf(store, commitOf({ seen }));
      expect(await store.commit(commitOf({ id: ben, seen }))).toMatchObject({ done: true });
    });

    test('it outlives an erase and is kept until its time', async () => {
      await versionOf(store, commitOf({ seen }));
      await store.erase(anna);
      await store.sweep(FAR - 1, 10);
      expect(await store.commit(commitOf({ seen }))).toMatchObject({ why: 'seen' });
      await store.sweep(FAR, 10);
      expect(await store.commit(commitOf({ seen }))).toMatchObject({ done: true });
    });
  });

  describe('marks', () => {
    const marksOf = async () => [...(await store.read(anna)).marks].sort();

    test('a mark stands until it is removed, over an erase and over every sweep', async () => {
      const version = await versionOf(
        store,
        commitOf({ marks: { 'opt-out': Number.POSITIVE_INFINITY, revoked: FAR } }),
      );
      expect(await marksOf()).toEqual(['opt-out', 'revoked']);
      await versionOf(store, commitOf({ expectedVersion: version, marks: { revoked: null, never: null } }));
      await store.erase(anna);
      await store.sweep(FAR * 2, 10);
      expect(await marksOf()).toEqual(['opt-out']);
    });

    test('a mark with a time falls at the sweep after it, and a later time moves it', async () => {
      const version = await versionOf(
        store,
        commitOf({ marks: { short: NOW + 10, moved: NOW + 10, fixed: NOW + 10 } }),
      );
      const longer = { moved: NOW + 20, fixed: Number.POSITIVE_INFINITY };
      await versionOf(store, commitOf({ expectedVersion: version, marks: longer }));
      await store.sweep(NOW + 10, 10);
      expect(await marksOf()).toEqual(['fixed', 'moved']);
      await store.sweep(NOW + 20, 10);
      expect(await marksOf()).toEqual(['fixed']);
    });

    test('an expired record leaves its marks', async () => {
      await versionOf(store, commitOf({ marks: { 'opt-out': Number.POSITIVE_INFINITY } }));
      expect(await store.sweep(FAR, 10)).toEqual([anna]);
      expect(await store.read(anna)).toEqual({
        version: 0,
        body: null,
        talk: [],
        marks: new Set(['opt-out']),
      });
    });
  });

  describe('erasing and sweeping', () => {
    test('an erase takes the record, its talk and its rows, and may be repeated', async () => {
      const chain = [rowOf({ id: 'a' }), rowOf({ id: 'b', after: 'a' }), rowOf({ id: 'c' })];
      await versionOf(store, commitOf({ talk: [bytes('a')], rows: chain }));
      await store.outbox.lease({ worker: 'w', now: NOW, limit: 1, leaseMs: 1000 });
      await store.erase(anna);
      await store.erase(anna);
      await store.erase(ben);
      expect(await store.read(anna, { talkFrom: 0 })).toMatchObject({ version: 0, body: null, talk: [] });
      expect(await store.outbox.nextDueAt()).toBeNull();
      opened.moveClock(2000);
      expect(await store.outbox.lease({ worker: 'w', now: FAR, limit: 9, leaseMs: 1000 })).toEqual([]);
    });

    test('a record that is made again starts without the old talk', async () => {
      await versionOf(store, commitOf({ talk: [bytes('old')] }));
      await store.erase(anna);
      await versionOf(store, commitOf({ talk: [bytes('new')] }));
      const { talk } = await store.read(anna, { talkFrom: 0 });
      expect(talk.map((entry) => text(entry.body))).toEqual(['new']);
    });

    test('a sweep erases what is past its time, the longest overdue first, as many as asked', async () => {
      const ids = Array.from({ length: 5 }, (_, place) => asId<RecordId>(`expiring-${place}-0123456789`));
      for (const [place, id] of ids.entries())
        await versionOf(store, commitOf({ id, expiresAt: NOW + 10 - place }));
      const [zero, one, two, three, four] = ids;
      expect(await store.sweep(NOW + 5, 10)).toEqual([]);
      expect((await store.sweep(NOW + 9, 2)).sort()).toEqual([three, four]);
      expect((await store.sweep(NOW + 9, 10)).sort()).toEqual([one, two]);
      expect((await store.read(zero ?? anna)).version).toBeGreaterThan(0);
    });

    test('a later commit moves the time, and Infinity takes it away', async () => {
      const first = await versionOf(store, commitOf({ expiresAt: NOW }));
      const second = await versionOf(store, commitOf({ expectedVersion: first, expiresAt: FAR }));
      expect(await store.sweep(NOW, 10)).toEqual([]);
      await versionOf(store, commitOf({ expectedVersion: second, expiresAt: Number.POSITIVE_INFINITY }));
      expect(await store.sweep(FAR * 2, 10)).toEqual([]);
    });

    test('a sweep drops more marks and seen rows than one write holds', async () => {
      const names = Array.from({ length: 1100 }, (_, place) => [`mark-${place}`, NOW] as const);
      await versionOf(store, commitOf({ marks: Object.fromEntries(names) }));
      await store.sweep(NOW, 1);
      expect((await store.read(anna)).marks.size).toBe(0);
    });
  });

  describeOutbox(use);
}
