// The languages the house knows: locales/languages.yaml, read and checked, and how a tag from outside finds its row.
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, type ReadResult, readContentFile } from '../content/index.js';

export const RINGS = ['full', 'safety', 'interpreter'] as const;
export type Ring = (typeof RINGS)[number];

/** Rings whose languages have files of their own; the others are spoken to through an interpreter. */
export const WRITTEN_RINGS: readonly Ring[] = ['full', 'safety'];

const tagSchema = z
  .string()
  .regex(
    /^([a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?|other)$/,
    'a language tag such as en, pt-BR or zh-Hans, or "other"',
  );

const rowSchema = z
  .strictObject({
    own_name: z.string().min(1).describe('its name in the language itself'),
    english_name: z.string().min(1).describe('its name for staff'),
    dir: z.enum(['ltr', 'rtl']),
    ring: z.enum(RINGS),
    fallback: tagSchema.nullable().describe('where a missing sentence is taken from; null for English only'),
    sms: z.enum(['gsm7', 'ucs2']).describe('the alphabet its text messages are written in'),
    status: z.enum(['draft', 'reviewed']),
    reviewer: z.string().min(2).optional().describe('the named native reviewer, only with "reviewed"'),
    topics_complete: z
      .boolean()
      .default(false)
      .describe('every topic has a whole text in it: from then on a gap is a fault'),
    also: z.array(z.string()).describe('other tags that mean this language'),
    names: z.array(z.string().min(2)).min(1).describe('how people ask for it, whole message, any case'),
  })
  .refine(
    (row) => (row.status === 'reviewed') === (row.reviewer !== undefined),
    'a reviewed language names its reviewer, a draft names none',
  );
const tableSchema = z.record(tagSchema, rowSchema);

export interface Language {
  readonly tag: string;
  readonly ownName: string;
  readonly englishName: string;
  readonly dir: 'ltr' | 'rtl';
  readonly ring: Ring;
  readonly fallback: string | null;
  readonly smsAlphabet: 'gsm7' | 'ucs2';
  /** The native reviewer of its texts; null while they are drafts, which people are told. */
  readonly reviewer: string | null;
  /** Every topic has a whole text in it; a gap is a fault. */
  readonly topicsComplete: boolean;
  readonly also: readonly string[];
  readonly names: readonly string[];
}

/** By tag, in the order in which people are offered them. */
export type Languages = ReadonlyMap<string, Language>;

/** Reads `<root>/locales/languages.yaml`. `value` is absent when the file cannot be understood. Never throws for content. */
export function loadLanguages(root: string): { value?: Languages; problems: readonly Problem[] } {
  const name = 'locales/languages.yaml';
  const read = readContentFile(join(root, name), name, tableSchema);
  if (!read.value) return { problems: read.problems };
  const languages = new Map(Object.entries(read.value).map(([tag, row]) => [tag, toLanguage(tag, row)]));
  return { value: languages, problems: fallbackProblems(languages, read, name) };
}

function toLanguage(tag: string, row: z.infer<typeof rowSchema>): Language {
  const { own_name, english_name, dir, ring, fallback, sms, reviewer, topics_complete, also, names } = row;
  return {
    tag,
    ownName: own_name,
    englishName: english_name,
    dir,
    ring,
    fallback,
    smsAlphabet: sms,
    reviewer: reviewer ?? null,
    topicsComplete: topics_complete,
    also,
    names,
  };
}

/** Every chain of fallbacks ends at English, and English is there. */
function fallbackProblems(languages: Languages, read: ReadResult<unknown>, file: string): Problem[] {
  return [...languages.values()].flatMap((language) => {
    if (fallbackChain(languages, language.tag).at(-1) === 'en') return [];
    const line = read.lineOf([language.tag, 'fallback']);
    return [{ file, line, message: `${language.tag}.fallback: the chain of fallbacks does not end at "en"` }];
  });
}

/** The tag itself, then what it falls back to, at most once each; an unknown tag falls back to English. */
export function fallbackChain(languages: Languages, tag: string): string[] {
  const chain: string[] = [];
  for (let at: string | null = tag; at !== null && !chain.includes(at); ) {
    const language = languages.get(at);
    if (language) chain.push(at);
    at = language ? language.fallback : 'en';
  }
  return chain;
}

/**
 * The row that a tag from outside means ("es-MX" is es, "zh-TW" is zh-Hant, "fil" is tl), ignoring case and `_`;
 * null when the house does not know the language. Never `other`: not knowing is not the same as another language.
 */
export function matchLanguage(languages: Languages, tag: string): string | null {
  const parts = tag.trim().toLowerCase().replaceAll('_', '-').split('-');
  for (let length = parts.length; length > 0; length--) {
    const found = findTag(languages, parts.slice(0, length).join('-'));
    if (found) return found;
  }
  return null;
}

function findTag(languages: Languages, tag: string): string | null {
  for (const language of languages.values()) {
    if (language.tag === 'other') continue;
    if ([language.tag, ...language.also].some((known) => known.toLowerCase() === tag)) return language.tag;
  }
  return null;
}
