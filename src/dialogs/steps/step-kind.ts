// The contract of a kind of step: how its YAML looks, where it may lead, what it says, and what it makes of an answer.
// A kind is pure and knows no other kind.
import { z } from 'zod';
import type { Recognised, Who } from '../../core/index.js';
import type { ReservedKind } from '../../i18n/index.js';
import type { DialogAct } from '../dialog-act.js';
import type { Flag } from '../flags.js';

export const nameSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a name is lower-case words joined by hyphens');

/** A key of locales/<tag>/dialogs/<id>.json, or `bot:<key>` for a sentence that several dialogs share. */
export const textSchema = z.string().regex(/^(bot:)?[a-z0-9]+([.-][a-z0-9]+)*$/, 'a text key, not a text');

/** Where a person is, by permanent names. The same shape as `Conversation.dialog`. */
export interface DialogPosition {
  readonly id: string;
  readonly step: string;
  readonly answers: Readonly<Record<string, string>>;
  /** How often the present step was asked again: at most once. */
  readonly tries: number;
}

export interface DialogChoice {
  readonly id: string;
  /** Text key of the label. */
  readonly key: string;
}

/** One sentence to say; `choices` only where the step waits for an answer. */
export interface DialogLine {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  readonly choices: readonly DialogChoice[];
}

export const EXPECTATIONS = ['age', 'date', 'yes-no', 'state', 'who', 'text'] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

/** What was understood in the answer; null where nothing was. */
export interface Heard {
  readonly age: number | null;
  /** Two-letter code. */
  readonly state: string | null;
  readonly yesNo: boolean | null;
  readonly who: Who | null;
}

export interface DialogInput {
  /** As written; empty for a bare button. */
  readonly text: string;
  /** The choice that was pressed, or that a number or label on SMS stood for; null for free text. */
  readonly action: string | null;
  /** What `readReserved` said of the text. */
  readonly reserved: ReservedKind | null;
  readonly heard: Heard;
  readonly recognised: Recognised | null;
  readonly flags: ReadonlySet<Flag>;
}

/** What a step sees of its surroundings. */
export interface Scene {
  readonly dialog: string;
  readonly step: string;
  readonly tries: number;
  readonly flags: ReadonlySet<Flag>;
}

export type Next =
  | { readonly kind: 'wait' }
  /** Put the question once more; counted in `tries`. */
  | { readonly kind: 'again' }
  | { readonly kind: 'step'; readonly name: string }
  | { readonly kind: 'dialog'; readonly id: string }
  | { readonly kind: 'end' };

export interface Outcome {
  readonly says: readonly DialogLine[];
  readonly acts: readonly DialogAct[];
  readonly next: Next;
  /** Kept under the step's name. */
  readonly answer?: string;
}

export interface StepKind<Step> {
  readonly schema: z.ZodType<Step>;
  /** Steps of the same dialog that it may lead to. */
  targets(step: Step): string[];
  /** Every text key it may say, as written in the file, labels included. */
  texts(step: Step): string[];
  /** Whether a person who comes here is offered somebody to talk to. */
  offersPerson(step: Step): boolean;
  /** What it waits for; null when it does not wait. */
  expects(step: Step): Expectation | 'choice' | null;
  enter(step: Step, scene: Scene): Outcome;
  /** Only called for a step that waits. */
  answer(step: Step, input: DialogInput, scene: Scene): Outcome;
}

export function toStep(name: string): Next {
  return { kind: 'step', name };
}

export const WAIT: Next = { kind: 'wait' };

/** The full key of a text named in a dialog's file. */
export function keyOf(text: string, dialog: string): string {
  return text.startsWith('bot:') ? text : `dialogs/${dialog}:${text}`;
}

export function line(text: string, scene: Scene, choices: readonly DialogChoice[] = []): DialogLine {
  return { key: keyOf(text, scene.dialog), params: {}, choices };
}

/** For kinds that never wait. */
export const neverAnswered = {
  expects: () => null,
  answer: (): Outcome => ({ says: [], acts: [], next: WAIT }),
};

/**
 * An answer that fits nothing: treated as a question of the person's own, then the step is asked again, once.
 * The second time the talk goes on without an answer: nobody is kept in a loop.
 */
export function notUnderstood(input: DialogInput, scene: Scene, otherwise: Next): Outcome {
  const text = input.text.trim();
  const acts: DialogAct[] = text === '' ? [] : [{ kind: 'search', text, quiet: true }];
  return { says: [], acts, next: scene.tries === 0 ? { kind: 'again' } : otherwise };
}
