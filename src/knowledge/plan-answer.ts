// Decides what is answered: one topic, several that were asked for together, a guide, a choice, or nothing. Says nothing.
import type { Retrieved } from '../understanding/index.js';
import { type Asked, guideFor } from './guide-for.js';
import type { Knowledge } from './knowledge.js';

export interface Plan {
  /** `answer`: tell these together. `offer`: ask which was meant. `none`: there is no checked answer. */
  readonly outcome: 'answer' | 'offer' | 'none';
  /** Topic ids, or the id of one guide; in the order they are told or offered. */
  readonly ids: readonly string[];
}

type Planning = Pick<Knowledge, 'topics' | 'guides' | 'needs'>;

const OFFERED = 3;
/** More topics at once nobody can read. */
const MOST_TOGETHER = 3;
/** A second topic joins when the whole question is nearly as much about it. */
const COMPOSITE_SHARE = 0.6;
const COMPOSITE_FLOOR = 0.35;
/** A part of a message speaks for a topic that takes this share of it among all topics. */
const PIECE_SHARE = 0.6;
/** And is this sure of it. */
const PIECE_FLOOR = 0.1;
/** Of a part whose need is named, the topic may stand this far down. */
const PIECE_PLACES = 3;

/** Pure. Topics without a folder are passed over. */
export function planAnswer(knowledge: Planning, asked: Asked): Plan {
  const guide = guideFor(knowledge, asked);
  if (guide) return { outcome: 'answer', ids: [guide.id] };
  const known = knownOf(knowledge, asked.whole).map(({ id }) => id);
  if (asked.whole.outcome === 'none' || known.length === 0) return { outcome: 'none', ids: [] };
  const together = askedTogether(knowledge, asked);
  if (asked.whole.outcome === 'answer' || together.length > 1)
    return { outcome: 'answer', ids: together.slice(0, MOST_TOGETHER) };
  return { outcome: 'offer', ids: [...new Set([...together, ...known])].slice(0, OFFERED) };
}

function knownOf({ topics }: Planning, { ranking }: Retrieved): Retrieved['ranking'] {
  return ranking.filter(({ id }) => topics.has(id));
}

/** The best of the whole first, where the search is sure of it; then what parts of the message ask for, in their order. */
function askedTogether(knowledge: Planning, asked: Asked): string[] {
  const [best, second] = knownOf(knowledge, asked.whole);
  const first = best && asked.whole.outcome === 'answer' ? [best.id] : [];
  const joins =
    best && second && second.confidence >= Math.max(COMPOSITE_FLOOR, best.confidence * COMPOSITE_SHARE);
  const parts = asked.pieces.flatMap((piece) => topicsOfPiece(knowledge, asked, piece));
  return [...new Set([...first, ...(joins ? [second.id] : []), ...parts])];
}

/**
 * One part alone is easily misread, so two things must agree: the part is near the topic and the topic's need is named in
 * the message; or, for a topic whose need has no name, the part is plainly about it and the whole message is near it.
 */
function topicsOfPiece(knowledge: Planning, asked: Asked, piece: Retrieved): string[] {
  const ranking = knownOf(knowledge, piece).slice(0, PIECE_PLACES);
  const named = ranking.filter(({ id }) => isNamed(knowledge, id, asked.heard)).map(({ id }) => id);
  const [best] = ranking;
  const isPlain =
    best &&
    piece.outcome === 'answer' &&
    best.confidence >= Math.max(PIECE_FLOOR, PIECE_SHARE * piece.inScope);
  const isOpen = isPlain && !knowledge.needs[best.id] && isNearWhole(knowledge, best.id, asked.whole);
  return isOpen ? [best.id] : named.slice(0, 1);
}

function isNamed({ needs }: Planning, topic: string, heard: ReadonlySet<string>): boolean {
  return needs[topic]?.some((concept) => heard.has(concept)) ?? false;
}

/** The search thinks of it for the whole message too, or the topic found first leads to it. */
function isNearWhole(knowledge: Planning, id: string, whole: Retrieved): boolean {
  const [best] = knownOf(knowledge, whole);
  const relatedTo = (topic: string) => knowledge.topics.get(topic)?.topic.related ?? [];
  return (
    whole.ranking.some((ranked) => ranked.id === id) ||
    (best !== undefined && (relatedTo(best.id).includes(id) || relatedTo(id).includes(best.id)))
  );
}
