// Hide and erase: what the person may take away at once, and what stays for staff (design §9, the table).
import { type Conversation, DAY_MS, newConversation, OPEN } from '../core/index.js';
import { stepCase } from './case-step.js';
import { type Draft, say, set } from './draft.js';
import { MARKS } from './turn.js';
import { paragraphs } from './words.js';

/** A session that was ended cannot come back: the token outlives it by less than this. */
const REVOKED_MS = DAY_MS;

/** The talk is gone at once; an open case stays with what it shows. The page is told something neutral. */
export function hide(draft: Draft): void {
  endTalk(draft, 'hide', 'notice.hidden');
}

/** The same, and an open case loses its text when staff close it, or after 24 hours. */
export function erase(draft: Draft): void {
  endTalk(draft, 'erase', hasOpenCase(draft) ? 'handoff.asked-to-erase' : 'notice.erased');
}

/** Keys, then record and rows: nothing of it can be read again. */
export function forgetRecord(draft: Draft): void {
  draft.effects.push({ kind: 'shred', part: 'talk' });
  if (draft.conversation.case) draft.effects.push({ kind: 'shred', part: 'case' });
  draft.effects.push({ kind: 'forget' });
}

function hasOpenCase(draft: Draft): boolean {
  const { case: current } = draft.conversation;
  return current !== null && OPEN.includes(current.status);
}

function endTalk(draft: Draft, what: 'hide' | 'erase', line: string): void {
  const keepsCase = hasOpenCase(draft);
  draft.entries.length = 0;
  stepCase(draft, { kind: what });
  draft.entries.length = 0;
  set(draft, blank(draft.conversation, keepsCase));
  if (keepsCase) draft.effects.push({ kind: 'shred', part: 'talk' });
  else forgetRecord(draft);
  if (usesSession(draft)) draft.marks[MARKS.revoked] = draft.world.now + REVOKED_MS;
  say(draft, { kind: 'notice', paragraphs: paragraphs(draft, line) });
  draft.entries.length = 0;
}

function usesSession(draft: Draft): boolean {
  return draft.conversation.channel === 'web' || draft.conversation.channel === 'plain';
}

/** A conversation that knows nothing but how to reach its open case. */
function blank(conversation: Conversation, keepsCase: boolean): Conversation {
  const { id, tenant, channel, delivery, language, lastPersonAt, talkCount, optedOut, lastSendRow } =
    conversation;
  return {
    ...newConversation({
      id,
      tenant,
      channel,
      delivery,
      language: language.tag,
      now: lastPersonAt,
    } as Parameters<typeof newConversation>[0]),
    language,
    optedOut,
    lastSendRow,
    talkCount,
    talkFrom: talkCount,
    replyTo: keepsCase || channel === 'sms' ? conversation.replyTo : null,
    revoked: channel === 'web' || channel === 'plain',
    case: conversation.case,
  };
}
