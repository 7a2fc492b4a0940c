// The ten kinds of step. A kind is named by the key that its YAML begins with; needing an eleventh is a design question.
import { z } from 'zod';
import { ask } from './ask.js';
import { choose } from './choose.js';
import { consent } from './consent.js';
import { end } from './end.js';
import { go } from './go.js';
import { handoff } from './handoff.js';
import { say } from './say.js';
import { search } from './search.js';
import { show } from './show.js';
import type { StepKind } from './step-kind.js';
import { triage } from './triage.js';

/** By name, as the YAML says it. */
export const stepKinds = { say, ask, choose, search, show, consent, triage, handoff, end, go } as const;
export type StepKindName = keyof typeof stepKinds;

type StepOf<Kind> = Kind extends StepKind<infer Step> ? Step : never;
/** A step of any kind, with the name of its kind. */
export type AnyStep = {
  [Name in StepKindName]: { readonly kind: Name; readonly step: StepOf<(typeof stepKinds)[Name]> };
}[StepKindName];

/** One step of a file. The kind is found first, so that a fault is told about that kind and not about all ten. */
export const stepSchema = z.record(z.string(), z.unknown()).transform((raw, context): AnyStep => {
  const kind = kindOf(raw);
  if (!kind) {
    const names = Object.keys(stepKinds).join(', ');
    context.addIssue({ code: 'custom', message: `a step is one of: ${names}` });
    return z.NEVER;
  }
  const parsed = stepKinds[kind].schema.safeParse(raw);
  if (parsed.success) return { kind, step: parsed.data } as AnyStep;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

/** Other kinds have a `go` too: a step is a `go` only when it has nothing else. */
function kindOf(raw: Readonly<Record<string, unknown>>): StepKindName | undefined {
  const names = (Object.keys(stepKinds) as StepKindName[]).filter((name) => Object.hasOwn(raw, name));
  const alone = Object.keys(raw).length === 1;
  return names.find((name) => name !== 'go') ?? (alone ? names[0] : undefined);
}

/** The kind of a step and the step, in a form that fits together whatever the kind. */
export function partsOf(one: AnyStep): { kind: StepKind<unknown>; step: unknown } {
  return { kind: stepKinds[one.kind] as StepKind<unknown>, step: one.step };
}
