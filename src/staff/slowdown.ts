// Slows down guessing: each failure makes the next attempt wait longer, by account name and by network address.
// In memory only, keyed by hashes; nothing here outlives the process.
import { createHash, randomBytes } from 'node:crypto';
import { MINUTE_MS, SECOND_MS } from '../core/index.js';

const FREE_TRIES = 3;
const FORGET_MS = 30 * MINUTE_MS;
const KEPT = 20_000;
/** An address may be held back long. A name only briefly: anybody can fail in a colleague's name, and cases wait for her. */
const LONGEST_MS = { address: 42 * SECOND_MS, name: 10 * SECOND_MS };

interface Failures {
  count: number;
  readonly longestMs: number;
  lastAt: number;
}

/** Counts failures. `begin` counts the attempt as failed at once, so that many at the same time gain nothing. */
export class Slowdown {
  readonly #failures = new Map<string, Failures>();
  readonly #key = randomBytes(16);

  /** Milliseconds to wait before this attempt is looked at; 0 lets it through and counts it until `succeeded`. */
  begin(attempt: { name: string; address: string }, now: number): number {
    const rows = this.#rows(attempt);
    const waitMs = Math.max(...rows.map(([key]) => this.#waitMs(key, now)));
    if (waitMs > 0) return waitMs;
    for (const [key, longestMs] of rows) this.#count(key, longestMs, now);
    return 0;
  }

  /** The attempt was right: the name's failures are forgotten; the address only gets back the one that was counted. */
  succeeded(attempt: { name: string; address: string }): void {
    this.#failures.delete(this.#hash('name', attempt.name));
    const address = this.#failures.get(this.#hash('address', networkOf(attempt.address)));
    if (address) address.count -= 1;
  }

  #rows(attempt: { name: string; address: string }): [string, number][] {
    return [
      [this.#hash('name', attempt.name), LONGEST_MS.name],
      [this.#hash('address', networkOf(attempt.address)), LONGEST_MS.address],
    ];
  }

  #hash(...parts: string[]): string {
    return createHash('sha256').update(this.#key).update(parts.join('\u0000')).digest('base64url');
  }

  #waitMs(key: string, now: number): number {
    const row = this.#failures.get(key);
    if (!row || row.count < FREE_TRIES) return 0;
    const pauseMs = Math.min(SECOND_MS * 2 ** (row.count - FREE_TRIES), row.longestMs);
    return Math.max(0, row.lastAt + pauseMs - now);
  }

  #count(key: string, longestMs: number, now: number): void {
    const row = this.#failures.get(key);
    const count = row && now - row.lastAt < FORGET_MS ? row.count + 1 : 1;
    // Taken out and put back: a Map keeps its order of insertion, so the first is the one seen longest ago.
    this.#failures.delete(key);
    this.#failures.set(key, { count, longestMs, lastAt: now });
    const oldest = this.#failures.keys().next();
    if (this.#failures.size > KEPT && !oldest.done) this.#failures.delete(oldest.value);
  }
}

/** The part of an address that one household or office shares: an IPv6 /64, an IPv4 address as it is. */
function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
