// A browser, a phone or a person names a language; the house finds its row or says that it does not know it.
import {
  createSpeaker,
  fallbackChain,
  loadLanguages,
  loadLocales,
  matchLanguage,
} from '../../src/i18n/index';

const { value: languages = new Map() } = loadLanguages(process.cwd());

describe('a tag from outside', () => {
  const rows: [string, string | null][] = [
    ['es-MX', 'es'],
    ['EN_us', 'en'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['fil-PH', 'tl'],
    ['prs', 'fa'],
    ['quc', 'quc'],
    ['xx', null],
    ['other', null],
    ['', null],
    ['__proto__', null],
  ];
  test.each(rows)('%s is %s', (tag, found) => {
    expect(matchLanguage(languages, tag)).toBe(found);
  });
});

test('eleven languages are full, seven are the safety ring, the Maya languages are never written by us', () => {
  const ring = (name: string) =>
    [...languages.values()].filter((row) => row.ring === name).map((row) => row.tag);
  expect(ring('full')).toEqual(['en', 'es', 'fr', 'pt-BR', 'zh-Hans', 'ar', 'ht', 'vi', 'tl', 'ru', 'ko']);
  expect(ring('safety')).toEqual(['zh-Hant', 'uk', 'hi', 'fa', 'am', 'sw', 'so']);
  expect(ring('interpreter')).toEqual(['mam', 'quc', 'kjb', 'kek', 'other']);
});

test('an interpreter language falls back to Spanish, then English', () => {
  expect(fallbackChain(languages, 'kek')).toEqual(['kek', 'es', 'en']);
  expect(fallbackChain(languages, 'unknown')).toEqual(['en']);
});

describe('a date of content', () => {
  const rows: [string, string, string][] = [
    ['en', '2026-11', 'November 2026'],
    ['en', '2026-11-22', 'November 22, 2026'],
    ['es', '2026-11', 'noviembre de 2026'],
    ['fa', '2026-11', 'نوامبر'],
    ['other', '2026-11', 'November 2026'],
    ['ht', '2026-11', 'novanm 2026'],
    ['ht', '2026-08-02', '2 out 2026'],
    ['ru', '2026-11', 'ноябрь 2026'],
    ['uk', '2026-11-22', '22 листопада 2026'],
    ['en', 'undated', 'undated'],
  ];
  const { value: locales } = loadLocales(process.cwd());
  if (!locales) throw new Error('the locales cannot be read');
  const speaker = createSpeaker(locales);

  test.each(rows)('in %s, %s is said "%s"', (tag, day, said) => {
    expect(speaker.day(tag, day)).toContain(said);
  });

  test.each([...locales.byTag.keys()].filter((tag) => tag !== 'en'))(
    'in %s no month is said in English, and nothing ends a sentence before it ends',
    (tag) => {
      const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
      const said = months.map((month) => speaker.day(tag, month));
      const english = months.map((month) => speaker.day('en', month));
      expect(said.filter((month) => english.includes(month) || month.endsWith('.'))).toEqual([]);
      expect(new Set(said).size).toBe(12);
    },
  );
});
