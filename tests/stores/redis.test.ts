import { Redis } from 'ioredis';
import { openRedisStore, SHARDS, type Store } from '../../src/stores/index.js';
import { anna, bytes, commitOf, NOW, rowOf, versionOf } from '../contracts/commits.js';
import { describeStore } from '../contracts/store.js';
import { describeWithRedis, type RedisServer, startRedis } from '../support/redis-server.js';

describeWithRedis('the Redis store', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  describeStore('redis', async () => {
    let offset = 0;
    const open = () => openRedisStore(server.url, { clockOffsetMs: () => offset });
    let store: Store = await open();
    return {
      store,
      moveClock(ms) {
        offset += ms;
      },
      async reopen() {
        await store.close();
        await server.crashAndRestart();
        store = await open();
        return store;
      },
      async close() {
        await store.close();
        await server.empty();
      },
    };
  });

  describe('two replicas', () => {
    let one: Store;
    let two: Store;
    beforeEach(async () => {
      one = await openRedisStore(server.url);
      two = await openRedisStore(server.url);
    });
    afterEach(async () => {
      await Promise.all([one.close(), two.close()]);
      await server.empty();
    });
    const request = { worker: 'two', now: NOW, limit: 5, leaseMs: 30_000 };

    test('what one commits, the other is woken for and leases at once', async () => {
      await two.outbox.lease(request);
      const woken = new Promise<string>((resolve) => two.onWake(resolve));
      await versionOf(one, commitOf({ rows: [rowOf()] }));
      expect(await woken).toBe('outbox');
      expect(await two.outbox.lease(request)).toMatchObject([{ id: 'row-1' }]);
      expect(await one.outbox.lease(request)).toEqual([]);
    });

    test('a replica that started later finds the work that is there', async () => {
      await versionOf(one, commitOf({ rows: [rowOf()] }));
      expect(await two.outbox.nextDueAt()).toBe(NOW);
      expect(await two.outbox.lease(request)).toHaveLength(1);
    });

    test('a commit writes keys of one slot only', async () => {
      const seen = { key: 'in', answer: '', at: NOW, expiresAt: NOW };
      const rows = [rowOf(), rowOf({ id: 'b', after: 'row-1' })];
      await versionOf(one, commitOf({ rows, seen, talk: [bytes('a')], marks: { 'opt-out': NOW } }));
      const redis = new Redis(server.url);
      const keys = await redis.keys('*');
      redis.disconnect();
      expect(keys.length).toBeGreaterThan(8);
      expect(new Set(keys.map((key) => key.slice(0, key.indexOf('}') + 1))).size).toBe(1);
      expect(SHARDS).toBe(256);
    });
  });

  describe('a Redis in trouble', () => {
    test('one that could lose data is refused, with every setting that is wrong', async () => {
      const careless = await startRedis(['--appendonly', 'no', '--maxmemory-policy', 'allkeys-lru']);
      await expect(openRedisStore(careless.url)).rejects.toMatchObject({
        code: 'store.settings',
        detail:
          'Redis has appendonly "no"; it must be "yes". Redis has maxmemory-policy "allkeys-lru"; it must be "noeviction".',
      });
      await careless.stop();
    });

    test('a deployer may ask for more settings', async () => {
      const requiredSettings = { appendfsync: 'everysec' };
      const opened = openRedisStore(server.url, { requiredSettings });
      await expect(opened).rejects.toMatchObject({ code: 'store.settings' });
    });

    test('nobody waits for one that hangs, and a commit that was not acknowledged may be repeated', async () => {
      const store = await openRedisStore(server.url, { commandTimeoutMs: 200 });
      const seen = { key: 'in', answer: 'reply', at: NOW, expiresAt: NOW };
      const redis = new Redis(server.url);
      await redis.client('PAUSE', 600, 'ALL');
      await expect(store.commit(commitOf({ seen }))).rejects.toMatchObject({ code: 'store.unavailable' });
      await redis.ping();
      redis.disconnect();
      // The first was carried out after all: its answer was lost, not its effect.
      expect(await store.commit(commitOf({ seen }))).toMatchObject({ why: 'seen', answer: 'reply' });
      await store.close();
    });

    test('while it is gone calls fail at once, and after its return they succeed', async () => {
      const store = await openRedisStore(server.url);
      const version = await versionOf(
        store,
        commitOf({ id: anna, expectedVersion: (await store.read(anna)).version }),
      );
      await server.kill();
      await expect(store.read(anna)).rejects.toMatchObject({ code: 'store.unavailable' });
      await server.crashAndRestart();
      expect(await untilReached(() => store.read(anna))).toMatchObject({ version });
      await store.close();
    });

    test('one that is not there is named when the store is opened', async () => {
      await expect(openRedisStore('redis://127.0.0.1:1', { commandTimeoutMs: 200 })).rejects.toMatchObject({
        code: 'store.unavailable',
      });
    });
  });
});

/** Asks until an answer comes: reconnecting takes a moment, and only that moment is waited for. */
async function untilReached<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer !== null) return answer;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
