// From a question to topics: three voices fused into one calibrated confidence, and one of three outcomes.
import type { Features } from '../classify/features.js';
import { gatherEvidence, isKnown, scopeSigns, type Voices, type VoiceWeights, weigh } from './evidence.js';
import { type ScopeModel, scopeProbability } from './scope.js';

/** `answer`: show the first topic. `offer`: ask which of the first two or three was meant. `none`: no checked answer. */
export type Outcome = 'answer' | 'offer' | 'none';

/** A trained retrieval. Thresholds are probabilities that the question is in scope. */
export interface Retrieval {
  readonly voices: Voices;
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
  if (retrieval.voices.ids.length === 0 || features.count === 0) return NOTHING;
  const evidence = gatherEvidence(retrieval.voices, features);
  if (!isKnown(evidence)) return NOTHING;
  const combined = weigh(evidence, retrieval.weights);
  const inScope = scopeProbability(retrieval.scope, scopeSigns(evidence, combined));
  return {
    ranking: rankingOf(retrieval, combined, inScope),
    outcome: outcomeOf(retrieval, combined, inScope),
    inScope,
  };
}

function rankingOf(
  retrieval: Retrieval,
  combined: Float64Array,
  inScope: number,
): { id: string; confidence: number }[] {
  return topPlaces(combined).map((place) => ({
    id: retrieval.voices.ids[place] as string,
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

function outcomeOf(retrieval: Retrieval, combined: Float64Array, inScope: number): Outcome {
  if (inScope < retrieval.threshold) return 'none';
  const top = combined.reduce((best, p) => Math.max(best, p), 0);
  return inScope >= retrieval.sure && top >= CLEAR_SHARE ? 'answer' : 'offer';
}
