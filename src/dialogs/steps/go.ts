// go: on to another dialog.
import { z } from 'zod';
import { nameSchema, neverAnswered, type StepKind } from './step-kind.js';

const schema = z.strictObject({ go: nameSchema.describe('id of the dialog that takes over') });
export type GoStep = z.infer<typeof schema>;

/** Leaves this dialog for another; what was answered here is not taken along. */
export const go: StepKind<GoStep> = {
  ...neverAnswered,
  schema,
  targets: () => [],
  texts: () => [],
  offersPerson: () => false,
  enter: (step) => ({ says: [], acts: [], next: { kind: 'dialog', id: step.go } }),
};
