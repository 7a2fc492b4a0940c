import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asId, type KeyId } from '../../src/core/index.js';
import { openRedisKeys, type RedisKeys } from '../../src/vault/index.js';
import { describeKeyStore } from '../contracts/vault.js';
import { describeWithRedis, type RedisServer, startRedis } from '../support/redis-server.js';

const id = (name: string) => asId<KeyId>(name);

/** All files below the folder. Redis rewrites into a file that it then renames: when one is gone while it is read, all are read anew. */
async function contentsOf(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((file) => join(file.parentPath, file.name));
  try {
    return await Promise.all(paths.map((path) => readFile(path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return contentsOf(folder);
    throw error;
  }
}

describeWithRedis('keys in Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    // With dumps switched on as well: those must forget a key too.
    server = await startRedis(['--save', '3600 1']);
  });
  afterAll(() => server.stop());

  describeKeyStore('redis keys', async () => {
    let keys = await openRedisKeys(server.url);
    return {
      keys,
      async reopen() {
        await keys.close();
        await server.crashAndRestart();
        keys = await openRedisKeys(server.url);
        return keys;
      },
      async close() {
        await keys.close();
        await server.empty();
      },
    };
  });

  describe('the files of Redis', () => {
    let keys: RedisKeys;
    const filesHold = async (bytes: string) => {
      const raw = await contentsOf(server.folder);
      return raw.some((content) => content.includes(bytes));
    };
    beforeEach(async () => {
      keys = await openRedisKeys(server.url);
      await keys.put(id('a'), Buffer.from('the wrapped bytes of a'));
      await keys.put(id('b'), Buffer.from('the wrapped bytes of b'));
    });
    afterEach(async () => {
      await keys.close();
      await server.empty();
    });

    test('a destroyed key is in none of them once they were rewritten; others are', async () => {
      await keys.destroy(id('a'));
      expect(await filesHold('the wrapped bytes of a')).toBe(true);
      await keys.flush();
      expect(await filesHold('the wrapped bytes of a')).toBe(false);
      expect(await filesHold('the wrapped bytes of b')).toBe(true);
    });

    test('a process that stops before the rewriting leaves it to the next', async () => {
      await keys.destroy(id('a'));
      const next = await openRedisKeys(server.url);
      await next.flush();
      await next.close();
      expect(await filesHold('the wrapped bytes of a')).toBe(false);
    });

    test('nothing is rewritten when nothing was destroyed', async () => {
      await keys.destroy(id('never-there'));
      const before = await readdir(join(server.folder, 'appendonlydir'));
      await keys.flush();
      expect(await readdir(join(server.folder, 'appendonlydir'))).toEqual(before);
    });
  });

  test('a Redis that is not there is named', async () => {
    await expect(openRedisKeys('redis://127.0.0.1:1', { commandTimeoutMs: 200 })).rejects.toMatchObject({
      code: 'store.unavailable',
    });
  });
});
