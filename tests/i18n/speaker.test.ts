// What people are told: contacts become links, values stay what they are, languages fall back.
import { createSpeaker, type Missing } from '../../src/i18n/index';
import { book, realSpeaker, smallLocales } from './world';

describe('what a person wrote is shown as they wrote it', () => {
  const speaker = realSpeaker();
  const rows: [string, string][] = [
    ['a placeholder', '{{nhth.phone}}'],
    ['a placeholder of the same sentence', '{{state}}'],
    ['template syntax', '$\u007bprocess.env.HOME}'],
    ['a nested key', '$t(bot:trouble)'],
    ['a nested key with options', '$t(bot:trouble, {"lng":"es"})'],
    ['a format verb', '%s %d %n'],
    ['bold', '**call now**'],
    ['half a bold', 'two ** stars'],
    ['a tag', '<img src=x onerror=alert(1)>'],
    ['a markdown link', '[help](javascript:alert(1))'],
    ['a prototype name', '__proto__ constructor'],
    ['two paragraphs', 'one\n\ntwo'],
    ['private-use characters', '\uE000 0 \uE001'],
    ['a replacement pattern', "$& $1 $` $'"],
  ];
  test.each(rows)('%s', (_, words) => {
    const said = speaker.say('en', 'bot:summary.state', { state: words });
    expect(said).toEqual([[{ text: words }, { text: '.' }]]);
    expect(speaker.text('en', 'bot:summary.state', { state: words })).toBe(`${words}.`);
  });

  test('a direction override cannot turn the rest of the sentence round', () => {
    expect(speaker.text('en', 'bot:summary.state', { state: 'a\u202Eb\u2066c\u0000' })).toBe('abc.');
  });

  test('a value named like a property of every object is not taken from there', () => {
    const missing: Missing[] = [];
    const locales = smallLocales({ en: { odd: 'Hello {{constructor}}.' } });
    const said = createSpeaker(locales, { onMissing: (one) => missing.push(one) }).text('en', 'bot:odd');
    expect(said).toBe('Hello .');
    expect(missing).toEqual([{ tag: 'en', key: 'bot:odd', placeholder: 'constructor' }]);
  });
});

describe('numbers', () => {
  test('a number of a contact can be tapped, and keeps its weight', () => {
    const [first] = realSpeaker().say('en', 'bot:danger.emergency');
    expect(first?.slice(0, 3)).toEqual([
      { text: 'If you can, call ', strong: true },
      { text: '000', href: 'tel:000', strong: true },
      { text: ' now.', strong: true },
    ]);
  });

  test('the desk of the turn is named where a sentence speaks of a person', () => {
    expect(realSpeaker().text('en', 'bot:handoff.connected')).toContain('a person from Harbor Night Desk.');
  });

  test('a blank line starts a paragraph', () => {
    expect(realSpeaker().say('en', 'bot:danger.emergency')).toHaveLength(2);
  });

  test('in right-to-left text a number keeps its order and a foreign name its own', () => {
    const locales = smallLocales({
      en: { line: 'x' },
      ar: { line: 'اتصل {{nhth.phone}} {{who}} {{count}}' },
    });
    const speaker = createSpeaker(locales, { contacts: book });
    expect(speaker.dir('ar')).toBe('rtl');
    const plain = speaker.text('ar', 'bot:line', { who: 'Harbor Desk', count: 3 });
    expect(plain).toContain('\u20661-000-000-0000\u2069');
    expect(plain).toContain('\u2068Harbor Desk\u2069');
    const run = speaker.say('ar', 'bot:line', { who: 'سارة', count: 3 })[0]?.find(({ href }) => href);
    expect(run?.text).toBe('1-000-000-0000');
  });

  test('in left-to-right text nothing is added to a number', () => {
    expect(realSpeaker().text('en', 'bot:need.elevated')).not.toMatch(/[\u2066-\u2069]/);
  });
});

describe('which language is spoken', () => {
  const locales = smallLocales({ en: { a: 'A', b: 'B' }, es: { a: 'á' }, 'zh-Hans': { a: '甲' } });
  const speaker = createSpeaker(locales);
  const rows: [string, string, string][] = [
    ['es', 'bot:a', 'es'],
    ['es', 'bot:b', 'en'],
    ['zh-Hant', 'bot:a', 'zh-Hans'],
    ['mam', 'bot:a', 'es'],
    ['mam', 'bot:b', 'en'],
    ['fr', 'bot:a', 'en'],
    ['xx', 'bot:a', 'en'],
    ['other', 'bot:a', 'en'],
  ];
  test.each(rows)('%s asked for %s hears %s', (tag, key, used) => {
    expect(speaker.usedTag(tag, key)).toBe(used);
    expect(speaker.say(tag, key)).not.toEqual([]);
  });

  test('a language has a key only when the words are its own', () => {
    expect([speaker.has('es', 'bot:a'), speaker.has('es', 'bot:b'), speaker.has('mam', 'bot:a')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(speaker.has('en', 'bot:nothing')).toBe(false);
  });

  test('an unknown key says nothing and is reported, in no language as itself', () => {
    const missing: Missing[] = [];
    const loud = createSpeaker(locales, { onMissing: (one) => missing.push(one) });
    expect([loud.text('en', 'bot:nothing'), loud.text('en', 'nofile:a'), loud.text('en', 'a')]).toEqual([
      '',
      '',
      '',
    ]);
    expect(missing).toHaveLength(3);
  });

  test('a count chooses the plural form of the language', () => {
    const russian = {
      seen_one: '{{count}} сообщение',
      seen_few: '{{count}} сообщения',
      seen_many: '{{count}} сообщений',
    };
    const counted = createSpeaker(
      smallLocales({ en: { seen_one: 'one', seen_other: '{{count}}' }, ru: russian }),
    );
    expect([1, 3, 5].map((count) => counted.text('ru', 'bot:seen', { count }))).toEqual([
      '1 сообщение',
      '3 сообщения',
      '5 сообщений',
    ]);
  });
});
