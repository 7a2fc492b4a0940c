// triage: what a button said is as good as words: it raises the level, and the turn adds the numbers to the same reply.
import { z } from 'zod';
import { reasonKindSchema } from '../../core/index.js';
import { nameSchema, neverAnswered, type StepKind, toStep } from './step-kind.js';

const schema = z.strictObject({
  triage: z.enum(['emergency', 'urgent', 'elevated']).describe('at least this level from here on'),
  reason: reasonKindSchema.describe('decides the contact set'),
  go: nameSchema.describe('the next step'),
});
type TriageStep = z.infer<typeof schema>;

/** Raises and goes on. The reason's id is `<dialog>.<step>`. */
export const triage: StepKind<TriageStep> = {
  ...neverAnswered,
  schema,
  targets: (step) => [step.go],
  texts: () => [],
  offersPerson: () => false,
  enter: (step, scene) => ({
    says: [],
    acts: [{ kind: 'triage', level: step.triage, reason: step.reason, id: `${scene.dialog}.${scene.step}` }],
    next: toStep(step.go),
  }),
};
