import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLmdbStore, openMemoryStore, openRedisStore } from '../../src/stores/index.js';
import { describeConversations } from '../contracts/conversations.js';
import { describeWithRedis, type RedisServer, startRedis } from '../support/redis-server.js';

describeConversations('memory', () => openMemoryStore());

describe('embedded', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
  describeConversations('lmdb', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'porchlight-'));
    folders.push(folder);
    return openLmdbStore(folder);
  });
});

describeWithRedis('on one Redis server', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());
  beforeEach(() => server.empty());
  describeConversations('redis', () => openRedisStore(server.url));
});
