// Everything below knowledge/ as it was read, before anybody trusts it: values with their file and the line of every part.
// Checks work on this; `load.ts` turns it into Knowledge when no problem is left.
import type { Problem } from '../content/index.js';
import type {
  ConceptFile,
  ContactsFile,
  Desk,
  ExampleFile,
  GlossaryFile,
  Guide,
  NeedsFile,
  SignalFile,
  Source,
  Split,
  Topic,
  TopicText,
} from './schema/index.js';
import type { WordsFile } from './words.js';

/** A file that fits its schema. `name` is shown to people; `lineOf` finds the line of a path in it. */
export interface Draft<Value> {
  readonly name: string;
  readonly value: Value;
  lineOf(path: readonly PropertyKey[]): number;
}

/** A file with the language tag that its place or name says. */
export interface TaggedDraft<Value> extends Draft<Value> {
  readonly tag: string;
}

export interface TopicDraft extends Draft<Topic> {
  readonly folder: string;
  readonly section: string;
  readonly texts: readonly TaggedDraft<TopicText>[];
}

export interface ExampleDraft extends TaggedDraft<ExampleFile> {
  readonly split: Split;
}

/** Files that could not be understood are absent: their problems are already known. */
export interface KnowledgeDraft {
  readonly topics: readonly TopicDraft[];
  readonly contacts?: Draft<ContactsFile>;
  readonly sources?: Draft<Record<string, Source>>;
  readonly glossary?: Draft<GlossaryFile>;
  readonly desks?: Draft<Record<string, Desk>>;
  readonly needs?: Draft<NeedsFile>;
  readonly guides: readonly Draft<Guide>[];
  readonly concepts: readonly Draft<ConceptFile>[];
  readonly signals: readonly Draft<SignalFile>[];
  readonly examples: readonly ExampleDraft[];
  /** Read when everything is checked. */
  readonly words: readonly WordsFile[];
}

/** What a check may need beside the content. `today` is a calendar day, "2026-11-22". */
export interface CheckSettings {
  readonly today: string;
  /** Languages that call their topics complete. */
  readonly complete?: readonly string[];
}

/** One rule over the whole content. `id` ends every message, so that an author finds the file of the rule. */
export interface Check {
  readonly id: string;
  find(draft: KnowledgeDraft, settings: CheckSettings): Problem[];
}

/** A problem at a path of a draft. */
export function problemAt(draft: Draft<unknown>, path: readonly PropertyKey[], message: string): Problem {
  return { file: draft.name, line: draft.lineOf(path), message };
}
