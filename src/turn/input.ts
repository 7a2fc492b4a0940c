// What a message asks for, before it is understood: a button, a number that stands for one, or words.
import type { PersonInbound } from '../core/index.js';
import { expectsAt, pickOffered } from '../dialogs/index.js';
import type { Draft } from './draft.js';

export interface Input {
  /** As written; empty for a bare button. */
  readonly text: string;
  /** The id of the choice that was pressed, typed as its number, or typed as its label; else null. */
  readonly action: string | null;
}

/**
 * "2" means the second choice that was offered last, and so does its label typed out; where a summary is shown on SMS it
 * means its second line. Not where a number is the answer: a question for an age.
 */
export function readInput(draft: Draft, inbound: PersonInbound): Input {
  if (inbound.action !== undefined) return { text: inbound.text, action: inbound.action };
  const action = struckLine(draft, inbound.text) ?? offeredChoice(draft, inbound.text);
  return { text: inbound.text, action };
}

function offeredChoice(draft: Draft, text: string): string | null {
  const { dialog, offered } = draft.conversation;
  const expects = dialog ? expectsAt(draft.world.dialogs, dialog) : 'choice';
  return expects === 'choice' ? pickOffered(offered, text) : null;
}

/** The number of the summary's first line on SMS: 1 shares what is left. */
export const FIRST_LINE = 2;

/** On SMS the lines of the summary are numbered: a number takes a line out, or puts it back. */
function struckLine(draft: Draft, text: string): string | null {
  const { channel, case: current, dialog } = draft.conversation;
  if (channel !== 'sms' || current?.status !== 'previewed' || dialog?.id !== 'connect') return null;
  const line = /^\d{1,2}$/.test(text.trim()) ? current.items[Number(text.trim()) - FIRST_LINE] : undefined;
  return line ? `${line.struck ? 'keep' : 'strike'}:${line.id}` : null;
}
