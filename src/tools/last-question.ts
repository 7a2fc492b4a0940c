// What a line of the bot asked about: `assistant_before` is free text in any language in evaluation files. Heard through
// the concepts `asks-…`, so that a new language needs no code.
import type { Brain } from '../wiring/index.js';

/** Concepts of questions, the narrower before the wider, with the name that dialogs give the question. */
const QUESTIONS: readonly (readonly [concept: string, question: string])[] = [
  ['asks-safe-contact', 'safe-contact'],
  ['asks-danger-now', 'danger-now'],
  ['asks-safe-now', 'safe-now'],
  ['asks-minor', 'minor'],
  ['asks-age', 'age'],
  ['asks-state', 'state'],
  ['asks-who', 'who'],
];

/** The name of the question, as the dialogs call it; null when it asked for nothing that a bare answer could give. */
export function questionIn({ understanding }: Brain, text: string): string | null {
  const heard = new Set(understanding.understand(text).concepts.map(({ concept }) => concept));
  return QUESTIONS.find(([concept]) => heard.has(concept))?.[1] ?? null;
}
