// say: one or more sentences, some only when a flag is up.
import { z } from 'zod';
import { FLAGS } from '../flags.js';
import { line, nameSchema, neverAnswered, type StepKind, textSchema, toStep } from './step-kind.js';

const sentence = z.union([
  textSchema,
  z.strictObject({ text: textSchema, when: z.enum(FLAGS).describe('said only when this is so') }),
]);

const schema = z.strictObject({
  say: z.union([sentence, z.array(sentence).min(1)]).describe('text key or keys, in order'),
  go: nameSchema.describe('the next step'),
});
type SayStep = z.infer<typeof schema>;

function sentencesOf(step: SayStep) {
  return (Array.isArray(step.say) ? step.say : [step.say]).map((one) =>
    typeof one === 'string' ? { text: one, when: null } : one,
  );
}

/** Says and goes on. */
export const say: StepKind<SayStep> = {
  ...neverAnswered,
  schema,
  targets: (step) => [step.go],
  texts: (step) => sentencesOf(step).map(({ text }) => text),
  offersPerson: () => false,
  enter: (step, scene) => ({
    says: sentencesOf(step)
      .filter(({ when }) => when === null || scene.flags.has(when))
      .map(({ text }) => line(text, scene)),
    acts: [],
    next: toStep(step.go),
  }),
};
