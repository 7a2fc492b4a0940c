// STOP, START and the questions about them on SMS: they change sending, and nothing else.
import type { PersonInbound } from '../core/index.js';
import { stepCase } from './case-step.js';
import { type Draft, set, tagOf } from './draft.js';
import { MARKS } from './turn.js';
import { sayLine } from './words.js';

/** No more texts to this number, in any state; one confirmation, which names the hotline. */
export function stopTexts(draft: Draft): void {
  set(draft, { optedOut: true, dialog: null, offered: [] });
  draft.marks[MARKS.optedOut] = Number.POSITIVE_INFINITY;
  stepCase(draft, { kind: 'sending', canReply: false });
  if (handledByProvider(draft)) return;
  sayLine(draft, 'sms:stop.confirm', { kind: 'notice', rules: { evenIfOptedOut: true } });
}

export function startTexts(draft: Draft): void {
  set(draft, { optedOut: false });
  draft.marks[MARKS.optedOut] = null;
  stepCase(draft, { kind: 'sending', canReply: true });
  if (handledByProvider(draft)) return;
  sayLine(draft, 'sms:start.confirm', { kind: 'notice' });
}

/** Providers that answer these words themselves told us so: both answers must not be sent. */
function handledByProvider(draft: Draft): boolean {
  return draft.inbound.from === 'person' && (draft.inbound as PersonInbound).hints.optOutHandled === true;
}

/** "STOP he is outside", "please stop": at us, or at someone in the room? Triage comes first; then we ask. */
export function isUnclearStop(draft: Draft, text: string): boolean {
  return (
    draft.conversation.channel === 'sms' &&
    draft.world.readReserved(text, tagOf(draft))?.kind === 'opt-out-unclear'
  );
}

export function askUnclearStop(draft: Draft): void {
  sayLine(draft, 'sms:stop.ask', { kind: 'notice' });
  set(draft, { offered: ['stop-texts', 'write'].map((id) => ({ id, label: '' })) });
}
