// What the three voices (classifier, nearest examples, search) say about each topic, and how they are weighed together.
import { type Classifier, probabilities } from '../classify/classifier.js';
import type { Features } from '../classify/features.js';
import { type RawScores, sumGains } from './search.js';
import type { SearchIndex } from './search-index.js';

/** Which of one list of ids each voice speaks of. A voice may be missing: a topic without examples has only its document. */
export interface Places {
  readonly ids: readonly string[];
  /** For each label of the classifier, its place in `ids`. */
  readonly labelPlaces: Int32Array;
  /** For each document of `examples`, the place of its label in `ids`. */
  readonly examplePlaces: Int32Array;
  readonly documentPlaces: Int32Array;
}

/** The voices over one list of ids. */
export interface Voices extends Places {
  readonly classifier: Classifier;
  /** Every training row as a document. */
  readonly examples: SearchIndex;
  readonly documents: SearchIndex;
}

/** What the voices said of one question, each in its own way. */
export interface Spoken {
  /** Probabilities by label of the classifier. */
  readonly shares: Float64Array;
  readonly examples: RawScores;
  readonly documents: RawScores;
}

/** How loud each voice is; fitted on questions that were held out. */
export interface VoiceWeights {
  readonly examples: number;
  readonly documents: number;
  readonly sharpness: number;
}

/** Each voice's word on each id, in the order of `ids`. */
export interface Evidence {
  /** Log probability. */
  readonly classifier: Float64Array;
  /** 0 to 1. */
  readonly examples: Float64Array;
  readonly documents: Float64Array;
}

/** Of a topic that the classifier never saw it has nothing to say: half of an even share. */
const UNSEEN_SHARE = 0.5;
const LEAST_LOG = -12;
const SECOND_SHARE = 0.3;

/** Per id the best normalised score and a share of the second best. */
function bestTwo(
  { documents, scores, best: possible }: RawScores,
  places: Int32Array,
  width: number,
): Float64Array {
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    const place = places[documents[i] as number] as number;
    if (score > (first[place] as number)) {
      second[place] = first[place] as number;
      first[place] = score;
    } else if (score > (second[place] as number)) second[place] = score;
  }
  const share = (score: number) => score / Math.max(possible, Number.MIN_VALUE);
  for (let i = 0; i < width; i++) {
    const together = share(first[i] as number) + SECOND_SHARE * share(second[i] as number);
    first[i] = together / (1 + SECOND_SHARE);
  }
  return first;
}

/** Asks all voices about one question. */
export function gatherEvidence(voices: Voices, features: Features): Evidence {
  return evidenceOf(voices, {
    shares: probabilities(voices.classifier, features),
    examples: sumGains(voices.examples, features),
    documents: sumGains(voices.documents, features),
  });
}

/** What was said, by id. */
export function evidenceOf(places: Places, { shares, examples, documents }: Spoken): Evidence {
  const width = places.ids.length;
  const classifier = new Float64Array(width).fill(Math.log(UNSEEN_SHARE / width));
  for (let label = 0; label < shares.length; label++) {
    classifier[places.labelPlaces[label] as number] = Math.max(LEAST_LOG, Math.log(shares[label] as number));
  }
  return {
    classifier,
    examples: bestTwo(examples, places.examplePlaces, width),
    documents: bestTwo(documents, places.documentPlaces, width),
  };
}

/** One probability per id from all voices. */
export function weigh(evidence: Evidence, weights: VoiceWeights): Float64Array {
  const { classifier, examples, documents } = evidence;
  const scores = classifier.map(
    (log, i) =>
      weights.sharpness *
      (log + weights.examples * (examples[i] as number) + weights.documents * (documents[i] as number)),
  );
  return softmaxOf(scores);
}

function softmaxOf(scores: Float64Array): Float64Array {
  const top = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Signs of whether the question is about anything we know: inputs of the scope model, all finite. */
export function scopeSigns(evidence: Evidence, combined: Float64Array): number[] {
  let first = 0;
  let second = -1;
  for (let i = 1; i < combined.length; i++) {
    if ((combined[i] as number) > (combined[first] as number)) [first, second] = [i, first];
    else if (second < 0 || (combined[i] as number) > (combined[second] as number)) second = i;
  }
  const p = combined[first] ?? 0;
  const rival = combined[second] ?? 0;
  const known = Math.max(evidence.examples[first] ?? 0, evidence.documents[first] ?? 0);
  return [
    Math.log((p + 1e-6) / (1 - p + 1e-6)) / 4,
    Math.log((p + 1e-4) / (rival + 1e-4)) / 4,
    known * 4,
    (evidence.examples[first] ?? 0) * 4,
    (evidence.classifier[first] ?? LEAST_LOG) / 2,
  ];
}

/** Whether any voice knows anything of the question's words at all. */
export function isKnown(evidence: Evidence): boolean {
  return evidence.examples.some((score) => score > 0) || evidence.documents.some((score) => score > 0);
}
