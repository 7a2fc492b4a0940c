// A dialog as its file says it: steps by permanent name, each of one of ten kinds. No expressions, no text of its own.
import { z } from 'zod';
import { type AnyStep, stepSchema } from './steps/index.js';
import { nameSchema } from './steps/step-kind.js';

export const MOST_STEPS = 25;

export const dialogSchema = z.strictObject({
  id: nameSchema.describe('permanent; equals the file name'),
  about: z.string().min(10).describe('what it is for, in one English sentence'),
  resume: nameSchema.describe('where a person lands if their step no longer exists'),
  steps: z
    .record(nameSchema, stepSchema)
    .refine((steps) => Object.keys(steps).length > 0, 'a dialog has at least one step')
    .refine((steps) => Object.keys(steps).length <= MOST_STEPS, `at most ${MOST_STEPS} steps; split it`),
});

export interface DialogDefinition {
  readonly id: string;
  /** The step it begins with: the first of the file. */
  readonly first: string;
  readonly resume: string;
  readonly steps: ReadonlyMap<string, AnyStep>;
  readonly file: string;
  /** 1-based line of a step in the file. */
  lineOf(step: string): number;
}

/** By id. */
export type DialogDefinitions = ReadonlyMap<string, DialogDefinition>;
