// A speaker over the real texts with numbers that nobody can dial.
import { type ContactBook, createSpeaker, deskBook, type Locales, loadLocales } from '../../src/i18n/index';

export function realLocales(): Locales {
  const { value } = loadLocales(process.cwd());
  if (!value) throw new Error('locales/ cannot be read');
  return value;
}

const numbers: Readonly<Record<string, string>> = {
  'nhth.phone': '1-000-000-0000',
  'nhth.text': '000000',
  'emergency-911.phone': '000',
  'emergency-911.text': '000',
};

export const book: ContactBook = {
  resolve: (name, field) => {
    const text = numbers[`${name}.${field}`];
    return text ? { text, href: `${field === 'text' ? 'sms' : 'tel'}:${text}` } : undefined;
  },
};

export const desk = deskBook({
  name: 'Harbor Night Desk',
  phone: '1-111-111-1111',
  tel: '+11111111111',
  text: null,
});

export function realSpeaker() {
  return createSpeaker(realLocales(), { contacts: book }).with(desk);
}

/** Locales made of a few sentences, for what the real ones do not show. */
export function smallLocales(
  texts: Record<string, Record<string, string>>,
  rtl: readonly string[] = [],
): Locales {
  const real = realLocales();
  const byTag = new Map(
    Object.entries(texts).map(([tag, sentences]) => [
      tag,
      {
        tag,
        words: null,
        files: new Map([
          [
            'bot',
            {
              id: 'bot',
              name: `locales/${tag}/bot.json`,
              review: { state: 'draft' as const },
              texts: new Map(Object.entries(sentences)),
              segments: {},
              samples: {},
              lineOf: () => 1,
            },
          ],
        ]),
      },
    ]),
  );
  const languages = new Map(
    [...real.languages].map(([tag, row]) => [tag, rtl.includes(tag) ? { ...row, dir: 'rtl' as const } : row]),
  );
  return { languages, byTag };
}
