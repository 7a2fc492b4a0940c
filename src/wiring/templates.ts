// Sentences of a file as they are written, placeholders and all: pages in the browser fill them there.
import { fallbackChain, type Locales } from '../i18n/index.js';

/** Every key of the English file, each in the first language of the fallback chain that has it. */
export function templates(locales: Locales, tag: string, file: string): Record<string, string> {
  const chain = [...fallbackChain(locales.languages, tag), 'en'];
  const texts = chain.flatMap((one) => locales.byTag.get(one)?.files.get(file)?.texts ?? []);
  return Object.fromEntries([...texts].reverse().flatMap((one) => [...one]));
}
