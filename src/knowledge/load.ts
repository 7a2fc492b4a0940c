// Loads knowledge/: reads, checks, and hands out maps by id. All problems at once, as sentences with file and line.
import type { Problem } from '../content/index.js';
import { ALL_CHECKS, findProblems, QUICK_CHECKS } from './checks/index.js';
import type { CheckSettings, Draft, ExampleDraft, KnowledgeDraft } from './draft.js';
import type { Example, Knowledge, KnownTopic } from './knowledge.js';
import { readDraft, readExampleDrafts } from './read-draft.js';
import { mixTagSchema } from './schema/index.js';
import { meaningsOf, readWords } from './words.js';

export interface LoadOptions {
  /** The calendar day for review dates, "2026-11-22"; without it no date is judged. */
  readonly today?: string;
  /** Also measures reading ease and SMS length and reads the examples: for check-content and tests, not for the start. */
  readonly thorough?: boolean;
  /** Languages whose topics must be complete; looked at when thorough. */
  readonly complete?: readonly string[];
}

export interface LoadedKnowledge {
  /** Absent when there is any problem: nothing half-checked is handed out. */
  readonly value?: Knowledge;
  readonly problems: readonly Problem[];
}

/** Reads everything below `<root>/knowledge`. Never throws for bad content; the caller decides whether to start. */
export function loadKnowledge(root: string, options: LoadOptions = {}): LoadedKnowledge {
  const { draft, problems } = options.thorough ? readEverything(root) : readDraft(root);
  const checks = options.thorough ? ALL_CHECKS : QUICK_CHECKS;
  const found = [...problems, ...findProblems(checks, draft, settingsOf(options))];
  const value = found.length === 0 ? toKnowledge(root, draft) : undefined;
  return value ? { value, problems: [] } : { problems: found.sort(byPlace) };
}

function settingsOf({ today = '', complete = [] }: LoadOptions): CheckSettings {
  return { today, complete };
}

function readEverything(root: string): ReturnType<typeof readDraft> {
  const { draft, problems } = readDraft(root);
  const { examples, problems: inExamples } = readExampleDrafts(root);
  const { words, problems: inWords } = readWords(root);
  return { draft: { ...draft, examples, words }, problems: [...problems, ...inExamples, ...inWords] };
}

function byPlace(one: Problem, other: Problem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line;
}

function toKnowledge(root: string, draft: KnowledgeDraft): Knowledge | undefined {
  const { contacts, sources, glossary, desks, needs } = draft;
  if (!contacts || !sources || !glossary || !desks || !needs) return undefined;
  let kept: readonly Example[] | undefined;
  return {
    topics: new Map(draft.topics.map((topic) => [topic.value.id, toTopic(topic)])),
    guides: byId(draft.guides),
    needs: needs.value,
    contacts: new Map(Object.entries(contacts.value.contacts)),
    sets: contacts.value.sets,
    sources: new Map(Object.entries(sources.value)),
    glossary: new Map(Object.entries(glossary.value)),
    desks: new Map(Object.entries(desks.value)),
    concepts: byId(draft.concepts),
    signals: byId(draft.signals),
    examples: () => {
      kept ??= readExampleDrafts(root).examples.flatMap(toExamples);
      return kept;
    },
    words: () => meaningsOf(readWords(root).words),
  };
}

function toTopic(draft: KnowledgeDraft['topics'][number]): KnownTopic {
  const texts = new Map(draft.texts.map((text) => [text.tag, text.value]));
  return { topic: draft.value, section: draft.section, texts };
}

function byId<Value extends { id: string }>(drafts: readonly Draft<Value>[]): Map<string, Value> {
  return new Map(drafts.map((draft) => [draft.value.id, draft.value]));
}

/** The rows of an example file with what its place says. */
export function toExamples(draft: ExampleDraft): Example[] {
  const { tag, split, value } = draft;
  const language = mixTagSchema.safeParse(tag).success ? (tag.split('-')[0] as string) : tag;
  const { situation, counts = 1 } = value;
  return value.rows.map((row) => ({ ...row, tag, language, split, situation, counts }));
}
