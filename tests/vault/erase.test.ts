// What an erase means: with every file of the data folder and the root key in hand, nobody can read what was written.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLmdbStore, openRedisStore, type Store } from '../../src/stores/index.js';
import { createVault, type KeyStore, openKeyFile, openRedisKeys } from '../../src/vault/index.js';
import { commitOf, versionOf } from '../contracts/commits.js';
import { anna, demo, place, ROOT_KEY } from '../contracts/vault.js';
import { describeWithRedis, startRedis } from '../support/redis-server.js';

const CANARY = 'canary: he keeps my papers in the blue car';

interface Place {
  readonly folder: string;
  readonly store: Store;
  readonly keys: KeyStore;
  /** Waits until the files no longer hold what was removed. */
  settle(): Promise<void>;
}

/** Lives the whole life of a conversation and hands over what somebody with all files could try. */
async function writeAndErase({ folder, store, keys, settle }: Place) {
  const vault = await createVault({ rootKey: ROOT_KEY, keyStore: keys });
  const keyId = await vault.mintKey(demo, anna);
  const wrapped = await keys.get(keyId);
  const tenantKey = await keys.get('tenant:demo' as typeof keyId);
  const sealed = await vault.seal(keyId, place, Buffer.from(CANARY));
  const version = await versionOf(store, commitOf({ body: sealed, talk: [sealed] }));
  const before = await rawFiles(folder);
  await vault.destroyKey(keyId);
  await versionOf(store, commitOf({ body: Buffer.from('erased'), expectedVersion: version, talkFrom: 9 }));
  await store.erase(anna);
  await settle();
  return { vault, sealed, wrapped, tenantKey, before, after: await rawFiles(folder) };
}

async function rawFiles(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name)))));
}

function expectErased(life: Awaited<ReturnType<typeof writeAndErase>>): void {
  const { before, after, sealed } = life;
  const [wrapped, tenantKey] = [Buffer.from(life.wrapped ?? 'none'), Buffer.from(life.tenantKey ?? 'none')];
  expect([
    before.includes(wrapped),
    before.includes(tenantKey),
    before.includes(Buffer.from(sealed)),
  ]).toEqual([true, true, true]);
  // The key is nowhere; every other thing one needs may still be there, and does not help.
  expect([after.includes(wrapped), after.includes(tenantKey)]).toEqual([false, true]);
  expect([before.includes(CANARY), after.includes(CANARY)]).toEqual([false, false]);
}

describe('after an erase', () => {
  test('no file of the embedded store helps anybody, though LMDB still holds the sealed words', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'porchlight-erase-'));
    const [store, keys] = [
      await openLmdbStore(join(folder, 'store')),
      await openKeyFile(join(folder, 'keys.bin')),
    ];
    const life = await writeAndErase({ folder, store, keys, settle: async () => undefined });
    expectErased(life);
    expect(await life.vault.open(place, life.sealed)).toBeNull();
    await store.close();
    await keys.close();
    // And with everything opened anew from those files and the right root key:
    const again = await createVault({
      rootKey: ROOT_KEY,
      keyStore: await openKeyFile(join(folder, 'keys.bin')),
    });
    expect(await again.open(place, life.sealed)).toBeNull();
    await again.close();
    await rm(folder, { recursive: true });
  });
});

describeWithRedis('after an erase with Redis', () => {
  test('neither the append-only files nor the dump help anybody', async () => {
    const server = await startRedis(['--save', '3600 1']);
    const [store, keys] = [await openRedisStore(server.url), await openRedisKeys(server.url)];
    const life = await writeAndErase({ folder: server.folder, store, keys, settle: () => keys.flush() });
    expectErased(life);
    expect(await life.vault.open(place, life.sealed)).toBeNull();
    await Promise.all([store.close(), keys.close()]);
    await server.stop();
  });
});
