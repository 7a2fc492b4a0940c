// search: the person says in their own words what they want to know; the turn answers it.
import { z } from 'zod';
import { line, nameSchema, notUnderstood, type StepKind, textSchema, toStep, WAIT } from './step-kind.js';

const schema = z.strictObject({
  search: textSchema.describe('the invitation to ask'),
  go: nameSchema.describe('the next step, after the answer'),
});
type SearchStep = z.infer<typeof schema>;

/** Waits for a question and hands it to the search; a bare button is not a question. */
export const search: StepKind<SearchStep> = {
  schema,
  targets: (step) => [step.go],
  texts: (step) => [step.search],
  offersPerson: () => false,
  expects: () => 'text',
  enter: (step, scene) => ({ says: [line(step.search, scene)], acts: [], next: WAIT }),
  answer: (step, input, scene) => {
    const text = input.text.trim();
    if (text === '') return notUnderstood(input, scene, toStep(step.go));
    return { says: [], acts: [{ kind: 'search', text, quiet: false }], next: toStep(step.go) };
  },
};
