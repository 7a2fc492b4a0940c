// Who is signed in. In memory only: a restart signs everybody out. The id is a header of each request, never a cookie.
import { createHash, randomBytes } from 'node:crypto';
import { HOUR_MS, MINUTE_MS, type StaffId } from '../core/index.js';

export const IDLE_MS = 30 * MINUTE_MS;
/** However busy, a session ends within a long shift. */
const LONGEST_MS = 12 * HOUR_MS;

export const STATUSES = ['available', 'busy', 'away'] as const;
export type StaffStatus = (typeof STATUSES)[number];

export interface Session {
  readonly key: string;
  readonly staffId: StaffId;
  readonly startedAt: number;
  usedAt: number;
  status: StaffStatus;
  /** Conversations this session has read: their changes are hinted to its socket, and no others. */
  readonly watching: Set<string>;
}

export type SessionEnd = 'signed-out' | 'idle' | 'replaced' | 'removed';

const keyOf = (id: string) => createHash('sha256').update(id).digest('base64url');
const WATCHED = 16;

/** The live sessions. One for each account: signing in again ends the earlier one. */
export class Sessions {
  readonly #byKey = new Map<string, Session>();
  readonly #onEnd: (session: Session, why: SessionEnd) => void;

  constructor(onEnd: (session: Session, why: SessionEnd) => void) {
    this.#onEnd = onEnd;
  }

  /** A new 256-bit session id. Only its hash is kept. */
  start(staffId: StaffId, now: number): { id: string; session: Session } {
    for (const old of [...this.#byKey.values()]) if (old.staffId === staffId) this.end(old, 'replaced');
    const id = randomBytes(32).toString('base64url');
    const session: Session = {
      key: keyOf(id),
      staffId,
      startedAt: now,
      usedAt: now,
      status: 'available',
      watching: new Set(),
    };
    this.#byKey.set(session.key, session);
    return { id, session };
  }

  /** The live session of an id, or null. Does not count as use: `touch` does. */
  find(id: string, now: number): Session | null {
    const session = this.#byKey.get(keyOf(id));
    if (!session) return null;
    if (!isOver(session, now)) return session;
    this.end(session, 'idle');
    return null;
  }

  /** Something a human did. A heartbeat alone is not: an unattended screen must end. */
  touch(session: Session, now: number): void {
    session.usedAt = now;
  }

  /** Remembers that the session looked at a conversation; the oldest of more than 16 is dropped. */
  watch(session: Session, conversationId: string): void {
    session.watching.delete(conversationId);
    session.watching.add(conversationId);
    const oldest = session.watching.values().next();
    if (session.watching.size > WATCHED && !oldest.done) session.watching.delete(oldest.value);
  }

  /** Ends it, once; a second call does nothing. */
  end(session: Session, why: SessionEnd): void {
    if (this.#byKey.delete(session.key)) this.#onEnd(session, why);
  }

  /** Ends what has been idle too long; called about once a second. */
  expire(now: number): void {
    for (const session of [...this.#byKey.values()]) if (isOver(session, now)) this.end(session, 'idle');
  }
}

function isOver(session: Session, now: number): boolean {
  return now - session.usedAt >= IDLE_MS || now - session.startedAt >= LONGEST_MS;
}
