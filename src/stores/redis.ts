// The store for several replicas: Redis, each commit one script in one slot. Scripts are in redis/, the connection in
// redis/link.ts. A failover of Redis can lose what it acknowledged; the local journal, not this file, answers for that.
import { randomUUID } from 'node:crypto';
import type { QueueEntry, RecordId } from '../core/index.js';
import { type LinkOptions, openLink, type RedisLink } from './redis/link.js';
import { createRedisOutbox, type RedisOutbox } from './redis/outbox.js';
import { LIST_ENTRIES, PUT_ENTRY, REMOVE_ENTRY } from './redis/outbox-scripts.js';
import {
  commitArguments,
  list,
  shardPrefix,
  text,
  texts,
  toCommitResult,
  toRecord,
} from './redis/replies.js';
import { COMMIT, ERASE, FADE, READ, SWEEP } from './redis/scripts.js';
import { SHARDS, type Store, shardOf } from './store.js';
import { createWake } from './wake.js';

export interface RedisStoreOptions extends LinkOptions {
  /** Added to Redis's TIME in lease scripts; for tests that move the clock. */
  readonly clockOffsetMs?: () => number;
}

const WAKE_CHANNEL = 'porchlight:wake';
const DUE_CHANNEL = 'porchlight:due';
/** How many seen rows and marks one script drops: Redis does nothing else meanwhile. */
const FADED_A_SCRIPT = 500;

/**
 * A Store on the Redis at `url` (redis:, rediss:). Throws `store.unavailable` when it does not answer and `store.settings`,
 * naming each one, when it is set up so that it could lose data.
 */
export async function openRedisStore(url: string, options: RedisStoreOptions = {}): Promise<Store> {
  const wake = createWake();
  const me = randomUUID();
  const heard = (channel: string, message: string) => {
    if (channel === WAKE_CHANNEL) return wake.tell([message]);
    const [sender, shard, dueAt = ''] = message.split(' ');
    // Our own news came with the reply; heard again, it may be out of date.
    if (sender !== me) outbox?.expect(Number(shard), dueAt);
    wake.tell(['outbox']);
  };
  let outbox: RedisOutbox | undefined;
  const link = await openLink(url, options, { channels: [WAKE_CHANNEL, DUE_CHANNEL], heard });
  outbox = createRedisOutbox(link, options.clockOffsetMs ?? (() => 0));
  return {
    ...createRecords(link, outbox, me),
    outbox,
    queue: createQueue(link),
    onWake: wake.listen,
    sweep: (now, limit) => sweep(link, now, limit),
    close: () => link.close(),
  };
}

type Records = Pick<Store, 'read' | 'commit' | 'erase'>;

function createRecords(link: RedisLink, outbox: RedisOutbox, me: string): Records {
  return {
    async read(id, { talkFrom } = {}) {
      return toRecord(await link.run(READ, shardPrefix(shardOf(id)), [id, talkFrom ?? '']));
    },
    async commit(commit) {
      const shard = shardOf(commit.id);
      const send = { dueChannel: DUE_CHANNEL, from: `${me} ${shard}`, wakeChannel: WAKE_CHANNEL };
      const reply = texts(await link.run(COMMIT, shardPrefix(shard), commitArguments(commit, send)));
      const result = toCommitResult(reply);
      // Our own worker knows at once, also when the message that tells the others is lost.
      if (result.done) outbox.expect(shard, reply[2] ?? '');
      return result;
    },
    async erase(id) {
      const shard = shardOf(id);
      outbox.correct(shard, text(await link.run(ERASE, shardPrefix(shard), [id])));
    },
  };
}

function createQueue(link: RedisLink): Store['queue'] {
  const prefix = (deskId: string) => `{q:${deskId}}:`;
  return {
    async put(entry) {
      const args = [entry.caseId, entry.rank, JSON.stringify(entry), WAKE_CHANNEL, `desk:${entry.deskId}`];
      await link.run(PUT_ENTRY, prefix(entry.deskId), args);
    },
    async remove(deskId, caseId) {
      await link.run(REMOVE_ENTRY, prefix(deskId), [caseId, WAKE_CHANNEL, `desk:${deskId}`]);
    },
    async list(deskId, { offset, limit }) {
      const [total, entries] = list(await link.run(LIST_ENTRIES, prefix(deskId), [offset, limit]));
      return {
        entries: texts(entries).map((json) => JSON.parse(json) as QueueEntry),
        total: Number(text(total)),
      };
    },
  };
}

async function sweep(link: RedisLink, now: number, limit: number): Promise<RecordId[]> {
  const shards = Array.from({ length: SHARDS }, (_, shard) => shardPrefix(shard));
  await Promise.all(shards.map((prefix) => fade(link, prefix, now)));
  const overdue = await findOverdue(link, shards, { now, limit });
  const oldest = overdue.sort((one, other) => one.expiresAt - other.expiresAt);
  const shares = new Map<string, number>();
  for (const { prefix } of oldest.slice(0, limit)) shares.set(prefix, (shares.get(prefix) ?? 0) + 1);
  const erased = await Promise.all(
    [...shares].map(([prefix, share]) => link.run(SWEEP, prefix, [now, share])),
  );
  return erased.flatMap((ids) => texts(ids) as RecordId[]);
}

async function fade(link: RedisLink, prefix: string, now: number): Promise<void> {
  let dropped = FADED_A_SCRIPT;
  while (dropped === FADED_A_SCRIPT) dropped = Number(await link.run(FADE, prefix, [now, FADED_A_SCRIPT]));
}

/** The longest overdue records of every shard: only where and when, as many as could be erased. */
async function findOverdue(
  link: RedisLink,
  prefixes: readonly string[],
  { now, limit }: { now: number; limit: number },
): Promise<{ prefix: string; expiresAt: number }[]> {
  const page = ['WITHSCORES', 'LIMIT', 0, limit] as const;
  const found = await link.ask(
    prefixes.map((prefix) => ['zrangebyscore', `${prefix}expiry`, '-inf', now, ...page]),
  );
  return prefixes.flatMap((prefix, shard) => {
    const scores = texts(found[shard]).filter((_, place) => place % 2 === 1);
    return scores.map((score) => ({ prefix, expiresAt: Number(score) }));
  });
}
