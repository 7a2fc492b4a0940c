// Reads the files below knowledge/ into a draft. Knows the folder layout; judges nothing but the schema of each file.
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { listFiles, type Problem, readContentFile } from '../content/index.js';
import type { Draft, ExampleDraft, KnowledgeDraft, TaggedDraft, TopicDraft } from './draft.js';
import {
  conceptSchema,
  contactsFileSchema,
  desksFileSchema,
  exampleFileSchema,
  glossaryFileSchema,
  guideSchema,
  mixTagSchema,
  needsFileSchema,
  SPLITS,
  type Split,
  signalSchema,
  sourcesFileSchema,
  type TopicText,
  tagSchema,
  topicSchema,
  topicTextSchema,
} from './schema/index.js';

/** Reads single files of one knowledge folder and gathers what is wrong with them. */
interface FolderReader {
  readonly problems: Problem[];
  read<Schema extends z.ZodType>(path: string, schema: Schema): Draft<z.infer<Schema>> | undefined;
  list(folder: string): string[];
  /** Notes a file that lies in the wrong place. */
  misplaced(path: string, message: string): undefined;
}

function openFolder(root: string): FolderReader {
  const problems: Problem[] = [];
  return {
    problems,
    list: (folder) => listFiles(join(root, folder), '.yaml'),
    read: (path, schema) => {
      const name = `knowledge/${path}`;
      const { value, problems: found, lineOf } = readContentFile(join(root, path), name, schema);
      problems.push(...found);
      return value === undefined ? undefined : { name, value, lineOf };
    },
    misplaced: (path, message) => {
      problems.push({ file: `knowledge/${path}`, line: 0, message });
      return undefined;
    },
  };
}

function readAll<Schema extends z.ZodType>(reader: FolderReader, folder: string, schema: Schema) {
  return reader.list(folder).flatMap((path) => reader.read(join(folder, path), schema) ?? []);
}

/** Everything but the examples. `root` is the project folder that holds `knowledge/`. */
export function readDraft(root: string): { draft: KnowledgeDraft; problems: Problem[] } {
  const reader = openFolder(join(root, 'knowledge'));
  const contacts = reader.read('contacts.yaml', contactsFileSchema);
  const sources = reader.read('sources.yaml', sourcesFileSchema);
  const glossary = reader.read('glossary.yaml', glossaryFileSchema);
  const desks = reader.read('desks.yaml', desksFileSchema);
  const needs = reader.read('needs.yaml', needsFileSchema);
  const draft: KnowledgeDraft = {
    topics: readTopics(reader),
    ...(contacts && { contacts }),
    ...(sources && { sources }),
    ...(glossary && { glossary }),
    ...(desks && { desks }),
    ...(needs && { needs }),
    guides: readAll(reader, 'guides', guideSchema),
    concepts: readAll(reader, 'concepts', conceptSchema),
    signals: readAll(reader, 'signals', signalSchema),
    examples: [],
    words: [],
  };
  return { draft, problems: reader.problems };
}

/** The example files: many rows, so they are read only where somebody trains, measures or checks. */
export function readExampleDrafts(root: string): { examples: ExampleDraft[]; problems: Problem[] } {
  const reader = openFolder(join(root, 'knowledge'));
  const examples = reader.list('examples').flatMap((path) => readExampleFile(reader, path) ?? []);
  return { examples, problems: reader.problems };
}

function readExampleFile(reader: FolderReader, path: string): ExampleDraft | undefined {
  const [tag = '', split = '', file, ...deeper] = path.split(/[\\/]/);
  const full = join('examples', path);
  const tagged = tagSchema.or(mixTagSchema).safeParse(tag).success;
  const placed = tagged && isSplit(split) && file !== undefined;
  if (!placed || deeper.length > 0)
    return reader.misplaced(full, 'examples lie in examples/<tag>/<train|tune|test>/<situation>.yaml');
  const draft = reader.read(full, exampleFileSchema);
  return draft && { ...draft, tag, split };
}

function isSplit(name: string): name is Split {
  return (SPLITS as readonly string[]).includes(name);
}

function readTopics(reader: FolderReader): TopicDraft[] {
  const folders = new Map<string, string[]>();
  for (const path of reader.list('topics')) {
    const parts = path.split(/[\\/]/);
    const folder = parts.slice(0, -1).join('/');
    if (parts.length === 3) folders.set(folder, [...(folders.get(folder) ?? []), parts[2] ?? '']);
    else reader.misplaced(join('topics', path), 'a topic lies in topics/<section>/<id>/');
  }
  return [...folders].flatMap(([folder, files]) => readTopic(reader, folder, files) ?? []);
}

function readTopic(reader: FolderReader, folder: string, files: readonly string[]): TopicDraft | undefined {
  const path = join('topics', folder);
  if (!files.includes('topic.yaml')) return reader.misplaced(path, 'the folder has no topic.yaml');
  const topic = reader.read(join(path, 'topic.yaml'), topicSchema);
  const texts = files
    .filter((file) => file !== 'topic.yaml')
    .flatMap((file) => readText(reader, join(path, file)) ?? []);
  const [section = '', id = ''] = folder.split('/');
  return topic && { ...topic, folder: id, section, texts };
}

function readText(reader: FolderReader, path: string): TaggedDraft<TopicText> | undefined {
  const tag = basename(path, '.yaml');
  if (!tagSchema.safeParse(tag).success)
    return reader.misplaced(path, `"${tag}" is not a language tag such as en, pt-BR or zh-Hans`);
  const draft = reader.read(path, topicTextSchema);
  return draft && { ...draft, tag };
}
