// What a person is told when they ask: how much, in which order, on which sources, and what when nothing may be said.
import { join } from 'node:path';
import { plainText } from '../../src/core/index.js';
import { createSpeaker, loadLocales } from '../../src/i18n/index.js';
import {
  type Answer,
  type AnswerRequest,
  composeAnswer,
  contactBook,
  foremostOf,
  topicTitle,
} from '../../src/knowledge/index.js';
import { answerTopics } from './answer-topics';

const { value: locales } = loadLocales(join(__dirname, '../..'));
if (!locales) throw new Error('the locales cannot be read');
const missing: string[] = [];
const knowledge = answerTopics();
const speaker = createSpeaker(locales, {
  contacts: contactBook(knowledge),
  onMissing: ({ key, placeholder }) => missing.push(`${key} ${placeholder}`),
});
const NOVEMBER = Date.UTC(2026, 10, 22);

function ask(topics: string[], more: Partial<AnswerRequest> = {}, from = knowledge): Answer {
  const request = { topics, language: 'en', channel: 'web', now: NOVEMBER, part: 0, ...more } as const;
  return composeAnswer(from, speaker, request);
}

const lines = (answer: Answer) => answer.paragraphs.map(plainText);

afterAll(() => expect(missing).toEqual([]));

describe('the first part', () => {
  test('holds five paragraphs with their sources, and says how fresh they are', () => {
    const answer = ask(['doctor']);
    expect(answer.title).toBe('See a doctor');
    expect(lines(answer)).toEqual([
      'A doctor is free. [1]',
      'Children go first. [2]',
      'Go any day. [1]',
      'Bring papers if you can.',
      'Staff read the code book. [2]',
    ]);
    expect(answer.sources.map(({ id, url }) => [id, url])).toEqual([
      ['page', 'https://www.example.org/page'],
      ['law', null],
    ]);
    expect(answer.asOf).toBe('As of October 2026.');
    expect([answer.more, answer.stale, answer.language]).toEqual([true, 'fresh', 'en']);
  });

  test.each([
    ['a child', ['child'], ['Children go first. [2]', 'Go any day. [1]']],
    ['a practitioner', ['practitioner'], ['Staff read the code book. [2]', 'Go any day. [1]']],
    ['an adult', ['adult'], ['Go any day. [1]', 'Bring papers if you can.']],
  ] as const)('gives %s what is written for them right after the opening', (_, audience, next) => {
    expect(lines(ask(['doctor'], { audience: [...audience] })).slice(1, 3)).toEqual(next);
  });

  test('offers topics to ask next that exist', () => {
    expect(ask(['doctor']).related).toEqual(['clinic', 'find-help']);
    expect(ask(['doctor', 'clinic']).related).toEqual(['find-help']);
  });

  test('carries bold words and links that open', () => {
    expect(ask(['doctor']).paragraphs[2]).toContainEqual({ text: 'day', strong: true });
    const link = { text: 'example.org/help', href: 'https://www.example.org/help/' };
    expect(ask(['doctor'], { part: 1 }).paragraphs[1]).toContainEqual(link);
  });
});

describe('what the question names', () => {
  const foremost = foremostOf(knowledge, ['doctor'], new Set(['weapon']));
  const first = { foremost };

  test('comes before the opening paragraph, also when nobody knows it', () => {
    expect(lines(ask(['doctor'], first)).slice(0, 2)).toEqual([
      'What is not known: How long it takes.',
      'A doctor is free. [1]',
    ]);
  });

  test('comes before what is written for whoever asks', () => {
    expect(lines(ask(['doctor'], { ...first, audience: ['child'] }))[0]).toContain('How long it takes.');
  });

  test('is said once: "more" goes on after it', () => {
    const parts = [0, 1].flatMap((part) => lines(ask(['doctor'], { ...first, part })));
    expect(parts.filter((line) => line.includes('How long it takes.'))).toHaveLength(1);
  });

  test('stands on SMS where else the short form stands', () => {
    const sms = ask(['doctor'], { ...first, channel: 'sms' });
    expect(sms.short).toContain('How long it takes.');
    expect(ask(['doctor'], { channel: 'sms' }).short).not.toContain('How long it takes.');
  });

  test('is nothing where no claim is asked for by it', () => {
    expect(foremostOf(knowledge, ['doctor', 'clinic'], new Set(['school']))).toEqual([]);
    expect(foremostOf(knowledge, ['clinic'], new Set(['weapon']))).toEqual([]);
  });
});

describe('the date of a source', () => {
  const page = knowledge.sources.get('page');
  if (!page) throw new Error('the source is missing');
  const undated = { ...knowledge, sources: new Map([['page', { ...page, date: 'undated' }]]) };

  test.each([
    ['en', 'undated'],
    ['es', 'sin fecha'],
  ])('that has none is said in %s: %s', (language, said) => {
    const [line] = ask(['find-help'], { language }, undated).sources;
    expect(line?.date).toBe(said);
  });

  test('stays as it is where there is one', () => {
    expect(ask(['find-help'], { language: 'es' }).sources[0]?.date).toBe('2026-01');
  });
});

describe('more', () => {
  test('says the rest, marks what is disputed and what nobody knows, and numbers its own sources', () => {
    const answer = ask(['doctor'], { part: 1 });
    expect(lines(answer)).toEqual([
      'Nights are open too. [1]',
      'Ask example.org/help for a ride. [2]',
      `${speaker.text('en', 'bot:answer.views-differ')} Doctors and clerks do not agree. [1][2]`,
      `${speaker.text('en', 'bot:answer.not-known')} How long it takes.`,
    ]);
    expect(answer.sources.map(({ id }) => id)).toEqual(['page', 'law']);
    expect([answer.asOf, answer.more]).toEqual(['As of November 2026.', false]);
  });

  test('keeps what is written for others until the end', () => {
    const all = [0, 1].flatMap((part) => lines(ask(['doctor'], { audience: ['adult'], part })));
    expect(all.slice(-2)).toEqual(['Children go first. [1]', 'Staff read the code book. [1]']);
  });

  test('asked for too often gives the last part again', () => {
    expect(ask(['doctor'], { part: 9 })).toEqual(ask(['doctor'], { part: 1 }));
  });
});

describe('several topics', () => {
  test('are told apart by their titles and do not repeat a fact', () => {
    expect(lines(ask(['doctor', 'clinic']))).toEqual([
      'A doctor is free. [1]',
      'Children go first. [2]',
      'Go any day. [1]',
      'Bring papers if you can.',
      'Find a clinic. It is near. [2]',
    ]);
  });

  test('of which the first keeps four of its five paragraphs: what was asked is not pushed out', () => {
    const alone = lines(ask(['doctor']));
    expect(lines(ask(['doctor', 'clinic'])).slice(0, 4)).toEqual(alone.slice(0, 4));
  });

  test('say when any of them is past its review, with the oldest date', () => {
    const answer = ask(['find-help', 'doctor'], { now: Date.UTC(2027, 3, 1) });
    expect(lines(answer).at(-1)).toBe(speaker.text('en', 'bot:answer.stale', { date: 'March 2027' }));
    expect(answer.stale).toBe('stale');
  });

  test('leave out ids that nobody knows', () => {
    expect(ask(['moonlight', 'clinic', 'clinic']).title).toBe('Find a clinic');
  });
});

describe('age', () => {
  test('a topic past its review says so', () => {
    const answer = ask(['doctor'], { now: Date.UTC(2027, 3, 1) });
    const note = speaker.text('en', 'bot:answer.stale', { date: 'March 2027' });
    expect(answer.stale).toBe('stale');
    expect(lines(answer).at(-1)).toBe(note);
    expect(answer.short).toBe(`See a doctor: call 1-202-555-0100.\n${note}`);
  });

  test.each([
    ['on its last day it is said', Date.UTC(2026, 11, 31, 23), 'fresh'],
    ['a day later it is not', Date.UTC(2027, 0, 1), 'withheld'],
  ])('a critical topic: %s', (_, now, expected) => {
    expect(ask(['clinic'], { now }).stale).toBe(expected);
  });

  test('in place of a critical topic past its date stand contacts, police named as police', () => {
    const answer = ask(['clinic'], { now: Date.UTC(2027, 0, 1) });
    expect(lines(answer)).toEqual([
      speaker.text('en', 'bot:answer.withheld'),
      `The Agents: Call 1-202-555-0101. ${speaker.text('en', 'bot:answer.law-enforcement')}`,
      'The Line: Call 1-202-555-0100, Text HI to 202555',
    ]);
    expect(answer.paragraphs[1]).toContainEqual({ text: '1-202-555-0101', href: 'tel:12025550101' });
    expect([answer.sources, answer.asOf, answer.more]).toEqual([[], '', false]);
  });
});

test('where nothing is known, it says so and names who may know', () => {
  const answer = ask(['moonlight']);
  expect(lines(answer)).toEqual([
    speaker.text('en', 'bot:answer.none'),
    speaker.text('en', 'bot:answer.none.contacts'),
    'The Line: Call 1-202-555-0100, Text HI to 202555',
  ]);
  expect(answer.stale).toBe('withheld');
});

describe('language', () => {
  test.each([
    ['the one asked for', 'es', [], 'es', undefined],
    ['English with a notice', 'so', [], 'en', 'en'],
    ['the nearest that has a text, with a notice', 'mam', ['es'], 'es', 'es'],
  ])('is %s', (_, language, fallbacks, used, notice) => {
    const answer = ask(['find-help'], { language, fallbacks });
    expect([answer.language, answer.noticeLanguage]).toEqual([used, notice]);
  });

  test('never changes within one answer', () => {
    expect(lines(ask(['find-help', 'doctor'], { language: 'es' })).join(' ')).not.toContain('doctor');
  });
});

test.each([
  ['find-help', ['es'], 'Dónde hay ayuda'],
  ['doctor', ['es'], 'See a doctor'],
  ['moonlight', ['es'], undefined],
])('the choice %s reads, for %s, %s', (id, languages, title) => {
  expect(topicTitle(knowledge, id, languages)).toBe(title);
});

describe('a guide', () => {
  const guided = (more: Partial<AnswerRequest> = {}) => ask(['all-about-doctors'], more);
  const all = (more: Partial<AnswerRequest> = {}) =>
    [0, 1].flatMap((part) => lines(guided({ ...more, part })));

  test('says one paragraph of each topic in six at most, each topic named once, under its own title', () => {
    const answer = guided();
    expect(answer.title).toBe('All about doctors');
    expect(lines(answer)).toEqual([
      'A doctor is free. [1]',
      'Children go first. [2]',
      'Find a clinic. It is near. [2]',
      `See a doctor. ${speaker.text('en', 'bot:answer.views-differ')} Doctors and clerks do not agree. [1][2]`,
      `How to find help. ${speaker.text('en', 'bot:answer.not-known')} How long you may wait.`,
      'See a doctor. Nights are open too. [1]',
    ]);
    expect(answer.sources.map(({ id }) => id)).toEqual(['page', 'law']);
    expect([answer.more, answer.related]).toEqual([true, ['clinic', 'doctor']]);
  });

  test('goes on under "more" and ends', () => {
    const answer = guided({ part: 1 });
    expect(lines(answer)).toEqual(['Ask example.org/help for a ride. [1]', 'Staff read the code book. [1]']);
    expect(answer.more).toBe(false);
  });

  test.each([
    ['a practitioner', ['practitioner'], 0],
    ['a child', ['child'], -1],
    ['somebody unknown', [], -1],
  ] as const)('says what is meant for practitioners, to %s, in its place', (_, audience, at) => {
    expect(all({ audience: [...audience] }).at(at)).toMatch(/Staff read the code book/);
  });

  test('says a fact once, though two of its topics carry it', () => {
    expect(all().filter((line) => line.includes('is free'))).toHaveLength(1);
  });

  test('leaves out a critical topic that is past its date, and says the rest', () => {
    const said = lines(guided({ now: Date.UTC(2027, 0, 1) })).join(' ');
    expect(said).not.toContain('It is near');
    expect(said).toContain('A doctor is free');
  });

  test('is told in the language of its best topic, with the title of that language', () => {
    const answer = guided({ language: 'es', fallbacks: [] });
    expect([answer.language, answer.noticeLanguage, answer.title]).toEqual(['en', 'en', 'All about doctors']);
  });

  test('on SMS begins with the short form of its first topic', () => {
    expect(guided({ channel: 'sms' }).short).toBe('See a doctor: call 1-202-555-0100.');
  });
});

describe('on SMS', () => {
  test('of several topics the best is said, and the others are offered first', () => {
    const answer = ask(['clinic', 'doctor'], { channel: 'sms' });
    expect(answer.short).toBe('Find a clinic: call 1-202-555-0100.');
    expect(answer.related).toEqual(['doctor', 'find-help']);
  });

  test('the short form comes first, with its numbers', () => {
    const answer = ask(['doctor'], { channel: 'sms' });
    expect(answer.short).toBe('See a doctor: call 1-202-555-0100.');
    expect(lines(answer)).toEqual([answer.short]);
    expect(answer.more).toBe(true);
  });

  test('the paragraphs follow in pairs, without marks', () => {
    const shorts = [1, 2, 3, 4, 5].map((part) => ask(['doctor'], { channel: 'sms', part }).short);
    expect(shorts[0]).toBe('A doctor is free.\nChildren go first.');
    expect(shorts[4]).toBe(`${speaker.text('en', 'bot:answer.not-known')} How long it takes.`);
  });
});
