// handoff: towards a person. Presence is looked at before anything is offered.
import { z } from 'zod';
import type { DialogAct } from '../dialog-act.js';
import { nameSchema, neverAnswered, type StepKind, toStep } from './step-kind.js';

const schema = z.union([
  z.strictObject({
    handoff: z.literal('presence').describe('goes one way when somebody could join now, another when not'),
    here: nameSchema,
    nobody: nameSchema,
  }),
  z.strictObject({
    handoff: z
      .enum(['offer', 'queue', 'contacts'])
      .describe('open a case; put it into the queue; the numbers and a summary to read out'),
    go: nameSchema,
  }),
]);
type HandoffStep = z.infer<typeof schema>;

const ACTS = {
  offer: { kind: 'offer-handoff' },
  queue: { kind: 'queue-handoff' },
  contacts: { kind: 'show-contacts' },
} as const satisfies Record<string, DialogAct>;

/** Acts and goes on. */
export const handoff: StepKind<HandoffStep> = {
  ...neverAnswered,
  schema,
  targets: (step) => (step.handoff === 'presence' ? [step.here, step.nobody] : [step.go]),
  texts: () => [],
  // Knowing whether somebody is there offers nothing yet.
  offersPerson: (step) => step.handoff !== 'presence',
  enter: (step, scene) => {
    if (step.handoff !== 'presence') return { says: [], acts: [ACTS[step.handoff]], next: toStep(step.go) };
    return { says: [], acts: [], next: toStep(scene.flags.has('staff-here') ? step.here : step.nobody) };
  },
};
