// What a question names comes first: "how long does a T visa take" hears how long, before what a T visa is.
import type { Knowledge } from './knowledge.js';

/** Keys of claims (`foremostKey`). */
export type Foremost = readonly string[];

/** Names a claim among those of all topics. */
export function foremostKey(topic: string, claim: string): string {
  return `${topic}/${claim}`;
}

/** The claims of these topics that the concepts heard in a question ask for. Empty for most questions, and for a guide: it has an order of its own. */
export function foremostOf(
  knowledge: Pick<Knowledge, 'topics'>,
  ids: readonly string[],
  heard: ReadonlySet<string>,
): Foremost {
  return [...new Set(ids)].flatMap((id) => {
    const claims = knowledge.topics.get(id)?.topic.claims ?? [];
    const named = claims.filter(({ asked_by }) => asked_by?.some((concept) => heard.has(concept)));
    return named.map((claim) => foremostKey(id, claim.id));
  });
}
