// Whether a message of ours may reach the person now: the box staff type into is locked where it may not.
import { type Conversation, MINUTE_MS } from '../core/index.js';

/** Nothing is sent later than this after a person's last text, unless they recorded a time (design §9 SMS window). */
export const SMS_WINDOW_MS = 15 * MINUTE_MS;

export interface ReplyMoment {
  readonly now: number;
  /** The time range that the person recorded for this number holds now. */
  readonly mayTextNow?: boolean;
}

/** STOP, a revoked session, a withdrawal and the SMS window each say no; a case that cannot reply neither can be. */
export function canReplyNow(conversation: Conversation, moment: ReplyMoment): boolean {
  const { case: state, channel, lastPersonAt } = conversation;
  if (conversation.optedOut || conversation.revoked || state === null) return false;
  if (!state.canReply || state.person === 'withdrew') return false;
  if (channel !== 'sms') return true;
  return moment.mayTextNow === true || moment.now - lastPersonAt < SMS_WINDOW_MS;
}
