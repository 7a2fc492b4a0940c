// Reads one file of texts (locales/<tag>/<id>.json): flat dotted keys to sentences, with who reviewed them.
// Good files are read by the fast JSON reader at start; a bad one is read again slowly, to say where it is wrong.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, parseContent } from '../content/index.js';
import { RESERVED_LISTS, type ReservedList } from './reserved-lists.js';
import { type Review, reviewSchema } from './review.js';

const KEY = /^[a-zA-Z0-9]+([.-][a-zA-Z0-9]+)*(_(zero|one|two|few|many|other))?$/;

const textSchema = z.string().min(1, 'a sentence, not an empty text');
const textsSchema = z
  .looseObject({
    _status: reviewSchema,
    _segments: z.record(z.string(), z.number().int().min(1).max(6)).optional(),
    _samples: z.record(z.string(), z.string()).optional(),
  })
  .superRefine((file, context) => {
    for (const [key, value] of Object.entries(file)) {
      if (key.startsWith('_')) continue;
      const message = KEY.test(key) ? textProblem(value) : 'a key is words joined by dots or hyphens';
      if (message) context.addIssue({ code: 'custom', path: [key], message });
    }
  });

function textProblem(value: unknown): string | null {
  const parsed = textSchema.safeParse(value);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'a sentence');
}

const wordsSchema = z.strictObject({
  _status: reviewSchema,
  ...Object.fromEntries(RESERVED_LISTS.map((list) => [list, z.array(z.string().min(1)).optional()])),
});

/** Lists of words by use; a list that a language does not have is empty. */
export type Words = Readonly<Record<ReservedList, readonly string[]>>;

export interface LocaleFile {
  /** `bot`, `widget`, `console`, `sms`, `phrasebook`, `dialogs/<id>`. */
  readonly id: string;
  /** As shown to people: locales/en/bot.json. */
  readonly name: string;
  readonly review: Review;
  readonly texts: ReadonlyMap<string, string>;
  /** Segments allowed a key (sms.json of English only). */
  readonly segments: Readonly<Record<string, number>>;
  /** What placeholders look like when filled (sms.json of English only). */
  readonly samples: Readonly<Record<string, string>>;
  /** 1-based line of a key; 1 when it is not there. */
  lineOf(key: string): number;
}

interface Where {
  readonly root: string;
  readonly tag: string;
  readonly id: string;
}

type Read<Value> = { readonly value?: Value; readonly problems: readonly Problem[] };

/** Never throws for bad content: problems have file and line. */
export function readLocaleFile(where: Where): Read<LocaleFile> {
  const read = readJson(where, textsSchema);
  if (!read.value) return { problems: read.problems };
  const { _status: review, _segments: segments = {}, _samples: samples = {}, ...rest } = read.value;
  const texts = new Map(Object.entries(rest).map(([key, text]) => [key, String(text)]));
  const { name, lineOf } = read;
  return { value: { id: where.id, name, review, texts, segments, samples, lineOf }, problems: [] };
}

export interface WordsFile {
  readonly name: string;
  readonly words: Words;
  lineOf(list: string): number;
}

/** Reads locales/<tag>/words.json. */
export function readWordsFile(where: Omit<Where, 'id'>): Read<WordsFile> {
  const read = readJson({ ...where, id: 'words' }, wordsSchema);
  if (!read.value) return { problems: read.problems };
  const lists = read.value as Partial<Record<ReservedList, string[]>>;
  const words = Object.fromEntries(RESERVED_LISTS.map((list) => [list, lists[list] ?? []])) as Record<
    ReservedList,
    string[]
  >;
  return { value: { name: read.name, words, lineOf: read.lineOf }, problems: [] };
}

function readJson<Schema extends z.ZodType>({ root, tag, id }: Where, schema: Schema) {
  const name = `locales/${tag}/${id}.json`;
  const text = readText(join(root, name));
  const lineOf = (key: string) => lineOfKey(text, key);
  const parsed = schema.safeParse(parseQuickly(text));
  if (parsed.success) return { value: parsed.data, name, lineOf, problems: [] };
  const slow = parseContent(text, name, schema);
  return { ...(slow.value ? { value: slow.value } : {}), name, lineOf, problems: slow.problems };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function parseQuickly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The last line that sets the key: `_segments` may name the same key above the sentence itself. */
function lineOfKey(text: string, key: string): number {
  const at = text.lastIndexOf(`"${key}":`);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
