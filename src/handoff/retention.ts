// How long a conversation is kept (design §9): settings may shorten these times, never lengthen them.
import { type Conversation, DAY_MS, HOUR_MS, OPEN } from '../core/index.js';

export interface RetentionSettings {
  readonly webTalkMs: number;
  readonly smsTalkMs: number;
  readonly caseAfterCloseMs: number;
  readonly caseAtMostMs: number;
}

export const LONGEST_RETENTION: RetentionSettings = {
  webTalkMs: 2 * HOUR_MS,
  smsTalkMs: DAY_MS,
  caseAfterCloseMs: 7 * DAY_MS,
  caseAtMostMs: 30 * DAY_MS,
};

type Span = keyof RetentionSettings;

/** When the record, its talk and its rows may be swept (wall clock, ms). In the past: now. */
export function retentionOf(conversation: Conversation, settings: RetentionSettings, now: number): number {
  const span = (name: Span): number => Math.min(settings[name], LONGEST_RETENTION[name]);
  const state = conversation.case;
  const handedOver = state !== null && (state.closedAt !== null || OPEN.includes(state.status));
  if (!handedOver) {
    // Hidden, exited or erased: nothing is waited for.
    if (conversation.revoked) return now;
    return conversation.lastPersonAt + span(conversation.channel === 'sms' ? 'smsTalkMs' : 'webTalkMs');
  }
  const atMost = state.openedAt + span('caseAtMostMs');
  if (state.closedAt === null) return atMost;
  // A person who goes on talking after the case keeps at least the talk's own time, inside the month.
  const talk = conversation.lastPersonAt + span('webTalkMs');
  return Math.min(atMost, Math.max(state.closedAt + span('caseAfterCloseMs'), talk));
}
