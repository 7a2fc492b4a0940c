// What reaches a phone: no telling first words whatever was to be said, and no accent that doubles the cost.
import { createSmsWriter, PREVIEW_CHARACTERS, smsSize, tellingWords } from '../../src/i18n/index';
import { realLocales } from './world';

const locales = realLocales();
const write = createSmsWriter(locales);

describe('the first words on a lock screen', () => {
  const rows: [string, string, string][] = [
    ['an answer about a visa', 'en', 'T visa: a way to stay for people who were trafficked.'],
    ['an answer about the police', 'es', 'La policía le puede preguntar. Usted decide.'],
    ['an English answer in a Spanish talk', 'es', 'The hotline answers day and night.'],
    ['a person of a desk', 'en', 'A person from Harbor Night Desk is here.'],
  ];
  test.each(rows)('%s begins neutrally', (_, tag, text) => {
    const sent = write(tag, text, ['Harbor Night Desk']);
    const banned = locales.byTag.get(tag)?.words?.words['preview-banned'] ?? [];
    expect(tellingWords(sent, banned)).toEqual([]);
    expect(sent.slice(0, PREVIEW_CHARACTERS)).not.toContain('Harbor');
    expect(sent).toContain(text.slice(-15));
  });

  test('an innocent text stays as it is', () => {
    expect(write('en', 'You keep your place.')).toBe('You keep your place.');
  });

  test.each([...locales.byTag.keys()])('the neutral sentence of %s fills the preview', (tag) => {
    const start = write(tag, 'x police sex police').split('\n')[0] ?? '';
    const wanted =
      locales.languages.get(tag)?.smsAlphabet === 'gsm7' ? PREVIEW_CHARACTERS : PREVIEW_CHARACTERS / 2;
    expect(start.length).toBeGreaterThanOrEqual(wanted);
  });
});

describe('letters', () => {
  const rows: [string, string, string][] = [
    ['es', '¿Está aquí mañana? Sí, también él.', '¿Esta aqui mañana? Si, también él.'],
    ['es', '“Hola” — ¿qué?…', '"Hola" - ¿qué?...'],
    ['en', 'It’s 5 o’clock', "It's 5 o'clock"],
    ['ru', 'Привет', 'Привет'],
    ['es', 'él 你好', 'él 你好'],
  ];
  test.each(rows)('%s: %s', (tag, text, sent) => {
    expect(write(tag, text)).toBe(sent);
  });

  test('a long Spanish sentence costs half', () => {
    const text = 'Aquí está la información que pidió sobre su situación. '.repeat(2);
    expect(smsSize(text).segments).toBe(2);
    expect(smsSize(write('es', text)).segments).toBe(1);
  });
});
