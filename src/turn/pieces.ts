// The parts of a message that may each ask for something: split at punctuation and at joining words of any language.
import type { Understood } from '../understanding/index.js';

/** The concept of words that begin a new thought: and, but, because. */
const JOINT = 'clause-joint';
/** A single word asks for nothing by itself: it stays with what follows. */
const LEAST = 2;
/** More parts than this are a story, not a list of questions. */
const MOST = 8;

/** The texts of the parts, in their order; empty for a message of one part or of very many. */
export function piecesOf({ tokens, concepts, language }: Understood): string[] {
  const isJoint = (hit: Hit) => hit.concept === JOINT && hit.languages.includes(language.tag);
  const joints = new Set(concepts.filter(isJoint).map((hit) => hit.tokenStart));
  const spans = tokens.clauses.flatMap(({ from, to }) => splitClause(from, to, joints));
  if (spans.length < 2 || spans.length > MOST) return [];
  const { original, starts, ends } = tokens.folded;
  return spans.map(([from, to]) =>
    original.slice(starts[tokens.starts[from] ?? 0], ends[(tokens.ends[to - 1] ?? 1) - 1]),
  );
}

type Hit = Understood['concepts'][number];
type Span = readonly [from: number, to: number];

function splitClause(from: number, to: number, joints: ReadonlySet<number>): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && (!joints.has(at) || at - start < LEAST)) continue;
    if (at - start >= LEAST) spans.push([start, at]);
    start = at;
  }
  return spans;
}
