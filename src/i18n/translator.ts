// The only file that knows i18next: bundled texts, fallback between languages, plural forms. Filling in is the speaker's.
import { createInstance, type i18n } from 'i18next';
import { fallbackChain } from './languages.js';
import type { Locales } from './locales.js';

export interface Found {
  /** The sentence with its {{placeholders}} still in it. */
  readonly template: string;
  /** The language it is really in. */
  readonly tag: string;
}

/** Null when no language of the chain has the key. `count` chooses a plural form. */
export type Translator = (tag: string, key: string, count?: number) => Found | null;

export function createTranslator(locales: Locales): Translator {
  const chains = new Map([...locales.languages.keys()].map((tag) => [tag, chainOf(locales, tag)]));
  const english = ['en'];
  const engine = createEngine(locales);
  return (tag, key, count) => {
    for (const used of chains.get(tag) ?? english) {
      const counted = count === undefined ? {} : { count };
      const options = { lng: used, skipInterpolation: true, nest: false, ...counted };
      if (engine.exists(key, options)) return { template: String(engine.t(key, options)), tag: used };
    }
    return null;
  };
}

/** Languages of the chain that have texts. */
function chainOf(locales: Locales, tag: string): string[] {
  return fallbackChain(locales.languages, tag).filter((one) => locales.byTag.has(one));
}

function createEngine(locales: Locales): i18n {
  const resources = Object.fromEntries(
    [...locales.byTag].map(([tag, { files }]) => [
      tag,
      Object.fromEntries([...files].map(([id, file]) => [id, Object.fromEntries(file.texts)])),
    ]),
  );
  const engine = createInstance();
  void engine.init({
    resources,
    initAsync: false,
    ns: [...(locales.byTag.get('en')?.files.keys() ?? [])],
    defaultNS: false,
    fallbackLng: false,
    load: 'currentOnly',
    keySeparator: false,
    nsSeparator: ':',
    interpolation: { escapeValue: false },
  });
  return engine;
}
