// Token buckets in memory: how often a key (an address, a conversation) may do something. Holds no key for long.
import type { Clock } from '../core/index.js';

export interface Budget {
  /** Takes one token; false when there is none. */
  take(key: string): boolean;
}

export interface BudgetRate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const MOST_KEYS = 50_000;

/**
 * A budget of `burst` at once and `perSecond` for long. A key unseen until its bucket is full again is forgotten;
 * with more than 50,000 keys the oldest go first, which can only be generous to them.
 */
export function createBudget(rate: BudgetRate, clock: Clock): Budget {
  const buckets = new Map<string, Bucket>();
  return {
    take(key) {
      const bucket = refill(buckets.get(key), rate, clock.now());
      const allowed = bucket.tokens >= 1;
      if (allowed) bucket.tokens -= 1;
      buckets.delete(key);
      buckets.set(key, bucket);
      forgetOld(buckets, rate, clock.now());
      return allowed;
    },
  };
}

function refill(bucket: Bucket | undefined, rate: BudgetRate, now: number): Bucket {
  if (!bucket) return { tokens: rate.burst, at: now };
  // A clock set back must not take tokens away.
  const seconds = Math.max(0, now - bucket.at) / 1000;
  return { tokens: Math.min(rate.burst, bucket.tokens + seconds * rate.perSecond), at: now };
}

/** Keys stand in order of last use, so the idle ones are in front; two a call keep pace with any flood. */
function forgetOld(buckets: Map<string, Bucket>, rate: BudgetRate, now: number): void {
  const fullAfterMs = (rate.burst / rate.perSecond) * 1000;
  for (let looked = 0; looked < 2; looked++) {
    const oldest = buckets.entries().next().value;
    if (!oldest) return;
    if (now - oldest[1].at >= fullAfterMs || buckets.size > MOST_KEYS) buckets.delete(oldest[0]);
  }
}
