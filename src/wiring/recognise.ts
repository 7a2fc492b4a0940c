// Asks the recognisers only where the pending step asks for an age, a date or a yes; never for anything that is urgent.
import type { Conversation, Inbound, Recognised } from '../core/index.js';
import { expectsAt } from '../dialogs/index.js';
import type { RecogniserKind, Recognisers } from '../understanding/index.js';
import type { Brain } from './brain.js';

const KINDS: Readonly<Record<string, RecogniserKind>> = { age: 'age', date: 'date', 'yes-no': 'boolean' };

/** Null when nothing was asked, nothing was found, or the child process did not answer within its 250 ms. */
export function recognise(
  recognisers: Recognisers,
  brain: Brain,
  { before, inbound }: { before: Conversation; inbound: Inbound },
): Promise<Recognised | null> {
  const expects = before.dialog ? expectsAt(brain.content.dialogs, before.dialog) : null;
  const kind = expects ? KINDS[expects] : undefined;
  if (!kind || inbound.from !== 'person' || inbound.text === '') return Promise.resolve(null);
  return recognisers.recognise(inbound.text, before.language.tag, kind);
}
