// The voice of the house in every language: short sentences, no shouting, nothing promised, every danger with its number.

import { LEVELS, REASON_KINDS } from '../../src/core/index';
import { fillSamples, type LocaleFile, smsSize } from '../../src/i18n/index';
import { realLocales } from './world';

const locales = realLocales();
const spoken = (tag: string): LocaleFile[] =>
  [...(locales.byTag.get(tag)?.files.values() ?? [])].filter(({ id }) => id !== 'console' && id !== 'widget');
const texts = (tag: string) =>
  spoken(tag).flatMap((file) =>
    [...file.texts].map(([key, text]) => ({ where: `${file.name} ${key}`, text })),
  );

// A sentence ends with the marks of its script (Devanagari, Ethiopic, Arabic, Chinese), a line with its own.
const ENDS = /(?<=[.?:;؟؛।॥።፤፦፧][*_]*)\s+|(?<=[。？：；])|\n/;

describe.each([...locales.byTag.keys()])('%s', (tag) => {
  test('no exclamation marks and no emoji', () => {
    const loud = texts(tag).filter(({ text }) =>
      /[!¡！]|\p{Extended_Pictographic}/u.test(text.replace(/[0-9*#]/g, '')),
    );
    expect(loud).toEqual([]);
  });

  test('sentences have twelve words on average, and none is a breath too long', () => {
    const sentences = texts(tag)
      .flatMap(({ where, text }) => text.split(ENDS).map((sentence) => ({ where, sentence })))
      .map(({ where, sentence }) => ({
        where,
        sentence,
        words: sentence.split(/\s+/).filter(Boolean).length,
      }))
      .filter(({ words }) => words > 2);
    const mean = sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;
    expect(mean).toBeLessThanOrEqual(12);
    expect(sentences.filter(({ words }) => words > 28)).toEqual([]);
  });

  const kinds = REASON_KINDS.filter((kind) => kind !== 'person-asked' && kind !== 'need');
  const dangers = LEVELS.slice(0, 3).flatMap((level) => kinds.map((kind) => `${kind}.${level}`));

  test.each([...dangers, 'person-asked.elevated', 'need.elevated'])(
    '%s has numbers, on the web and by text',
    (key) => {
      for (const id of ['bot', 'sms']) {
        const text = locales.byTag.get(tag)?.files.get(id)?.texts.get(key) ?? '';
        expect(text).toMatch(/\{\{(nhth|lifeline-988|ncmec)\.phone\}\}/);
        if (key.endsWith('.emergency')) expect(text).toContain('{{emergency-911.phone}}');
        if (key.startsWith('self-harm')) expect(text).toContain('{{lifeline-988.phone}}');
        if (key.startsWith('missing-child') || key.startsWith('images'))
          expect(text).toContain('{{ncmec.phone}}');
      }
    },
  );

  test('an emergency by text, with the offer of a person, is two segments', () => {
    const samples = locales.byTag.get('en')?.files.get('sms')?.samples ?? {};
    const sms = locales.byTag.get(tag)?.files.get('sms')?.texts ?? new Map<string, string>();
    const whole = (key: string) => fillSamples(`${sms.get(key)}\n${sms.get('offer.person')}`, samples);
    const long = ['danger.emergency', 'self-harm.emergency', 'missing-child.emergency']
      .map((key) => ({ key, ...smsSize(whole(key)) }))
      .filter(({ alphabet, segments }) => segments > (alphabet === 'gsm7' ? 2 : 5));
    expect(long).toEqual([]);
  });
});

describe('in English', () => {
  test('nobody is told that they must, and nothing is promised', () => {
    const strict = texts('en').filter(({ text }) =>
      /\b(you must|you have to|you qualify|you are safe|we will protect|will not be deported|guarantee)\b/i.test(
        text,
      ),
    );
    expect(strict).toEqual([]);
  });

  test('nobody is called a victim', () => {
    expect(
      texts('en').filter(({ text }) => /\b(victim|your trafficking|prostitut|illegal)/i.test(text)),
    ).toEqual([]);
  });
});
