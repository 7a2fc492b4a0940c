// One message (or a burst joined) and where its parts stand: sentences, clauses, segments. No meaning is judged here.
import type { ConceptHit } from '../concepts/concept-matcher.js';
import type { Tokens } from '../tokens.js';

/** A concept hit with its place: numbers of its sentence, its clause, and its segment (a clause cut at joints). */
export interface PlacedHit extends ConceptHit {
  readonly index: number;
  readonly sentence: number;
  readonly clause: number;
  readonly segment: number;
}

export interface Message {
  readonly tokens: Tokens;
  readonly hits: readonly PlacedHit[];
  readonly byConcept: ReadonlyMap<string, readonly PlacedHit[]>;
  /** For each sentence whether it ends with a question mark. */
  readonly asks: readonly boolean[];
  /** First token of each sentence. */
  readonly sentenceStarts: readonly number[];
  readonly sentences: number;
}

const JOINT = 'clause-joint';
const NOTHING: readonly PlacedHit[] = [];

/** Hits of a concept in the order they were said; empty when it does not occur. */
export function hitsOf(message: Message, concept: string): readonly PlacedHit[] {
  return message.byConcept.get(concept) ?? NOTHING;
}

/** Places every hit in sentences, clauses and segments. Never throws; an empty message has no sentences. */
export function readMessage(tokens: Tokens, concepts: readonly ConceptHit[]): Message {
  const sentences = sentencesOf(tokens);
  const segments = segmentsOf(tokens, concepts);
  const hits = concepts.map((hit, index) => ({
    ...hit,
    index,
    sentence: sentences.ofClause[tokens.clause[hit.tokenStart] ?? 0] ?? 0,
    clause: tokens.clause[hit.tokenStart] ?? 0,
    segment: segments[hit.tokenStart] ?? 0,
  }));
  return {
    tokens,
    hits,
    byConcept: groupByConcept(hits),
    asks: sentences.asks,
    sentenceStarts: sentences.starts,
    sentences: sentences.asks.length,
  };
}

function groupByConcept(hits: readonly PlacedHit[]): Map<string, PlacedHit[]> {
  const groups = new Map<string, PlacedHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.concept);
    if (group) group.push(hit);
    else groups.set(hit.concept, [hit]);
  }
  return groups;
}

/** A comma or dash ends a clause, not a sentence. */
function sentencesOf(tokens: Tokens): { ofClause: number[]; asks: boolean[]; starts: number[] } {
  const ofClause: number[] = [];
  const asks: boolean[] = [];
  const starts: number[] = [];
  let fresh = true;
  for (const clause of tokens.clauses) {
    if (fresh) {
      asks.push(false);
      starts.push(clause.from);
    }
    ofClause.push(asks.length - 1);
    fresh = clause.end !== 'comma' && clause.end !== 'none';
    if (clause.end === 'question') asks[asks.length - 1] = true;
  }
  return { ofClause, asks, starts };
}

/** A new segment begins with each clause and with each joint ("and", "but", "porque"). */
function segmentsOf(tokens: Tokens, hits: readonly ConceptHit[]): Uint16Array {
  const joints = new Set<number>();
  for (const hit of hits) if (hit.concept === JOINT) joints.add(hit.tokenStart);
  const segments = new Uint16Array(tokens.count);
  let segment = 0;
  for (let i = 1; i < tokens.count; i++) {
    if (tokens.clause[i] !== tokens.clause[i - 1] || joints.has(i)) segment++;
    segments[i] = segment;
  }
  return segments;
}
