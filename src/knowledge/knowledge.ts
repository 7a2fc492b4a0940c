// What the rest of the house holds once knowledge/ has been read: maps by id, nothing unchecked. No reading happens here.
import type {
  ConceptFile,
  Contact,
  ContactsFile,
  Desk,
  ExampleRow,
  GlossaryFile,
  Guide,
  NeedsFile,
  SignalFile,
  Source,
  Split,
  Topic,
  TopicText,
} from './schema/index.js';
import type { Meaning } from './words.js';

/** A topic with its texts by language tag. `section` is the folder it lies in and has no meaning for a person. */
export interface KnownTopic {
  readonly topic: Topic;
  readonly section: string;
  readonly texts: ReadonlyMap<string, TopicText>;
}

/** One labelled message, with what its place in the tree says: language, split and situation. */
export interface Example extends ExampleRow {
  /** The folder: a language, or two that are mixed. */
  readonly tag: string;
  /** The language of the sentence; of mixtures the one that carries it. */
  readonly language: string;
  readonly split: Split;
  readonly situation: string;
  /** How much it counts when levels are learnt; above 0, at most 1. */
  readonly counts: number;
}

/**
 * Everything curated. Ids inside refer to entries that exist, except topic ids of the plan whose folder is not
 * written yet (`PLANNED_TOPICS`). `examples()` reads and parses the example files at its first call and keeps them; `words()` reads the
 * dictionaries each time.
 */
export interface Knowledge {
  readonly topics: ReadonlyMap<string, KnownTopic>;
  /** Answers made of several topics, by id; no topic has the same id. */
  readonly guides: ReadonlyMap<string, Guide>;
  /** Topic id to the concepts that name its need. */
  readonly needs: NeedsFile;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly sets: ContactsFile['sets'];
  readonly sources: ReadonlyMap<string, Source>;
  readonly glossary: ReadonlyMap<string, GlossaryFile[string]>;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly concepts: ReadonlyMap<string, ConceptFile>;
  readonly signals: ReadonlyMap<string, SignalFile>;
  examples(): readonly Example[];
  /** Everyday words by meaning, each with its expressions by language tag. */
  words(): readonly Meaning[];
}
