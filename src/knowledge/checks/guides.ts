// A guide is made of topics, claims and concepts that exist, has an id and an English title of its own; what asks for a claim
// and what names a need are concepts that exist.
import type { Problem } from '../../content/index.js';
import { type Check, type Draft, type KnowledgeDraft, problemAt } from '../draft.js';
import { PLANNED_TOPICS } from '../planned-topics.js';
import type { Guide, Topic } from '../schema/index.js';
import { forbiddenIn } from './forbidden-words.js';

/** A guide that names what is not there leaves a hole in an answer; a need without its concept is never heard. */
export const guides: Check = {
  id: 'guides',
  find: (draft) => [
    ...draft.guides.flatMap((guide) => [
      ...taken(guide, draft),
      ...withoutEnglish(guide),
      ...unsayable(guide),
      ...unknownTopics(guide, ['says'], namesOf(guide), draft),
      ...unknownTopics(guide, ['related'], guide.value.related, draft),
      ...unknownClaims(guide, draft),
      ...unheard(guide, ['heard'], guide.value.heard.flat(), draft),
      ...unheard(guide, ['not_heard'], guide.value.not_heard, draft),
    ]),
    ...needsOf(draft),
    ...draft.topics.flatMap((topic) => askedBy(topic, draft)),
  ],
};

type Path = readonly PropertyKey[];

function namesOf({ value }: Draft<Guide>): string[] {
  return value.says.map(({ topic }) => topic);
}

function taken(guide: Draft<Guide>, draft: KnowledgeDraft): Problem[] {
  const topics = [...draft.topics.map(({ value }) => value.id), ...PLANNED_TOPICS];
  return topics.includes(guide.value.id)
    ? [problemAt(guide, ['id'], `there is a topic "${guide.value.id}"`)]
    : [];
}

function withoutEnglish(guide: Draft<Guide>): Problem[] {
  return guide.value.titles['en'] ? [] : [problemAt(guide, ['titles'], 'no title in English')];
}

function unsayable(guide: Draft<Guide>): Problem[] {
  return Object.entries(guide.value.titles).flatMap(([tag, title]) =>
    forbiddenIn(title, tag).map((fault) => problemAt(guide, ['titles', tag], fault)),
  );
}

function unknownTopics(
  file: Draft<unknown>,
  path: Path,
  ids: readonly string[],
  draft: KnowledgeDraft,
): Problem[] {
  const known = new Set([...draft.topics.map(({ value }) => value.id), ...PLANNED_TOPICS]);
  return ids.flatMap((id, index) =>
    known.has(id) ? [] : [problemAt(file, [...path, index], `there is no topic "${id}"`)],
  );
}

function unknownClaims(guide: Draft<Guide>, draft: KnowledgeDraft): Problem[] {
  const topics = new Map(draft.topics.map(({ value }) => [value.id, value]));
  return guide.value.says.flatMap(({ topic, claim }, index) => {
    const claims = topics.get(topic)?.claims ?? [];
    if (claim === undefined || !topics.has(topic) || claims.some(({ id }) => id === claim)) return [];
    return [problemAt(guide, ['says', index, 'claim'], `the topic "${topic}" has no claim "${claim}"`)];
  });
}

function unheard(file: Draft<unknown>, path: Path, ids: readonly string[], draft: KnowledgeDraft): Problem[] {
  const known = new Set(draft.concepts.map(({ value }) => value.id));
  return ids.filter((id) => !known.has(id)).map((id) => problemAt(file, path, `there is no concept "${id}"`));
}

/** A claim that is asked for by a concept nobody can say never comes first. */
function askedBy(topic: Draft<Topic>, draft: KnowledgeDraft): Problem[] {
  return topic.value.claims.flatMap(({ asked_by: asked = [] }, index) =>
    unheard(topic, ['claims', index, 'asked_by'], asked, draft),
  );
}

function needsOf(draft: KnowledgeDraft): Problem[] {
  const { needs } = draft;
  if (!needs) return [];
  return Object.entries(needs.value).flatMap(([topic, concepts]) => [
    ...unknownTopics(needs, [topic], [topic], draft),
    ...unheard(needs, [topic], concepts, draft),
  ]);
}
