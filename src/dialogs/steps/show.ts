// show: one topic of the knowledge base.
import { z } from 'zod';
import { nameSchema, neverAnswered, type StepKind, toStep } from './step-kind.js';

const schema = z.strictObject({
  show: nameSchema.describe('topic id'),
  go: nameSchema.describe('the next step'),
});
export type ShowStep = z.infer<typeof schema>;

/** Shows and goes on. */
export const show: StepKind<ShowStep> = {
  ...neverAnswered,
  schema,
  targets: (step) => [step.go],
  texts: () => [],
  offersPerson: () => false,
  enter: (step) => ({ says: [], acts: [{ kind: 'show-topic', topic: step.show }], next: toStep(step.go) }),
};
