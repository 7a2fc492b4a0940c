// What one inbound makes of a conversation: a value, committed whole or not at all.
import type { Conversation, Effect, Reply, TalkEntry } from '../core/index.js';

export interface Turn {
  readonly conversation: Conversation;
  /** Appended to the talk, in order: the person's message, then what was said to them. */
  readonly entries: readonly TalkEntry[];
  /** What the person is told now; each is also an entry. */
  readonly replies: readonly Reply[];
  /** A `shred` destroys a key; what is left of that part is sealed under a new one in the same commit. */
  readonly effects: readonly Effect[];
  /** Marks to set or remove (opt-out, revoked) with the commit. */
  readonly marks: Readonly<Record<string, number | null>>;
  /** Why a staff act or a session was turned away; then nothing changed and nothing is committed. */
  readonly refused: string | null;
}

/** Marks of a record that outlive its erase. */
export const MARKS = { optedOut: 'opted-out', revoked: 'revoked' } as const;
