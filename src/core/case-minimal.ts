// The life-danger exception: when an unanswered emergency may be handed over with its level alone (design §9).
import type { HandoffSettings } from './case-event.js';
import type { Conversation } from './conversation.js';
import type { Level } from './level.js';

export interface Moment {
  readonly now: number;
  /** The level of the message being handled, alone; absent when a timer asks. */
  readonly messageLevel?: Level;
}

/**
 * Whether to send the case `minimal` now. All of: the deployer allows it; the level is emergency by a signal, never by
 * the classifier alone; consent was asked and neither given nor refused; and the time is up or this next message is
 * still an emergency. An explicit no always wins.
 */
export function minimalHandoffDue(
  conversation: Conversation,
  settings: HandoffSettings,
  moment: Moment,
): boolean {
  const { case: state, level, reasons } = conversation;
  if (settings.lifeDangerHandoff !== 'minimal' || state === null) return false;
  if (state.status !== 'offered' && state.status !== 'previewed') return false;
  if (state.consent.state !== 'asked' || state.consent.at === null) return false;
  const bySignal = reasons.some((reason) => reason.source === 'signal' && reason.level === 'emergency');
  if (level !== 'emergency' || !bySignal) return false;
  // The message that brought the question up is not the next one.
  const stillEmergency = moment.messageLevel === 'emergency' && moment.now > state.consent.at;
  return stillEmergency || moment.now - state.consent.at >= settings.minimalAfterMs;
}
