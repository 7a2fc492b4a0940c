// consent: the summary, line by line, and the question whether it may be shared. Silence and doubt are not consent.
import { z } from 'zod';
import type { DialogAct } from '../dialog-act.js';
import { yesOrNo } from './answers.js';
import { sharedChoices } from './choices.js';
import {
  type DialogInput,
  type DialogLine,
  line,
  nameSchema,
  notUnderstood,
  type Outcome,
  type Scene,
  type StepKind,
  textSchema,
  toStep,
  WAIT,
} from './step-kind.js';

const schema = z.strictObject({
  consent: textSchema.describe('the question, said below the summary'),
  given: nameSchema.describe('the next step after a yes'),
  refused: nameSchema.describe('the next step after a no, or after no clear answer'),
});
type ConsentStep = z.infer<typeof schema>;

const PREVIEW: DialogAct = { kind: 'preview' };

/** Waits until the person shares, or does not; striking and putting back lines is free and as often as they like. */
export const consent: StepKind<ConsentStep> = {
  schema,
  targets: (step) => [step.given, step.refused],
  texts: (step) => [
    step.consent,
    ...['share-all', 'share-left', 'dont-share'].map((id) => `bot:choice.${id}`),
  ],
  offersPerson: () => true,
  expects: () => 'choice',
  enter: (step, scene) => ({
    says: [question(step, scene, scene.flags.has('struck'))],
    acts: [PREVIEW],
    next: WAIT,
  }),
  answer: (step, input, scene) => {
    const edit = editOf(input.action);
    if (edit) return { says: [question(step, scene, true)], acts: [edit, PREVIEW], next: WAIT };
    const given = decisionOf(input);
    if (given !== null) return decided(step, given);
    const unclear = notUnderstood(input, scene, toStep(step.refused));
    const refused = unclear.next.kind === 'step' ? decided(step, false).acts : [];
    return { ...unclear, acts: [...unclear.acts, ...refused] };
  },
};

function question(step: ConsentStep, scene: Scene, struck: boolean): DialogLine {
  return line(step.consent, scene, sharedChoices(struck ? 'share-left' : 'share-all', 'dont-share'));
}

function decided(step: ConsentStep, given: boolean): Outcome {
  const next = toStep(given ? step.given : step.refused);
  return { says: [], acts: [{ kind: 'consent', given }], next, answer: given ? 'given' : 'refused' };
}

function editOf(action: string | null): DialogAct | null {
  const [verb, item] = action?.split(/:(.*)/s) ?? [];
  if (!item) return null;
  if (verb === 'strike' || verb === 'keep') return { kind: verb, item };
  return null;
}

function decisionOf(input: DialogInput): boolean | null {
  if (input.action === 'share-all' || input.action === 'share-left') return true;
  if (input.action === 'dont-share' || input.action === 'numbers') return false;
  // Only a plain yes shares. "Yes but not the part about my cousin" is heard as a yes by an extractor, and is none.
  const answer = yesOrNo(input);
  return answer === true && input.action !== 'yes' && input.reserved !== 'yes' ? null : answer;
}
