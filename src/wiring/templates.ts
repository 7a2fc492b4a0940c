// Sentences for pages in the browser: contacts are filled in here, plain values ({{count}}) are filled in there.
import type { Locales } from '../i18n/index.js';
import type { Brain } from './brain.js';

const OPEN = /\{\{([a-z][A-Za-z]*)\}\}/g;

/** Every key of a file in a language (or what it falls back to). */
export function pageTexts({ content, speaker }: Brain, tag: string, file: string): Record<string, string> {
  const english = content.locales.byTag.get('en')?.files.get(file)?.texts ?? new Map<string, string>();
  return Object.fromEntries(
    [...english.keys()].map((key) => {
      const used = speaker.usedTag(tag, `${file}:${key}`);
      return [key, speaker.text(tag, `${file}:${key}`, openValues(content.locales, used, file, key))];
    }),
  );
}

/** Values that the page knows and we do not: left as they are written. */
function openValues(...[locales, tag, file, key]: [Locales, string, string, string]): Record<string, string> {
  const template = locales.byTag.get(tag)?.files.get(file)?.texts.get(key) ?? '';
  return Object.fromEntries([...template.matchAll(OPEN)].map(([whole, name = '']) => [name, whole]));
}
