// The stores: their contract and how to open one. Everything behind the openers is private to this room.
export { type LmdbOptions, openLmdbStore } from './lmdb.js';
export { openMemoryStore } from './memory.js';
export { openRedisStore, type RedisStoreOptions } from './redis.js';
export {
  type Commit,
  type CommitResult,
  type LeasedRow,
  type Outbox,
  type OutboxRow,
  type QueueIndex,
  SHARDS,
  type Store,
  type StoredRecord,
  shardOf,
} from './store.js';
export type { EmbeddedOptions } from './tree/tree-store.js';
