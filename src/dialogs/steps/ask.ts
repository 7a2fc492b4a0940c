// ask: one question with an answer of a known shape. Skipping is always offered; asked again at most once.
import { z } from 'zod';
import { type AgeBand, type FactName, WHO } from '../../core/index.js';
import type { DialogAct } from '../dialog-act.js';
import { yesOrNo } from './answers.js';
import { sharedChoices } from './choices.js';
import {
  type DialogInput,
  EXPECTATIONS,
  type Expectation,
  line,
  nameSchema,
  notUnderstood,
  type Outcome,
  type StepKind,
  textSchema,
  toStep,
  WAIT,
} from './step-kind.js';

const YES_NO_FACTS = ['minor', 'safeToContact', 'immediateDanger'] as const;

const schema = z
  .strictObject({
    ask: textSchema.describe('the question'),
    expect: z.enum(EXPECTATIONS).describe('the shape of the answer'),
    fact: z.enum(YES_NO_FACTS).optional().describe('for yes-no: the fact it answers'),
    keep: z.enum(['words', 'place', 'feedback']).optional().describe('for text: what it is kept as'),
    go: nameSchema.describe('the next step, also after a skip'),
    yes: nameSchema.optional().describe('for yes-no: the next step after yes'),
    no: nameSchema.optional().describe('for yes-no: the next step after no'),
  })
  .refine(
    (step) => step.expect === 'yes-no' || !(step.fact || step.yes || step.no),
    'fact, yes and no belong to expect: yes-no',
  )
  .refine((step) => step.expect === 'text' || !step.keep, 'keep belongs to expect: text');
type AskStep = z.infer<typeof schema>;

/** What one shape of answer is: the choices beside skip, the fact it asks for, and how an answer is read. */
interface Reading {
  readonly acts: readonly DialogAct[];
  readonly answer: string;
  readonly go?: string | undefined;
}

const CHOICES: Readonly<Record<Expectation, readonly string[]>> = {
  age: [],
  date: [],
  'yes-no': ['yes', 'no'],
  state: [],
  who: WHO,
  text: [],
};

/** Waits for an answer; a skip or two misunderstandings go on without one. */
export const ask: StepKind<AskStep> = {
  schema,
  targets: (step) => [step.go, step.yes, step.no].filter((name) => name !== undefined),
  texts: (step) => [step.ask, ...[...CHOICES[step.expect], 'skip'].map((id) => `bot:choice.${id}`)],
  offersPerson: () => false,
  expects: (step) => step.expect,
  enter: (step, scene) => ({
    says: [line(step.ask, scene, sharedChoices(...CHOICES[step.expect], 'skip'))],
    acts: factOf(step).map((fact) => ({ kind: 'ask-fact', fact })),
    next: WAIT,
  }),
  answer: (step, input, scene) => {
    if (input.action === 'skip' || input.reserved === 'skip') return goOn(step.go);
    const reading = READERS[step.expect](step, input);
    if (!reading) return notUnderstood(input, scene, toStep(step.go));
    const { acts, answer, go = step.go } = reading;
    return { says: [], acts, next: toStep(go), answer };
  },
};

function goOn(name: string): Outcome {
  return { says: [], acts: [], next: toStep(name) };
}

function factOf(step: AskStep): FactName[] {
  if (step.expect === 'age' || step.expect === 'state' || step.expect === 'who') return [step.expect];
  if (step.keep === 'place') return ['place'];
  return step.fact ? [step.fact] : [];
}

const READERS: Readonly<Record<Expectation, (step: AskStep, input: DialogInput) => Reading | null>> = {
  age: (_, input) => readAge(input),
  date: (_, { recognised }) =>
    recognised?.kind === 'date' ? { acts: [], answer: recognised.isoDate } : null,
  'yes-no': readYesNo,
  state: (_, { heard }) =>
    heard.state === null
      ? null
      : { acts: [{ kind: 'set-fact', fact: 'state', value: heard.state }], answer: heard.state },
  who: (_, input) => readWho(input),
  text: readText,
};

function readAge({ heard, recognised }: DialogInput): Reading | null {
  const age = heard.age ?? (recognised?.kind === 'age' ? recognised.years : null);
  if (age === null || age < 0 || age > 120) return null;
  const acts: DialogAct[] = [
    { kind: 'set-fact', fact: 'age', value: Math.floor(age) },
    { kind: 'set-fact', fact: 'ageBand', value: bandOf(age) },
    { kind: 'set-fact', fact: 'minor', value: age < 18 },
  ];
  return { acts, answer: String(Math.floor(age)) };
}

function bandOf(age: number): AgeBand {
  if (age < 12) return 'under-12';
  if (age < 16) return '12-15';
  return age < 18 ? '16-17' : '18-plus';
}

function readYesNo(step: AskStep, input: DialogInput): Reading | null {
  const value = yesOrNo(input);
  if (value === null) return null;
  const acts: DialogAct[] = step.fact ? [{ kind: 'set-fact', fact: step.fact, value }] : [];
  return { acts, answer: value ? 'yes' : 'no', go: value ? step.yes : step.no };
}

function readWho({ action, heard }: DialogInput): Reading | null {
  const who = WHO.find((one) => one === action) ?? heard.who;
  return who ? { acts: [{ kind: 'set-fact', fact: 'who', value: who }], answer: who } : null;
}

/** The place of the record holds at most this much (core/facts.ts). */
const PLACE_CHARACTERS = 80;

function readText(step: AskStep, { text }: DialogInput): Reading | null {
  const words = text.trim();
  if (words === '') return null;
  // The words themselves go only where they are kept on purpose, never among the answers of the dialog.
  const answer = 'given';
  if (step.keep === 'words') return { acts: [{ kind: 'keep-words', text: words }], answer };
  if (step.keep === 'feedback') return { acts: [{ kind: 'feedback', text: words }], answer };
  if (step.keep !== 'place') return { acts: [], answer };
  const value = words
    .slice(0, PLACE_CHARACTERS)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  return { acts: [{ kind: 'set-fact', fact: 'place', value }], answer };
}
