// Texts that would fail people are refused, each with the file and line to look at.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeProblem } from '../../src/content/index';
import { loadLocales } from '../../src/i18n/index';

const STATUS = { _status: { state: 'draft' } };

const row = (fallback: string | null, more = '') =>
  `{ own_name: X, english_name: X, dir: ltr, ring: full, fallback: ${fallback}, sms: gsm7, status: draft, also: [], names: [xx]${more} }`;
const LANGUAGES = `en: ${row(null)}\nes: ${row('en')}\n`;

const WORDS = {
  ...STATUS,
  'opt-out': ['stop'],
  'opt-out-phrases': ['stop texting me'],
  help: ['help'],
  start: ['start'],
  hide: ['hide'],
  erase: ['erase'],
  person: ['person'],
  more: ['more'],
  yes: ['yes'],
  no: ['no'],
  language: ['language'],
  'preview-banned': ['police', 'traffick*'],
};

/** Problems of a locales folder with these files; objects are written one key a line. */
function problemsOf(files: Record<string, unknown>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'locales-'));
  const all = { 'languages.yaml': LANGUAGES, 'en/words.json': WORDS, 'en/bot.json': STATUS, ...files };
  for (const [name, content] of Object.entries(all)) {
    const path = join(root, 'locales', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  }
  try {
    return loadLocales(root).problems.map(describeProblem);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const MONTHS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];

const SPANISH_WORDS = { ...WORDS, 'opt-out': ['alto'], 'opt-out-phrases': ['deje de escribirme'] };

function both(english: Record<string, string>, spanish: Record<string, string>): string[] {
  return problemsOf({
    'en/bot.json': { ...STATUS, ...english },
    'es/bot.json': { ...STATUS, ...spanish },
    'es/words.json': SPANISH_WORDS,
  });
}

describe('a translation that is refused', () => {
  const rows: [string, Record<string, string>, Record<string, string>, string[]][] = [
    ['a sentence is missing', { a: 'Hello' }, {}, ['locales/es/bot.json:1: a: missing; English says: Hello']],
    ['a sentence too many', {}, { b: 'Hola' }, ['locales/es/bot.json:5: b: English has no such key']],
    [
      'a number is lost',
      { a: 'Call {{nhth.phone}}' },
      { a: 'Llame' },
      ['locales/es/bot.json:5: a: {{nhth.phone}} of the English sentence is missing'],
    ],
    [
      'another number',
      { a: 'Call {{nhth.phone}}' },
      { a: 'Llame al {{ncmec.phone}}' },
      [
        'locales/es/bot.json:5: a: {{nhth.phone}} of the English sentence is missing',
        'locales/es/bot.json:5: a: {{ncmec.phone}} is not in the English sentence',
      ],
    ],
    [
      'a number written out',
      { a: 'Call' },
      { a: 'Llame al 911' },
      ['locales/es/bot.json:5: a: "911" is written out; name it by its contact id'],
    ],
    [
      'a number in other digits',
      { a: 'Call' },
      { a: 'Llame al ٩١١' },
      ['locales/es/bot.json:5: a: "٩١١" is written out; name it by its contact id'],
    ],
    [
      'a link written out',
      { a: 'See' },
      { a: 'Vea humantraffickinghotline.org' },
      ['locales/es/bot.json:5: a: "humantraffickinghotline.org" is written out; name it by its contact id'],
    ],
    [
      'half a bold',
      { a: 'Now' },
      { a: '**Ya' },
      ['locales/es/bot.json:5: a: a brace, star or tag is left over; only **bold** and {{names}} are known'],
    ],
    [
      'an empty sentence',
      { a: 'Now' },
      { a: '' },
      ['locales/es/bot.json:5: a: a sentence, not an empty text'],
    ],
    [
      'a plural form that the language counts in',
      { a_one: 'one', a_other: '{{count}}' },
      { a_one: 'uno', a_other: '{{count}}' },
      ['locales/es/bot.json:1: a_many: missing, es counts in it'],
    ],
  ];
  test.each(rows)('%s', (_, english, spanish, problems) => {
    expect(both(english, spanish)).toEqual(expect.arrayContaining(problems));
  });

  test('a file is missing, and a file without a status', () => {
    const problems = problemsOf({
      'en/widget.json': STATUS,
      'es/bot.json': {},
      'es/words.json': SPANISH_WORDS,
    });
    expect(problems).toContain('locales/es/widget.json: the file is missing');
    expect(problems.some((line) => line.startsWith('locales/es/bot.json:1: _status'))).toBe(true);
  });

  test('a file that is no JSON says where', () => {
    expect(problemsOf({ 'en/bot.json': '{\n "a": "b"\n "c": "d"\n}' })[0]).toMatch(
      /^locales\/en\/bot\.json:[23]: /,
    );
  });

  test('a reviewed text without a reviewer', () => {
    expect(problemsOf({ 'en/bot.json': { _status: { state: 'reviewed' } } })[0]).toBe(
      'locales/en/bot.json:2: _status: a reviewed text names its reviewer',
    );
  });

  test('a console may be English only', () => {
    const problems = problemsOf({
      'en/console.json': { ...STATUS, a: 'Queue' },
      'es/bot.json': STATUS,
      'es/words.json': SPANISH_WORDS,
    });
    expect(problems).toEqual([]);
  });
});

describe('a text message that is refused', () => {
  const sms = (text: string, segments = 1) =>
    problemsOf({
      'en/sms.json': { ...STATUS, _segments: { a: segments }, _samples: { desk: 'Harbor' }, a: text },
    });
  const rows: [string, string, string][] = [
    ['too long', 'x'.repeat(161), 'takes 2 segments of gsm7, at most 1 are allowed'],
    [
      'a letter outside its alphabet',
      'Hay alguien aquí',
      'í cost more than half of every segment; write without them',
    ],
    ['a telling first word', 'The police can help', '"police" is in the first 40 characters'],
    ['a telling beginning of a word', 'About human trafficking', '"traffick*" is in the first 40 characters'],
    ['a desk in the first words', 'A person from {{desk}}', 'the first words name a desk; begin neutrally'],
  ];
  test.each(rows)('%s', (_, text, message) => {
    expect(sms(text)).toContain(`locales/en/sms.json:11: a: ${message}`);
  });

  test('a telling word later on is allowed', () => {
    expect(sms(`${'x'.repeat(40)} police`)).toEqual([]);
  });

  test('a message nobody gave a length', () => {
    expect(problemsOf({ 'en/sms.json': { ...STATUS, a: 'Hi' } })).toEqual([
      'locales/en/sms.json:5: a: locales/en/sms.json has no _segments for it',
    ]);
  });
});

describe('a word list that is refused', () => {
  test('a word that means two things', () => {
    const problems = problemsOf({ 'en/words.json': { ...WORDS, yes: ['yes', 'Stop'] } });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/: (yes|opt-out): "(Stop|stop)" also means "(yes|opt-out)" in en$/);
  });

  test('an opt-out word that means yes in another language', () => {
    const files = { 'es/bot.json': STATUS, 'es/words.json': { ...SPANISH_WORDS, yes: ['stóp'] } };
    expect(problemsOf(files)).toContainEqual(expect.stringContaining('also means "yes" in es'));
  });

  test('a list that is missing', () => {
    const { hide: _, ...rest } = WORDS;
    expect(problemsOf({ 'en/words.json': rest })).toEqual([
      'locales/en/words.json:1: hide: the list is missing or empty',
    ]);
  });

  describe('names of months', () => {
    const creole = (months?: readonly string[]) =>
      problemsOf({
        'languages.yaml': `${LANGUAGES}ht: ${row('en')}\n`,
        'ht/bot.json': STATUS,
        'ht/words.json': { ...SPANISH_WORDS, ...(months && { months }) },
      }).filter((problem) => problem.includes('months'));

    test.each([
      ['are missing where the platform does not know the language', undefined, 0],
      ['are eleven', MONTHS.slice(1), 11],
      ['are twelve, but two are the same', ['a', ...MONTHS.slice(0, 11)], 11],
    ])('that %s', (_, months, count) => {
      expect(creole(months)).toEqual([
        expect.stringContaining(
          `months: twelve different names from January on are needed, there are ${count}`,
        ),
      ]);
    });

    test('that are whole are taken', () => {
      expect(creole(MONTHS)).toEqual([]);
    });
  });
});

describe('a table of languages that is refused', () => {
  const rows: [string, string, string][] = [
    [
      'a chain that does not end at English',
      `en: ${row(null)}\nes: ${row('fr')}\nfr: ${row('es')}\n`,
      'es.fallback: the chain of fallbacks does not end at "en"',
    ],
    ['a tag that is none', `en: ${row(null)}\nSpanish: ${row('en')}\n`, 'Invalid key in record'],
    [
      'a reviewer of a draft',
      `en: ${row(null, ', reviewer: Ana')}\n`,
      'a reviewed language names its reviewer, a draft names none',
    ],
  ];
  test.each(rows)('%s', (_, yaml, message) => {
    expect(problemsOf({ 'languages.yaml': yaml }).join('\n')).toContain(message);
  });

  test('English missing', () => {
    expect(problemsOf({ 'languages.yaml': `es: ${row(null)}\n` }).at(-1)).toContain('English is missing');
  });
});
