import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, type RecordId } from '../../src/core/index.js';
import { openLmdbStore, type Store } from '../../src/stores/index.js';
import { anna, commitOf, NOW, rowOf, versionOf } from '../contracts/commits.js';
import { describeStore } from '../contracts/store.js';

describeStore('lmdb', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-lmdb-'));
  let now = 0;
  const open = () => openLmdbStore(folder, { monotonic: () => now });
  let store: Store = await open();
  return {
    store,
    moveClock(ms) {
      now += ms;
    },
    async reopen() {
      await store.close();
      now = 0;
      store = await open();
      return store;
    },
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('the embedded store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-lmdb-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('after a restart a row that the process before held is leased at once', async () => {
    const before = await openLmdbStore(folder, { monotonic: () => 1_000_000 });
    await versionOf(before, commitOf({ rows: [rowOf()] }));
    const request = { worker: 'w', now: NOW, limit: 1, leaseMs: 30_000 };
    const [held] = await before.outbox.lease(request);
    await before.close();
    const after = await openLmdbStore(folder, { monotonic: () => 0 });
    const [again] = await after.outbox.lease(request);
    expect(again?.fence).toBeGreaterThan(held?.fence ?? 0);
    await after.close();
  });

  test('a second process reads what the first committed', async () => {
    const [one, two] = [await openLmdbStore(folder), await openLmdbStore(folder)];
    await two.read(anna);
    const version = await versionOf(one, commitOf());
    expect((await two.read(anna)).version).toBe(version);
    expect(await two.commit(commitOf())).toEqual({ done: false, why: 'conflict' });
    await Promise.all([one.close(), two.close()]);
  });

  test('a closed store says that it is unavailable, and may be closed again', async () => {
    const store = await openLmdbStore(folder);
    await store.close();
    await store.close();
    await expect(store.read(anna)).rejects.toMatchObject({ code: 'store.unavailable' });
    await expect(store.commit(commitOf())).rejects.toMatchObject({ code: 'store.unavailable' });
  });

  test('the file grows beyond what was set aside at first', async () => {
    const store = await openLmdbStore(folder, { mapBytes: 1 << 20 });
    const body = Buffer.alloc(200 * 1024, 7);
    const ids = Array.from({ length: 40 }, (_, place) => asId<RecordId>(`large-${place}-0123456789`));
    await Promise.all(ids.map((id) => versionOf(store, commitOf({ id, body }))));
    const sizes = await Promise.all(ids.map(async (id) => (await store.read(id)).body?.length));
    expect(new Set(sizes)).toEqual(new Set([body.length]));
    await store.close();
  });

  test('a folder that cannot be made is refused with a name', async () => {
    await writeFile(join(folder, 'file'), '');
    const opened = openLmdbStore(join(folder, 'file', 'below'));
    await expect(opened).rejects.toMatchObject({ code: 'store.unavailable' });
  });
});
