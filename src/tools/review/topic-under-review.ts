// Everything a reviewer is shown of one topic, gathered from the files as they are, also while some have problems.
import type { Problem } from '../../content/index.js';
import { type Languages, loadLanguages } from '../../i18n/languages.js';
import { ALL_CHECKS, findProblems } from '../../knowledge/checks/index.js';
import type { KnowledgeDraft, TopicDraft } from '../../knowledge/draft.js';
import type { Contact, Source, Topic, TopicText } from '../../knowledge/index.js';
import { readDraft } from '../../knowledge/read-draft.js';

export interface TopicUnderReview {
  readonly topic: Topic;
  readonly section: string;
  /** English first, then in the order of the language table. */
  readonly texts: ReadonlyMap<string, TopicText>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly languages: Languages;
  /** Languages that are to have every topic and do not have this one. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
  /** The calendar day of the page. */
  readonly today: string;
}

/** Opens the content once for any number of topics. `today` judges review dates. */
export function openReview(root: string, today: string) {
  const { draft, problems } = readDraft(root);
  const { value: languages = new Map() } = loadLanguages(root);
  // Only what stands in a topic's folder is shown: the rest need not be looked at, but claims name concepts.
  const topicsOnly = { ...draft, signals: [], guides: [] };
  const found = [...problems, ...findProblems(ALL_CHECKS, topicsOnly, { today })];
  const house = { draft, languages, problems: found, today };
  return {
    /** All topic ids in the order of the folders. */
    ids: draft.topics.map(({ value }) => value.id),
    /** Undefined for an id that no topic has. `tags` narrows the languages; English always stays. */
    topic: (id: string, tags: readonly string[]): TopicUnderReview | undefined => {
      const found = draft.topics.find(({ value }) => value.id === id);
      return found && gather(found, tags, house);
    },
  };
}

interface House {
  readonly draft: KnowledgeDraft;
  readonly languages: Languages;
  readonly problems: readonly Problem[];
  readonly today: string;
}

function gather(topic: TopicDraft, tags: readonly string[], house: House): TopicUnderReview {
  const { draft, languages, problems, today } = house;
  const folder = `knowledge/topics/${topic.section}/${topic.folder}/`;
  const wanted = (tag: string) => tag === 'en' || tags.length === 0 || tags.includes(tag);
  const byTag = new Map(topic.texts.map((text) => [text.tag, text.value]));
  const order = ['en', ...[...languages.keys(), ...byTag.keys()].filter((tag) => tag !== 'en')];
  return {
    topic: topic.value,
    section: topic.section,
    texts: new Map(
      [...new Set(order)].flatMap((tag) => {
        const text = byTag.get(tag);
        return text && wanted(tag) ? [[tag, text] as const] : [];
      }),
    ),
    contacts: new Map(Object.entries(draft.contacts?.value.contacts ?? {})),
    sources: new Map(Object.entries(draft.sources?.value ?? {})),
    languages,
    missing: [...languages.values()]
      .filter(({ ring, tag }) => ring === 'full' && !byTag.has(tag) && wanted(tag))
      .map(({ tag }) => tag),
    problems: problems.filter(({ file }) => file.startsWith(folder)),
    today,
  };
}
