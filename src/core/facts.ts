// What is known about the person's situation: only what helps, never a name, birth date or address (design §1.8).
import { z } from 'zod';

/** Needs by category; the order of the summary. */
export const NEEDS = [
  'escape',
  'shelter',
  'medical',
  'mental-health',
  'legal',
  'basic-needs',
  'documents',
  'find-child',
  'interpreter',
  'safety-plan',
] as const;
export const AGE_BANDS = ['under-12', '12-15', '16-17', '18-plus'] as const;
export const WHO = ['self', 'known', 'saw', 'professional'] as const;

/** A fact nobody asked about is `not-asked`; asked and unanswered is `asked`; neither is ever shown as "no". */
export function factSchema<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('not-asked') }),
    z.object({ state: z.literal('asked') }),
    z.object({ state: z.literal('known'), value }),
  ]);
}

export const factsSchema = z.object({
  who: factSchema(z.enum(WHO)),
  minor: factSchema(z.boolean()),
  age: factSchema(z.number().int().min(0).max(120)),
  ageBand: factSchema(z.enum(AGE_BANDS)),
  /** Two-letter code of a US state or territory. */
  state: factSchema(z.string().length(2)),
  /** The place in the person's own words ("a motel off exit 9"), at most 80 characters; shared only if agreed to. */
  place: factSchema(z.string().max(80)),
  needs: z.array(z.enum(NEEDS)),
  immediateDanger: factSchema(z.boolean()),
  safeToContact: factSchema(z.boolean()),
});
export type Facts = z.infer<typeof factsSchema>;
export type Need = (typeof NEEDS)[number];
export type Who = (typeof WHO)[number];
export type AgeBand = (typeof AGE_BANDS)[number];
/** The facts that have the three states (all but `needs`). */
export type FactName = Exclude<keyof Facts, 'needs'>;

const NOT_ASKED = { state: 'not-asked' } as const;

export function unknownFacts(): Facts {
  return {
    who: NOT_ASKED,
    minor: NOT_ASKED,
    age: NOT_ASKED,
    ageBand: NOT_ASKED,
    state: NOT_ASKED,
    place: NOT_ASKED,
    needs: [],
    immediateDanger: NOT_ASKED,
    safeToContact: NOT_ASKED,
  };
}

/** The value of a fact, or null when it is not known. */
export function knownValue<Value>(fact: { state: string; value?: Value }): Value | null {
  return fact.state === 'known' ? (fact.value ?? null) : null;
}
