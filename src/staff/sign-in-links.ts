// One-time sign-in links for the demo desk: printed at start, used once, dead after 15 minutes. In memory only.
import { createHash, randomBytes } from 'node:crypto';
import { MINUTE_MS, type StaffId } from '../core/index.js';

const LIVES_MS = 15 * MINUTE_MS;

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Holds hashes of links that were given out and not used. */
export class SignInLinks {
  readonly #links = new Map<string, { staffId: StaffId; endsAt: number }>();

  /** A 256-bit token. It travels in the fragment of an address, which no server and no log ever gets. */
  issue(staffId: StaffId, now: number): string {
    const token = randomBytes(32).toString('base64url');
    this.#links.set(hashOf(token), { staffId, endsAt: now + LIVES_MS });
    return token;
  }

  /** Whose link it is; null for an unknown, used or old one. Using it ends it. */
  redeem(token: string, now: number): StaffId | null {
    const key = hashOf(token);
    const link = this.#links.get(key);
    this.#links.delete(key);
    return link && now < link.endsAt ? link.staffId : null;
  }
}
