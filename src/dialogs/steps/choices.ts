// Labels of choices: shared ones live in bot.json, a dialog's own beside its question.
import type { DialogChoice } from './step-kind.js';

/** Labelled `bot:choice.<id>` everywhere, so that "Yes" is translated once. */
export const SHARED_CHOICES: readonly string[] = [
  'yes',
  'no',
  'not-really',
  'not-sure',
  'skip',
  'back',
  'hide',
  'erase',
  'person',
  'numbers',
  'menu',
  'share-all',
  'share-left',
  'dont-share',
  'self',
  'known',
  'saw',
  'professional',
];

/** The text of a choice as a dialog's file would name it. */
export function labelText(id: string, question: string): string {
  return SHARED_CHOICES.includes(id) ? `bot:choice.${id}` : `${question}.${id}`;
}

export function sharedChoices(...ids: readonly string[]): DialogChoice[] {
  return ids.map((id) => ({ id, key: `bot:choice.${id}` }));
}
