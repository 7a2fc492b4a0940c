// Opens a case: the record of a handoff that was only offered. Nothing is shared and nothing is queued by this.
import type { Case, Conversation } from '../core/index.js';
import { groupKey } from './group-key.js';
import { referenceCode } from './reference-code.js';

export interface CaseStart {
  readonly now: number;
  /** Ids of this turn: derived from the inbound id, so that a re-run opens the same case. */
  newId(part: string): string;
}

/** A case with status `offered`; send it `offer` next, so that the question's clock starts. */
export function openCase(conversation: Conversation, desk: { readonly id: string }, start: CaseStart): Case {
  const id = start.newId('case');
  const { now } = start;
  return {
    id,
    conversationId: conversation.id,
    group: groupKey(writtenNow(conversation), id),
    deskId: desk.id,
    reference: referenceCode(id),
    status: 'offered',
    level: conversation.level,
    reasons: conversation.reasons,
    items: [],
    consent: { state: 'not-asked', scope: [], wording: '', language: conversation.language.tag, at: null },
    minimal: false,
    canReply: !conversation.revoked && !conversation.optedOut,
    language: conversation.language.tag,
    channel: conversation.channel,
    openedAt: now,
    queuedAt: null,
    claimedBy: null,
    claimedAt: null,
    leaseUntil: null,
    connectedAt: null,
    closedAt: null,
    returns: 0,
    rung: [],
    later: [],
    person: 'here',
    personLastAt: conversation.lastPersonAt,
    idleReturnAt: null,
    staffNotes: [],
    disposition: null,
    safetyLineAt: null,
    talkFrom: null,
  };
}

/** What the person wrote just now, or the spans that gave the level. */
function writtenNow({ recent, reasons }: Conversation): string {
  const written = recent.length > 0 ? recent : reasons;
  return written.map(({ text }) => text).join(' ');
}
