// Finds the topics of a request and the one language all of them are said in.
import type { ChosenTopic } from './arrange.js';
import type { Knowledge } from './knowledge.js';
import type { Guide } from './schema/index.js';

export interface ChosenTopics {
  /** The language of every text in `topics`; the asked-for one when there is no topic at all. */
  readonly language: string;
  readonly topics: readonly ChosenTopic[];
}

/**
 * The best topic decides the language: the first of `languages` that it has a text in. Further topics without a text
 * in that language are left out, so that an answer never switches language midway. Unknown ids are skipped.
 */
export function chooseTopics(
  knowledge: Pick<Knowledge, 'topics'>,
  ids: readonly string[],
  languages: readonly string[],
): ChosenTopics {
  const known = [...new Set(ids)].flatMap((id) => knowledge.topics.get(id) ?? []);
  const language = languages.find((tag) => known[0]?.texts.has(tag)) ?? languages[0] ?? 'en';
  const topics = known.flatMap((topic) => {
    const text = topic.texts.get(language);
    return text ? [{ known: topic, text }] : [];
  });
  return { language, topics };
}

/** The guide that is named first among ids; a guide is told alone. */
export function guideAmong(knowledge: Pick<Knowledge, 'guides'>, ids: readonly string[]): Guide | undefined {
  return ids.flatMap((id) => knowledge.guides.get(id) ?? [])[0];
}

/** The topics behind ids: those of the guide where one is named, else the ids themselves. */
export function topicIdsOf(knowledge: Pick<Knowledge, 'guides'>, ids: readonly string[]): readonly string[] {
  return guideAmong(knowledge, ids)?.says.map(({ topic }) => topic) ?? ids;
}

/** A topic's title for a choice, in the first of `languages` it has, else English; undefined for an unknown id. */
export function topicTitle(
  knowledge: Pick<Knowledge, 'topics'>,
  id: string,
  languages: readonly string[],
): string | undefined {
  const texts = knowledge.topics.get(id)?.texts;
  const tag = [...languages, 'en'].find((language) => texts?.has(language));
  return tag && texts?.get(tag)?.title;
}
