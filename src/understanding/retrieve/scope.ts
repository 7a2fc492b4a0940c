// Is a question about anything we know? A small logistic regression over signs, fitted on held-out questions of known
// topics against questions of topics that were hidden. No out-of-scope examples are needed.

/** Weights of the signs; the last is the constant. */
export type ScopeModel = readonly number[];

export interface ScopeCase {
  readonly signs: readonly number[];
  /** 1: a known topic, rightly ranked first. 0: a hidden topic, or a wrong one first. */
  readonly inScope: number;
  readonly weight: number;
}

const STEPS = 400;
const RATE = 0.5;
const DECAY = 1e-3;

/** Probability that the question is in scope. */
export function scopeProbability(model: ScopeModel, signs: readonly number[]): number {
  let sum = model[signs.length] ?? 0;
  for (let i = 0; i < signs.length; i++) sum += (model[i] as number) * (signs[i] as number);
  return 1 / (1 + Math.exp(-sum));
}

/** Fits by plain gradient steps; deterministic. Without cases every question is half in scope. */
export function fitScope(cases: readonly ScopeCase[], signs: number): ScopeModel {
  const model = new Array<number>(signs + 1).fill(0);
  const total = cases.reduce((sum, one) => sum + one.weight, 0);
  if (total === 0) return model;
  for (let step = 0; step < STEPS; step++) {
    const slopes = new Array<number>(signs + 1).fill(0);
    for (const one of cases) {
      const error = (scopeProbability(model, one.signs) - one.inScope) * (one.weight / total);
      for (let i = 0; i < signs; i++) slopes[i] = (slopes[i] as number) + error * (one.signs[i] as number);
      slopes[signs] = (slopes[signs] as number) + error;
    }
    for (let i = 0; i <= signs; i++) {
      model[i] = (model[i] as number) - RATE * ((slopes[i] as number) + DECAY * (model[i] as number));
    }
  }
  return model;
}
