// What the rest of the house holds once knowledge/ has been read: maps by id, nothing unchecked. No reading happens here.
import type {
  ConceptFile,
  Contact,
  ContactsFile,
  Desk,
  ExampleRow,
  GlossaryFile,
  SignalFile,
  Source,
  Split,
  Topic,
  TopicText,
} from './schema/index.js';

/** A topic with its texts by language tag. `section` is the folder it lies in and has no meaning for a person. */
export interface KnownTopic {
  readonly topic: Topic;
  readonly section: string;
  readonly texts: ReadonlyMap<string, TopicText>;
}

/** One labelled message, with what its place in the tree says: language, split and situation. */
export interface Example extends ExampleRow {
  readonly tag: string;
  readonly split: Split;
  readonly situation: string;
}

/**
 * Everything curated. Ids inside refer to entries that exist, except topic ids of the plan whose folder is not
 * written yet (`PLANNED_TOPICS`). `examples()` reads and parses the example files at its first call and keeps them.
 */
export interface Knowledge {
  readonly topics: ReadonlyMap<string, KnownTopic>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly sets: ContactsFile['sets'];
  readonly sources: ReadonlyMap<string, Source>;
  readonly glossary: ReadonlyMap<string, GlossaryFile[string]>;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly concepts: ReadonlyMap<string, ConceptFile>;
  readonly signals: ReadonlyMap<string, SignalFile>;
  examples(): readonly Example[];
}
