// The outbox over Redis. Rows lie in 256 shards; this side keeps when each shard next has work, so that an idle worker
// asks none and a busy one only those that matter. The times are hints: all shards are looked at anew every second.
import { type LeasedRow, type Outbox, SHARDS, shardOf } from '../store.js';
import type { RedisLink } from './link.js';
import { LEASE, PEEK, SETTLE } from './outbox-scripts.js';
import { list, shardPrefix, text, texts, toLeasedRow } from './replies.js';

/** The contract's outbox, and two ways to tell it when a shard next has a row due ('' for never). */
export interface RedisOutbox extends Outbox {
  /** It may be earlier than was thought. */
  expect(shard: number, dueAt: string): void;
  /** It is this, as of the last reply. */
  correct(shard: number, dueAt: string): void;
}

const LOOK_EVERY_MS = 1000;
const NONE = Number.POSITIVE_INFINITY;
/** A lease lapsed in this shard: it has work whatever the wall clock says. */
const NOW = Number.NEGATIVE_INFINITY;

type LeaseRequest = Parameters<Outbox['lease']>[0];

/** `offset` is added to Redis's TIME, so that a test can move the clock. */
export function createRedisOutbox(link: RedisLink, offset: () => number): RedisOutbox {
  const next = new Float64Array(SHARDS).fill(NONE);
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function lookAround(): Promise<void> {
    const now = performance.now() + offset();
    if (now - lookedAt < LOOK_EVERY_MS) return;
    lookedAt = now;
    const before = Float64Array.from(next);
    const found = await lookAtAll(link, offset());
    for (let shard = 0; shard < SHARDS; shard += 1) {
      // What changed while we looked is newer than what we saw.
      if (next[shard] === before[shard]) next[shard] = found[shard] ?? NONE;
    }
  }

  async function leaseShard(shard: number, request: LeaseRequest, limit: number): Promise<LeasedRow[]> {
    const args = [offset(), request.now, limit, request.leaseMs];
    const [nextDue, rows] = list(await link.run(LEASE, shardPrefix(shard), args));
    next[shard] = toTime(text(nextDue));
    return list(rows).map(toLeasedRow);
  }

  return {
    async lease(request) {
      await lookAround();
      const shards = [...next.keys()].filter((shard) => (next[shard] ?? NONE) <= request.now);
      const shares =
        shards.length > 1 ? await shareOut(link, shards, { ...request, offset: offset() }) : null;
      const leased = await Promise.all(
        shards.map((shard) => {
          const limit = shares ? (shares.get(shard) ?? 0) : request.limit;
          return limit > 0 ? leaseShard(shard, request, limit) : [];
        }),
      );
      return leased.flat().sort((one, other) => one.dueAt - other.dueAt);
    },
    async settle(row, outcome) {
      const shard = shardOf(row.recordId);
      const retryAt = outcome === 'done' ? '' : outcome.retryAt;
      const args = [row.recordId, row.id, row.fence, retryAt];
      const [word = '', nextDue = ''] = texts(await link.run(SETTLE, shardPrefix(shard), args));
      next[shard] = Math.min(next[shard] ?? NONE, toTime(nextDue));
      return word === 'settled';
    },
    async nextDueAt() {
      await lookAround();
      const first = Math.min(...next);
      return first === NONE ? null : Math.max(0, first);
    },
    expect(shard, dueAt) {
      next[shard] = Math.min(next[shard] ?? NONE, toTime(dueAt));
    },
    correct(shard, dueAt) {
      next[shard] = toTime(dueAt);
    },
  };
}

/** When each shard next has work: two short look-ups a shard, all sent at once. */
async function lookAtAll(link: RedisLink, offset: number): Promise<number[]> {
  const lookUps = Array.from({ length: SHARDS }, (_, shard) => shardPrefix(shard)).flatMap((prefix) => [
    ['zrange', `${prefix}due`, 0, 0, 'WITHSCORES'] as const,
    ['zrange', `${prefix}leased`, 0, 0, 'WITHSCORES'] as const,
  ]);
  const [time, ...firsts] = await link.ask([['time'], ...lookUps]);
  const [seconds = '0', microseconds = '0'] = texts(time);
  const now = Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000) + offset;
  const scores = firsts.map((first) => toTime(texts(first)[1] ?? ''));
  return Array.from({ length: SHARDS }, (_, shard) => {
    const [due = NONE, leased = NONE] = scores.slice(2 * shard, 2 * shard + 2);
    return leased <= now ? NOW : due;
  });
}

/** How many rows to take from each shard, so that together they are the oldest ones. */
async function shareOut(
  link: RedisLink,
  shards: readonly number[],
  request: LeaseRequest & { offset: number },
): Promise<Map<number, number>> {
  const args = [request.offset, request.now, request.limit];
  const found = await Promise.all(
    shards.map(async (shard) => {
      const [, times] = list(await link.run(PEEK, shardPrefix(shard), args));
      return texts(times).map((dueAt) => ({ shard, dueAt: Number(dueAt) }));
    }),
  );
  const oldest = found.flat().sort((one, other) => one.dueAt - other.dueAt);
  const shares = new Map<number, number>();
  for (const { shard } of oldest.slice(0, request.limit)) shares.set(shard, (shares.get(shard) ?? 0) + 1);
  return shares;
}

function toTime(score: string): number {
  return score === '' ? NONE : Number(score);
}
