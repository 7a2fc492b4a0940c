// The console's words, fetched once from the server in the browser's language, English where a word is missing.

type Words = Readonly<Record<string, string>>;
let words: Words = {};
let tag = 'en';

async function fetchWords(wanted: string): Promise<Words | null> {
  const response = await fetch(`/staff/text/${wanted}.json`).catch(() => null);
  return response?.ok ? ((await response.json()) as Words) : null;
}

/** Loads English and, over it, the first of the browser's languages that exists. */
export async function loadWords(languages: readonly string[]): Promise<void> {
  words = (await fetchWords('en')) ?? {};
  const wanted = languages.map((language) => language.split('-')[0] ?? 'en');
  for (const language of wanted) {
    if (language === 'en') break;
    const found = await fetchWords(language);
    if (!found) continue;
    words = { ...words, ...found };
    tag = language;
    break;
  }
  document.documentElement.lang = tag;
}

/** The language the console itself speaks. */
export function consoleLanguage(): string {
  return tag;
}

/** The text of a key with `{{name}}` filled in. A key nobody wrote shows as itself, so that it is noticed. */
export function t(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const text = words[key] ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The name of a language in the console's own; the tag where the browser knows none, a dash where none is shared. */
export function languageName(language: string | null): string {
  if (language === null) return '—';
  if (language === 'und') return t('language.unknown');
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** Whether there is a text for the key. */
export function hasText(key: string): boolean {
  return key in words;
}

/** The sentence for a code of the server; one without a sentence of its own is "something went wrong". */
export function noticeText(code: string, seconds: number): string {
  return t(hasText(`notice.${code}`) ? `notice.${code}` : 'notice.trouble', { seconds });
}
