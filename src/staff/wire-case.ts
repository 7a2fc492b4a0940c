// A case and a line of the queue as the console gets them: names instead of ids, "mine" instead of a comparison.

import { type CaseView, type QueueLine, SMS_WINDOW_MS } from '../handoff/index.js';
import type { StaffAccount } from './account.js';
import type { WaitingLine } from './ports.js';

/** Who looks, and who everybody is. */
export interface Looking {
  readonly account: StaffAccount;
  readonly colleagues: readonly StaffAccount[];
  readonly now: number;
}

function nameOf(staffId: string, { colleagues }: Looking): string {
  return colleagues.find((colleague) => colleague.id === staffId)?.name ?? '—';
}

function lineOf(line: QueueLine) {
  const { conversationId, reference, level, status, language, channel, returns, person, minimal } = line;
  return { id: conversationId, reference, level, status, language, channel, returns, person, minimal };
}

/** A waiting case: nothing of what anybody wrote. */
export function wireWaiting({ line, alike }: WaitingLine) {
  return { ...lineOf(line), waitingSince: line.queuedAt, alike };
}

/** A held case, with the name of who holds it. */
export function wireClaimed(line: QueueLine, looking: Looking) {
  const mine = line.claimedBy === looking.account.id;
  const claimedBy = line.claimedBy === null ? null : nameOf(line.claimedBy, looking);
  return { ...lineOf(line), waitingSince: line.queuedAt, alike: 1, mine, claimedBy };
}

/** The whole case. */
export function wireCase(view: CaseView, looking: Looking) {
  const { lines, struck, reasons, open, clocks, later, identityUnconfirmed, consent, disposition, talk } =
    view;
  return {
    ...wireClaimed(view, looking),
    ...{ lines, struck, reasons, open, clocks, later, identityUnconfirmed, disposition, talk },
    consent: consent.state,
    canReply: view.canReply,
    replyUntil: replyUntil(view, looking.now),
    notes: view.notes.map((note) => ({ ...note, by: nameOf(note.by, looking) })),
  };
}

/** When the texting window closes or closed; null without one, and while a recorded time range keeps it open. */
function replyUntil(view: CaseView, now: number): number | null {
  if (view.channel !== 'sms') return null;
  const until = view.clocks.personLastAt + SMS_WINDOW_MS;
  return view.canReply && until <= now ? null : until;
}
