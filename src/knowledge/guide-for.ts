// Which guide a message calls for: by the concepts heard in it and what the search makes of it. Says nothing.
import type { Retrieved } from '../understanding/index.js';
import { foremostOf } from './foremost.js';
import type { Knowledge } from './knowledge.js';
import type { Audience, Guide } from './schema/index.js';

/** What the search makes of one part of a message, and the concepts heard in that part. */
export interface AskedPart extends Retrieved {
  readonly heard: ReadonlySet<string>;
}

export interface Asked {
  /** What the search makes of the whole message. */
  readonly whole: Retrieved;
  /** And of its parts, where it asks for several things; in the order they stand. */
  readonly pieces: readonly AskedPart[];
  /** Ids of the concepts heard in it. */
  readonly heard: ReadonlySet<string>;
  readonly audience: readonly Audience[];
}

/** A topic this sure is what was asked, and no guide stands before it unless the guide speaks of it. */
const SURE = 0.5;
/** How far down the ranking the search must think of something that the guide says. */
const LOOKED_AT = 5;

/**
 * The first guide whose every row of concepts was heard; undefined where the search thinks of something else, also of what
 * only some are told, and where the question names something particular of the topic it is surely about.
 */
export function guideFor(
  knowledge: Pick<Knowledge, 'guides' | 'topics'>,
  { whole, heard, audience }: Asked,
): Guide | undefined {
  if (namesItsAnswer(knowledge, whole, heard)) return undefined;
  return [...knowledge.guides.values()].find(
    (guide) => isHeard(guide, heard) && isFor(guide, audience) && isNear(guide, whole),
  );
}

/** "How long will I stay in the shelter": a guide for all who are in one would hide the answer. */
function namesItsAnswer(
  knowledge: Pick<Knowledge, 'topics'>,
  { ranking: [best] }: Retrieved,
  heard: ReadonlySet<string>,
): boolean {
  return best !== undefined && best.confidence >= SURE && foremostOf(knowledge, [best.id], heard).length > 0;
}

function isHeard({ heard: rows, not_heard }: Guide, heard: ReadonlySet<string>): boolean {
  return (
    rows.every((row) => row.some((concept) => heard.has(concept))) &&
    !not_heard.some((concept) => heard.has(concept))
  );
}

function isFor({ audience: only, not_audience: never }: Guide, audience: readonly Audience[]): boolean {
  if (never.some((who) => audience.includes(who))) return false;
  return !only || only.some((who) => audience.includes(who));
}

function isNear({ says }: Guide, { ranking }: Retrieved): boolean {
  const topics = new Set(says.flatMap(({ topic, audience }) => (audience ? [] : [topic])));
  const [best] = ranking;
  if (best && best.confidence >= SURE) return topics.has(best.id);
  return ranking.slice(0, LOOKED_AT).some(({ id }) => topics.has(id));
}
