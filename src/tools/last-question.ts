// What a line of the bot asked about: `assistant_before` is free text in any language in evaluation files. Heard through
// the concepts `asks-…`, so that a new language needs no code.
import type { FactName } from '../core/index.js';
import type { Brain } from '../wiring/index.js';

/** Concepts of questions, the narrower before the wider, with the name that dialogs give the question. */
const QUESTIONS: readonly (readonly [concept: string, question: string])[] = [
  ['asks-watched', 'watched'],
  ['asks-safe-contact', 'safe-contact'],
  ['asks-danger-now', 'danger-now'],
  ['asks-safe-now', 'safe-now'],
  ['asks-minor', 'minor'],
  ['asks-adult', 'adult'],
  ['asks-age', 'age'],
  ['asks-who', 'who'],
  ['asks-about-you', 'about-you'],
  ['asks-state', 'state'],
];
/** What each question leaves asked, answered or not. */
const FACTS: Readonly<Record<string, readonly FactName[]>> = {
  watched: ['safeToContact'],
  'safe-contact': ['safeToContact'],
  'danger-now': ['immediateDanger'],
  'safe-now': ['immediateDanger'],
  minor: ['minor'],
  adult: ['minor'],
  age: ['age', 'ageBand', 'minor'],
  who: ['who'],
  'about-you': ['who'],
  state: ['state', 'place'],
};

/** The facts that a question asks for; none for a question that is not known. */
export function factsAsked(question: string): readonly FactName[] {
  return FACTS[question] ?? [];
}

/** The name of the question, as the dialogs call it; null when it asked for nothing that a bare answer could give. */
export function questionIn({ understanding }: Brain, text: string): string | null {
  const heard = new Set(understanding.understand(text).concepts.map(({ concept }) => concept));
  return QUESTIONS.find(([concept]) => heard.has(concept))?.[1] ?? null;
}
