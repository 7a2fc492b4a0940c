// Readings of an answer that more than one kind of step needs.
import type { DialogInput } from './step-kind.js';

/** The answer to a yes-or-no question: a button, a reserved word, what was heard, what a recogniser made of it. */
export function yesOrNo({ action, reserved, heard, recognised }: DialogInput): boolean | null {
  if (action === 'yes' || action === 'no') return action === 'yes';
  if (reserved === 'yes' || reserved === 'no') return reserved === 'yes';
  return heard.yesNo ?? (recognised?.kind === 'boolean' ? recognised.value : null);
}
