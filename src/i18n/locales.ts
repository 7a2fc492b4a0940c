// Loads every text of locales/: which languages are there, their files, their word lists. Checking them is checks/.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, type Problem } from '../content/index.js';
import { checkLocales } from './checks/index.js';
import { type Languages, loadLanguages, WRITTEN_RINGS } from './languages.js';
import { type LocaleFile, readLocaleFile, readWordsFile, type WordsFile } from './locale-file.js';

export interface Locale {
  readonly tag: string;
  readonly files: ReadonlyMap<string, LocaleFile>;
  /** Null when the language has no words.json. */
  readonly words: WordsFile | null;
}

export interface Locales {
  readonly languages: Languages;
  /** Languages that have a folder, in the order of languages.yaml. English is always there. */
  readonly byTag: ReadonlyMap<string, Locale>;
}

/**
 * Reads and checks `<root>/locales`. `value` is absent only when nothing can be spoken (no table, no English); a caller
 * that serves people refuses to start on any problem. Never throws for bad content.
 */
export function loadLocales(root: string): { value?: Locales; problems: readonly Problem[] } {
  const table = loadLanguages(root);
  if (!table.value) return { problems: table.problems };
  const reads = writtenTags(root, table.value).map((tag) => readLocale(root, tag));
  const byTag = new Map(reads.map(({ locale }) => [locale.tag, locale]));
  const problems = [...table.problems, ...reads.flatMap((read) => read.problems)];
  if (!byTag.has('en')) return { problems: [...problems, missingEnglish] };
  const value: Locales = { languages: table.value, byTag };
  return { value, problems: [...problems, ...checkLocales(value)] };
}

const missingEnglish: Problem = {
  file: 'locales/en',
  line: 0,
  message: 'English is missing: every other language falls back to it',
};

function writtenTags(root: string, languages: Languages): string[] {
  return [...languages.values()]
    .filter(({ tag, ring }) => WRITTEN_RINGS.includes(ring) && existsSync(join(root, 'locales', tag)))
    .map(({ tag }) => tag);
}

function readLocale(root: string, tag: string): { locale: Locale; problems: Problem[] } {
  const names = listFiles(join(root, 'locales', tag), '.json').map((file) => file.slice(0, -'.json'.length));
  const files = names.filter((id) => id !== 'words').map((id) => readLocaleFile({ root, tag, id }));
  const words = names.includes('words') ? readWordsFile({ root, tag }) : { problems: [] };
  const good = files.flatMap((file) => file.value ?? []);
  return {
    locale: { tag, files: new Map(good.map((file) => [file.id, file])), words: words.value ?? null },
    problems: [...files, words].flatMap((read) => read.problems),
  };
}
