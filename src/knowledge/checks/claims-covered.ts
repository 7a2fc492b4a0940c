// Text and claims hold each other: every claim is said in every language, and every paragraph rests on claims that exist.
import type { Problem } from '../../content/index.js';
import { type Check, problemAt, type TaggedDraft, type TopicDraft } from '../draft.js';
import type { TopicText } from '../schema/index.js';

/** Also asks for an English text, the one that everybody falls back to. */
export const claimsCovered: Check = {
  id: 'claims-covered',
  find: (draft) => draft.topics.flatMap((topic) => [...withoutEnglish(topic), ...uncovered(topic)]),
};

function withoutEnglish(topic: TopicDraft): Problem[] {
  return topic.texts.some((text) => text.tag === 'en')
    ? []
    : [problemAt(topic, ['id'], 'the topic has no text that can be read in English (en.yaml)')];
}

function uncovered(topic: TopicDraft): Problem[] {
  const ids = topic.value.claims.map((claim) => claim.id);
  const doubled = ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [problemAt(topic, ['claims', index, 'id'], `claim "${id}" stands twice`)] : [],
  );
  return [...doubled, ...topic.texts.flatMap((text) => [...unsaid(text, ids), ...unfounded(text, ids)])];
}

function unsaid(text: TaggedDraft<TopicText>, ids: readonly string[]): Problem[] {
  const said = new Set(text.value.full.flatMap((paragraph) => paragraph.claims));
  return ids
    .filter((id) => !said.has(id))
    .map((id) => problemAt(text, ['full'], `no paragraph rests on claim "${id}"`));
}

function unfounded(text: TaggedDraft<TopicText>, ids: readonly string[]): Problem[] {
  return text.value.full.flatMap((paragraph, index) =>
    paragraph.claims
      .filter((id) => !ids.includes(id))
      .map((id) => problemAt(text, ['full', index, 'claims'], `topic.yaml has no claim "${id}"`)),
  );
}
