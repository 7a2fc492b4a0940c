// choose: a question with buttons. A choice may also give a fact or a need.
import { z } from 'zod';
import { AGE_BANDS, NEEDS, WHO } from '../../core/index.js';
import type { DialogAct, SetFact } from '../dialog-act.js';
import { yesOrNo } from './answers.js';
import { labelText } from './choices.js';
import {
  type DialogInput,
  keyOf,
  line,
  nameSchema,
  notUnderstood,
  type StepKind,
  textSchema,
  toStep,
  WAIT,
} from './step-kind.js';

const factsSchema = z.strictObject({
  who: z.enum(WHO).optional(),
  minor: z.boolean().optional(),
  ageBand: z.enum(AGE_BANDS).optional(),
  immediateDanger: z.boolean().optional(),
  safeToContact: z.boolean().optional(),
});

const optionSchema = z.union([
  nameSchema,
  z.strictObject({
    go: nameSchema,
    label: textSchema.optional().describe('a label written elsewhere'),
    need: z.enum(NEEDS).optional().describe('what choosing it says is needed'),
    fact: factsSchema.optional().describe('what choosing it says is known'),
  }),
]);

const schema = z.strictObject({
  choose: textSchema.describe('the question; labels are <question>.<choice>'),
  options: z
    .record(nameSchema, optionSchema)
    .refine((options) => Object.keys(options).length >= 2, 'at least two choices')
    .refine((options) => Object.keys(options).length <= 9, 'at most nine choices: SMS answers by one digit'),
  asks: z
    .array(z.enum(['who', 'minor', 'ageBand', 'immediateDanger', 'safeToContact']))
    .default([])
    .describe('facts that count as asked once the question was put'),
  otherwise: nameSchema.describe('the next step when the answer fits no choice, twice'),
});
type ChooseStep = z.infer<typeof schema>;
type Option = Exclude<z.infer<typeof optionSchema>, string>;

function optionsOf(step: ChooseStep): [string, Option][] {
  return Object.entries(step.options).map(([id, option]) => [
    id,
    typeof option === 'string' ? { go: option } : option,
  ]);
}

function labelOf(step: ChooseStep, id: string, option: Option): string {
  return option.label ?? labelText(id, step.choose);
}

/** Waits for one of its choices; "yes" and "no" in words choose the options of these names. */
export const choose: StepKind<ChooseStep> = {
  schema,
  targets: (step) => [...optionsOf(step).map(([, { go }]) => go), step.otherwise],
  texts: (step) => [step.choose, ...optionsOf(step).map(([id, option]) => labelOf(step, id, option))],
  offersPerson: (step) => Object.hasOwn(step.options, 'person'),
  expects: () => 'choice',
  enter: (step, scene) => ({
    says: [
      line(
        step.choose,
        scene,
        optionsOf(step).map(([id, option]) => ({ id, key: keyOf(labelOf(step, id, option), scene.dialog) })),
      ),
    ],
    acts: step.asks.map((fact) => ({ kind: 'ask-fact', fact })),
    next: WAIT,
  }),
  answer: (step, input, scene) => {
    const chosen = optionsOf(step).find(([id]) => id === choiceOf(input));
    if (!chosen) return notUnderstood(input, scene, toStep(step.otherwise));
    const [id, option] = chosen;
    return { says: [], acts: actsOf(option), next: toStep(option.go), answer: id };
  },
};

function choiceOf(input: DialogInput): string | null {
  if (input.action !== null) return input.action;
  if (input.reserved === 'person' || input.reserved === 'hide' || input.reserved === 'erase')
    return input.reserved;
  if (input.reserved === 'skip' || input.reserved === 'back') return input.reserved;
  const answer = yesOrNo(input);
  return answer === null ? null : answer ? 'yes' : 'no';
}

function actsOf(option: Option): DialogAct[] {
  const facts = Object.entries(option.fact ?? {}).map(
    ([fact, value]) => ({ kind: 'set-fact', fact, value }) as SetFact,
  );
  return [...facts, ...(option.need ? [{ kind: 'add-need' as const, need: option.need }] : [])];
}
