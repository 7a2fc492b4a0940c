// end: the last words, and what happens then.
import { z } from 'zod';
import type { DialogAct } from '../dialog-act.js';
import { line, neverAnswered, type StepKind, textSchema } from './step-kind.js';

const schema = z.strictObject({
  end: z.union([textSchema, z.literal(true)]).describe('the last words, or true for none'),
  act: z.enum(['hide', 'erase', 'menu']).optional().describe('done as the dialog ends'),
});
type EndStep = z.infer<typeof schema>;

/** Ends the dialog. */
export const end: StepKind<EndStep> = {
  ...neverAnswered,
  schema,
  targets: () => [],
  texts: (step) => (step.end === true ? [] : [step.end]),
  offersPerson: () => false,
  enter: (step, scene) => {
    const act: DialogAct[] = step.act ? [{ kind: step.act }] : [];
    return {
      says: step.end === true ? [] : [line(step.end, scene)],
      acts: [...act, { kind: 'end', dialog: scene.dialog }],
      next: { kind: 'end' },
    };
  },
};
