// Every source, contact and topic that the content names exists.
import type { Problem } from '../../content/index.js';
import { type Check, type Draft, type KnowledgeDraft, problemAt, type TopicDraft } from '../draft.js';
import { INTENTS, PLANNED_TOPICS } from '../planned-topics.js';

interface Naming {
  readonly draft: Draft<unknown>;
  readonly path: readonly PropertyKey[];
  readonly id: string;
}

/** A wrong id would be a statement without its source or an answer without its number. */
export const knownIds: Check = {
  id: 'known-ids',
  find: (draft) => [
    ...missing('source', sourcesNamed(draft), Object.keys(draft.sources?.value ?? {})),
    ...missing('contact', contactsNamed(draft), Object.keys(draft.contacts?.value.contacts ?? {})),
    ...missing('topic', topicsNamed(draft), knownTopics(draft)),
  ],
};

function knownTopics(draft: KnowledgeDraft): string[] {
  return [...draft.topics.map((topic) => topic.value.id), ...PLANNED_TOPICS, ...INTENTS];
}

function missing(noun: string, named: readonly Naming[], known: readonly string[]): Problem[] {
  const ids = new Set(known);
  return named
    .filter(({ id }) => !ids.has(id))
    .map(({ draft, path, id }) => problemAt(draft, path, `there is no ${noun} "${id}"`));
}

function listed(draft: Draft<unknown>, path: readonly PropertyKey[], ids: readonly string[]): Naming[] {
  return ids.map((id, index) => ({ draft, path: [...path, index], id }));
}

function sourcesNamed(draft: KnowledgeDraft): Naming[] {
  const { contacts } = draft;
  const ofContacts = Object.entries(contacts?.value.contacts ?? {}).flatMap(([id, contact]) =>
    contacts ? listed(contacts, ['contacts', id, 'sources'], contact.sources) : [],
  );
  return [...ofContacts, ...draft.topics.flatMap(sourcesOfTopic)];
}

function sourcesOfTopic(topic: TopicDraft): Naming[] {
  return topic.value.claims.flatMap((claim, index) => [
    ...listed(topic, ['claims', index, 'sources'], claim.sources),
    ...(claim.views ?? []).flatMap((view, side) =>
      listed(topic, ['claims', index, 'views', side, 'sources'], view.sources),
    ),
  ]);
}

function contactsNamed(draft: KnowledgeDraft): Naming[] {
  const { contacts } = draft;
  const ofSets = Object.entries(contacts?.value.sets ?? {}).flatMap(([kind, byLevel]) =>
    Object.entries(byLevel).flatMap(([level, ids]) =>
      contacts ? listed(contacts, ['sets', kind, level], ids) : [],
    ),
  );
  return [...ofSets, ...draft.topics.flatMap((topic) => listed(topic, ['contacts'], topic.value.contacts))];
}

function topicsNamed(draft: KnowledgeDraft): Naming[] {
  const related = draft.topics.flatMap((topic) => listed(topic, ['related'], topic.value.related));
  const ofSignals = draft.signals.flatMap((signal) => one(signal, ['topic'], signal.value.topic));
  const ofExamples = draft.examples.flatMap((file) =>
    file.value.rows.flatMap((row, index) => one(file, ['rows', index, 'topic'], row.topic)),
  );
  return [...related, ...ofSignals, ...ofExamples];
}

function one(draft: Draft<unknown>, path: readonly PropertyKey[], id: string | undefined): Naming[] {
  return id === undefined ? [] : [{ draft, path, id }];
}
