// One line of the queue: level, clock and what is needed to match it to somebody. No words, no handle.
import { type Case, type Conversation, isShared } from '../core/index.js';
import { canReplyNow, type ReplyMoment } from './can-reply.js';
import type { QueueLine } from './case-view.js';

/** A withdrawn case is level and clock only; a struck language line takes the language from every view. */
function languageFor(conversation: Conversation, state: Case): string | null {
  if (state.person === 'withdrew') return null;
  const line = state.items.some(({ id }) => id === 'language');
  const struck = state.consent.state === 'given' && line && !isShared(state, 'language');
  return struck ? null : conversation.language.tag;
}

/** The line of a conversation's case, or null when it has none. */
export function queueLine(conversation: Conversation, moment: ReplyMoment): QueueLine | null {
  const state = conversation.case;
  if (state === null) return null;
  const { id, deskId, reference, level, status, queuedAt, claimedBy, returns, minimal, person, group } =
    state;
  return {
    caseId: id,
    conversationId: conversation.id,
    ...{ deskId, reference, level, status, queuedAt, claimedBy, returns, minimal, person, group },
    canReply: canReplyNow(conversation, moment),
    language: languageFor(conversation, state),
    channel: state.person === 'withdrew' ? null : conversation.channel,
  };
}
