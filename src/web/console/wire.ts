// What the staff API says, as the console reads it. The server's side is src/staff; the two are held together by
// tests/web/console.test.ts, which drives this console against those routes.

export type Level = 'emergency' | 'urgent' | 'elevated' | 'routine' | 'none';
export type Status = 'available' | 'busy' | 'away';

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly role: 'advocate' | 'supervisor' | 'admin';
  readonly deskName: string;
  readonly languages: readonly string[];
  readonly may: readonly string[];
}

type Person = 'here' | 'left' | 'hidden' | 'asked-to-erase' | 'withdrew';

/** One line of the queue. `id` is the conversation's; nothing of what was written is in it. */
export interface QueueLine {
  readonly id: string;
  readonly reference: string;
  readonly level: Level;
  readonly status: string;
  /** BCP 47; null where the person does not share it. */
  readonly language: string | null;
  readonly channel: string | null;
  /** When the wait began; kept over returns. */
  readonly waitingSince: number | null;
  /** How many near-identical cases stand behind this line; 1 for one of its own. */
  readonly alike: number;
  readonly returns: number;
  readonly person: Person;
  /** Handed over without agreement because life may be in danger. */
  readonly minimal: boolean;
}

/** A case that somebody has claimed. */
export interface ClaimedLine extends QueueLine {
  readonly mine: boolean;
  readonly claimedBy: string | null;
}

export interface Queue {
  readonly lines: readonly QueueLine[];
  readonly claimed: readonly ClaimedLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** The server's clock, ms. */
  readonly now: number;
  readonly available: number;
}

/** A sentence in English about the person, beside their own words. */
export interface SummaryLine {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly text: string;
  readonly quote: string | null;
}

export interface TalkLine {
  readonly id: string;
  readonly at: number;
  readonly from: 'person' | 'bot' | 'staff';
  readonly text: string;
  readonly language: string;
}

export interface CaseView extends ClaimedLine {
  readonly lines: readonly SummaryLine[];
  /** How many lines the person left out. */
  readonly struck: number;
  readonly reasons: readonly { readonly id: string; readonly kind: string; readonly quote: string | null }[];
  /** What nobody knows: not asked, or asked and not answered. Never a "no". */
  readonly open: readonly { readonly fact: string; readonly state: 'not-asked' | 'asked' }[];
  readonly clocks: Readonly<
    Record<'openedAt' | 'personLastAt', number> &
      Record<'queuedAt' | 'claimedAt' | 'leaseUntil' | 'connectedAt' | 'closedAt', number | null>
  >;
  readonly later: readonly { readonly at: number; readonly text: string | null }[];
  /** Somebody wrote again after a long gap: the phone may be in another hand. */
  readonly identityUnconfirmed: boolean;
  readonly consent: string;
  readonly canReply: boolean;
  /** On SMS: nothing is sent after this, until they write again. */
  readonly replyUntil: number | null;
  readonly notes: readonly { readonly at: number; readonly by: string; readonly text: string }[];
  readonly disposition: string | null;
  readonly talk: readonly TalkLine[];
}

export interface Phrase {
  readonly id: string;
  readonly english: string;
  /** What the person reads, in `language` (their own, or the one it falls back to). */
  readonly theirs: string;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly checked: boolean;
}

/** A hint that something changed. */
export type Hint =
  | { readonly type: 'ready' | 'beat' | 'queue' }
  | { readonly type: 'case'; readonly id: string }
  | { readonly type: 'alarm'; readonly alarm: string; readonly level: Level }
  | { readonly type: 'end'; readonly why: string };
