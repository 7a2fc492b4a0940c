// Walks every sentence of every language, for the checks.

import type { LocaleFile } from '../locale-file.js';
import type { Locales } from '../locales.js';

export interface Sentence {
  readonly tag: string;
  readonly file: LocaleFile;
  readonly key: string;
  readonly text: string;
}

export function sentencesOf(locales: Locales): Sentence[] {
  return [...locales.byTag.values()].flatMap(({ tag, files }) =>
    [...files.values()].flatMap((file) => [...file.texts].map(([key, text]) => ({ tag, file, key, text }))),
  );
}

const FOR_CHILDREN = /\.to-child$/;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** "seen_one" -> "seen": languages differ in their plural forms, not in their keys. */
export function bareKey(key: string): string {
  return key.replace(PLURAL, '');
}

/** The key under which English has it: "menu.prompt.to-child" is how one language says "menu.prompt" to a child. */
export function twinKey(key: string): string {
  return bareKey(key).replace(FOR_CHILDREN, '');
}

/** The English file of the same name; undefined when English does not have it. */
export function englishTwin(locales: Locales, file: LocaleFile): LocaleFile | undefined {
  return locales.byTag.get('en')?.files.get(file.id);
}

export function problemAt({ file, key }: Pick<Sentence, 'file' | 'key'>, message: string) {
  return { file: file.name, line: file.lineOf(key), message: `${key}: ${message}` };
}
