// From a question to topics: three voices fused into one calibrated confidence, and one of three outcomes.
import type { Features } from '../classify/features.js';
import {
  type Evidence,
  gatherEvidence,
  isKnown,
  type Places,
  scopeSigns,
  type Voices,
  type VoiceWeights,
  weigh,
} from './evidence.js';
import { type ScopeModel, scopeProbability } from './scope.js';

/** `answer`: show the first topic. `offer`: ask which of the first two or three was meant. `none`: no checked answer. */
export type Outcome = 'answer' | 'offer' | 'none';

/** A trained retrieval. */
export interface Retrieval extends Choice {
  readonly voices: Voices;
}

/** How evidence becomes an outcome. Thresholds are probabilities that the question is in scope. */
export interface Choice {
  readonly voices: Places;
  readonly weights: VoiceWeights;
  readonly scope: ScopeModel;
  /** Below: `none`. */
  readonly threshold: number;
  /** At or above, with a clear first topic: `answer`. */
  readonly sure: number;
}

export interface Retrieved {
  /** Likeliest first; confidence 0 to 1 is the probability that this topic answers the question. */
  readonly ranking: readonly { readonly id: string; readonly confidence: number }[];
  readonly outcome: Outcome;
  /** Probability that the question is about anything known. */
  readonly inScope: number;
}

/** The first topic must have this share among all topics to be the answer. */
const CLEAR_SHARE = 0.5;
const MOST_RANKED = 10;

const NOTHING: Retrieved = { ranking: [], outcome: 'none', inScope: 0 };

/** Ranks the topics of a question. Without features (an empty text) nothing is known: outcome `none`. */
export function retrieve(retrieval: Retrieval, features: Features): Retrieved {
  if (features.count === 0) return NOTHING;
  return choose(retrieval, gatherEvidence(retrieval.voices, features));
}

/** Ranks the ids by what was said of them. Without ids, or when no word is known, outcome `none`. */
export function choose(choice: Choice, evidence: Evidence): Retrieved {
  if (choice.voices.ids.length === 0 || !isKnown(evidence)) return NOTHING;
  const combined = weigh(evidence, choice.weights);
  const inScope = scopeProbability(choice.scope, scopeSigns(evidence, combined));
  return {
    ranking: rankingOf(choice, combined, inScope),
    outcome: outcomeOf(choice, combined, inScope),
    inScope,
  };
}

function rankingOf(
  choice: Choice,
  combined: Float64Array,
  inScope: number,
): { id: string; confidence: number }[] {
  return topPlaces(combined).map((place) => ({
    id: choice.voices.ids[place] as string,
    confidence: (combined[place] as number) * inScope,
  }));
}

/** Places of the largest values, largest first, at most `MOST_RANKED`; of equals the earlier first. */
function topPlaces(values: Float64Array): number[] {
  const top: number[] = [];
  for (let place = 0; place < values.length; place++) {
    const value = values[place] as number;
    if (top.length === MOST_RANKED && value <= (values[top[MOST_RANKED - 1] as number] as number)) continue;
    let at = top.length;
    while (at > 0 && (values[top[at - 1] as number] as number) < value) at--;
    top.splice(at, 0, place);
    if (top.length > MOST_RANKED) top.pop();
  }
  return top;
}

function outcomeOf(choice: Choice, combined: Float64Array, inScope: number): Outcome {
  if (inScope < choice.threshold) return 'none';
  const top = combined.reduce((best, p) => Math.max(best, p), 0);
  return inScope >= choice.sure && top >= CLEAR_SHARE ? 'answer' : 'offer';
}
