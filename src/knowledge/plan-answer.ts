// Decides what is answered: one topic, several that were asked for together, a guide, a choice, or nothing. Says nothing.
import type { Retrieved } from '../understanding/index.js';
import { type Asked, type AskedPart, guideFor } from './guide-for.js';
import type { Knowledge } from './knowledge.js';

export interface Plan {
  /** `answer`: tell these together. `offer`: ask which was meant. `none`: there is no checked answer. */
  readonly outcome: 'answer' | 'offer' | 'none';
  /** Topic ids, or the id of one guide; in the order they are told or offered. */
  readonly ids: readonly string[];
  /** Topics that a part of the message may ask for, yet not surely enough to be told unasked: to be offered next. */
  readonly beside: readonly string[];
}

type Planning = Pick<Knowledge, 'topics' | 'guides' | 'needs'>;
type Ranked = Retrieved['ranking'][number];

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
/** Where the whole is sure of its first topic, a further one without a named need must come this close to it. */
const CLOSE_SHARE = 0.5;
/** A choice is a guess worth showing: likely at all, and beside the first. On tuning questions the right one is lost in 1 of 10. */
const CHOICE_FLOOR = 0.01;
const CHOICE_SHARE = 0.2;
/** A choice of one is no choice: from here on it is told. */
const LONE_FLOOR = 0.1;
/** A topic for danger must itself be likely: among guesses it frightens. */
const DANGER_FLOOR = 0.05;
const DANGER_SHARE = 0.5;

/** Pure. Topics without a folder are passed over. */
export function planAnswer(knowledge: Planning, asked: Asked): Plan {
  const guide = guideFor(knowledge, asked);
  if (guide) return { outcome: 'answer', ids: [guide.id], beside: [] };
  if (asked.whole.outcome === 'none') return nothing;
  const { together, beside } = askedTogether(knowledge, asked);
  if (asked.whole.outcome === 'answer' ? together.length > 0 : together.length > 1)
    return { outcome: 'answer', ids: together.slice(0, MOST_TOGETHER), beside };
  const ids = [...new Set([...together, ...choicesOf(knowledge, asked.whole)])].slice(0, OFFERED);
  if (ids.length === 0) return nothing;
  return { outcome: isOnlyLikely(knowledge, ids, asked.whole) ? 'answer' : 'offer', ids, beside: [] };
}

const nothing: Plan = { outcome: 'none', ids: [], beside: [] };

/** The topic that the search is sure of, for a reply that has to say something else first; null for one of mere numbers. */
export function sureTopic({ topics }: Pick<Knowledge, 'topics'>, whole: Retrieved): string | null {
  const [best] = knownOf({ topics }, whole);
  if (!best || whole.outcome !== 'answer' || whole.ranking[0] !== best) return null;
  return topics.get(best.id)?.topic.danger === 'lines' ? null : best.id;
}

/** Whether a message without any need is still a question: sure of a topic, and of none for danger. "Have a nice day" is not answered with suicide. */
export function isAnswerable(knowledge: Pick<Knowledge, 'topics'>, whole: Retrieved): boolean {
  const id = sureTopic(knowledge, whole);
  return id !== null && knowledge.topics.get(id)?.topic.danger === undefined;
}

function knownOf({ topics }: Pick<Knowledge, 'topics'>, { ranking }: Retrieved): Retrieved['ranking'] {
  return ranking.filter(({ id }) => topics.has(id));
}

/** Guesses at the whole that are worth a choice, best first. */
function choicesOf(knowledge: Planning, whole: Retrieved): string[] {
  const known = knownOf(knowledge, whole);
  return known.filter((one) => isWorthAChoice(knowledge, one, known[0])).map(({ id }) => id);
}

/** One guess that nothing competes with is told: to ask back "which of these?" with one answer helps nobody. Danger is never guessed. */
function isOnlyLikely(knowledge: Planning, ids: readonly string[], { ranking }: Retrieved): boolean {
  const [only] = ids;
  if (only === undefined || ids.length > 1 || isForDanger(knowledge, only)) return false;
  return (ranking.find(({ id }) => id === only)?.confidence ?? 0) >= LONE_FLOOR;
}

function isWorthAChoice(knowledge: Planning, { id, confidence }: Ranked, first: Ranked | undefined): boolean {
  const [floor, share] = isForDanger(knowledge, id)
    ? [DANGER_FLOOR, DANGER_SHARE]
    : [CHOICE_FLOOR, CHOICE_SHARE];
  return confidence >= Math.max(floor, share * (first?.confidence ?? 0));
}

function isForDanger({ topics }: Planning, id: string): boolean {
  return topics.get(id)?.topic.danger !== undefined;
}

interface Together {
  readonly together: readonly string[];
  readonly beside: readonly string[];
}

/** The best of the whole first, where the search is sure of it; then what parts of the message ask for, in their order. */
function askedTogether(knowledge: Planning, asked: Asked): Together {
  const [best, second] = knownOf(knowledge, asked.whole);
  const first = best && asked.whole.outcome === 'answer' ? [best.id] : [];
  const joins =
    best && second && second.confidence >= Math.max(COMPOSITE_FLOOR, best.confidence * COMPOSITE_SHARE);
  const parts = asked.pieces.flatMap((piece) => topicOfPiece(knowledge, asked, piece) ?? []);
  const joining = parts.filter((part) => part.joins).map(({ id }) => id);
  const together = [...new Set([...first, ...(joins ? [second.id] : []), ...joining])];
  const others = parts.filter(({ id }) => !together.includes(id)).map(({ id }) => id);
  return { together, beside: [...new Set(others)] };
}

interface PartTopic {
  readonly id: string;
  /** Told with the rest; else offered beside it. */
  readonly joins: boolean;
}

/**
 * One part alone is easily misread, so two things must agree: the part is near the topic and names the topic's need; or,
 * for a topic whose need has no name, the part is plainly about it and so is the whole message.
 */
function topicOfPiece(knowledge: Planning, { whole }: Asked, piece: AskedPart): PartTopic | null {
  const ranking = knownOf(knowledge, piece).slice(0, PIECE_PLACES);
  const [best] = ranking;
  const isOpen = best && isPlain(piece, best) && !knowledge.needs[best.id];
  if (isOpen && isNearWhole(knowledge, best.id, whole))
    return { id: best.id, joins: isCloseToFirst(knowledge, best.id, whole) };
  const named = ranking.find((one) => isNamed(knowledge, one, { piece, best }));
  return named ? { id: named.id, joins: true } : null;
}

function isPlain({ outcome, inScope }: Retrieved, best: Ranked): boolean {
  return outcome === 'answer' && best.confidence >= Math.max(PIECE_FLOOR, PIECE_SHARE * inScope);
}

/** The need is told in the part itself; a topic for danger must be likely beside. */
function isNamed(
  knowledge: Planning,
  one: Ranked,
  { piece, best }: { piece: AskedPart; best: Ranked | undefined },
): boolean {
  if (isForDanger(knowledge, one.id) && !isWorthAChoice(knowledge, one, best)) return false;
  return knowledge.needs[one.id]?.some((concept) => piece.heard.has(concept)) ?? false;
}

/** An unsure whole has no first to be close to: there the parts decide. */
function isCloseToFirst(knowledge: Planning, id: string, whole: Retrieved): boolean {
  const known = knownOf(knowledge, whole);
  const confidence = known.find((ranked) => ranked.id === id)?.confidence ?? 0;
  return whole.outcome !== 'answer' || confidence >= CLOSE_SHARE * (known[0]?.confidence ?? 0);
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
