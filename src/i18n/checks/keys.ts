// Every sentence of English is there in every written language, and no language has one that English lacks
// (but for another way of speaking to a child).
import type { Problem } from '../../content/index.js';
import type { LocaleFile } from '../locale-file.js';
import type { Locale, Locales } from '../locales.js';
import { bareKey, englishTwin, problemAt, twinKey } from './sentences.js';

/** Staff work in English; their console may be translated, whole or in part, but need not be. */
const OPTIONAL_FILES: readonly string[] = ['console'];

export function checkKeys(locales: Locales): Problem[] {
  const english = locales.byTag.get('en');
  return [...locales.byTag.values()].flatMap((locale) => [
    ...missingFiles(locale, english),
    ...[...locale.files.values()].flatMap((file) => [
      ...differingKeys(file, englishTwin(locales, file)),
      ...missingPlurals(locale.tag, file),
    ]),
  ]);
}

function missingFiles(locale: Locale, english: Locale | undefined): Problem[] {
  const expected = [...(english?.files.keys() ?? [])].filter((id) => !OPTIONAL_FILES.includes(id));
  return expected
    .filter((id) => !locale.files.has(id))
    .map((id) => ({ file: `locales/${locale.tag}/${id}.json`, line: 0, message: 'the file is missing' }));
}

function differingKeys(file: LocaleFile, english: LocaleFile | undefined): Problem[] {
  if (!english) return [{ file: file.name, line: 0, message: 'English has no such file' }];
  const known = new Set([...english.texts.keys()].map(bareKey));
  const there = new Set([...file.texts.keys()].map(bareKey));
  const unknown = [...file.texts.keys()].filter((key) => !known.has(twinKey(key)));
  const missing = OPTIONAL_FILES.includes(file.id) ? [] : [...known].filter((key) => !there.has(key));
  return [
    ...unknown.map((key) => problemAt({ file, key }, 'English has no such key')),
    ...missing.map((key) => ({
      file: file.name,
      line: 1,
      message: `${key}: missing; English says: ${english.texts.get(key) ?? ''}`,
    })),
  ];
}

/** A key with plural forms has every form its language counts in. */
function missingPlurals(tag: string, file: LocaleFile): Problem[] {
  const plural = [...new Set([...file.texts.keys()].filter((key) => bareKey(key) !== key).map(bareKey))];
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  return plural.flatMap((key) =>
    forms
      .filter((form) => !file.texts.has(`${key}_${form}`))
      .map((form) => ({ file: file.name, line: 1, message: `${key}_${form}: missing, ${tag} counts in it` })),
  );
}
