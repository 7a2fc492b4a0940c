// Opening cases, their codes and their groups: a flood is one line, and nobody is lost behind it.
import { asId, caseSchema, type QueueEntry, rankOf } from '../../src/core/index.js';
import {
  groupKey,
  groupQueue,
  openCase,
  REFERENCE_ALPHABET,
  referenceCode,
} from '../../src/handoff/index.js';
import { aConversation, NOON } from '../core/a-case.js';

const start = { now: NOON, newId: (part: string) => `${part}-7` };

describe('opening', () => {
  test('a case that was only offered shares nothing and waits nowhere', () => {
    const opened = caseSchema.parse(openCase(aConversation(), { id: 'night' }, start));
    expect(opened).toMatchObject({
      status: 'offered',
      items: [],
      queuedAt: null,
      consent: { state: 'not-asked' },
    });
  });

  test('a turn that runs again opens the same case', () => {
    const once = openCase(aConversation(), { id: 'night' }, start);
    expect(openCase(aConversation(), { id: 'night' }, start)).toEqual(once);
  });

  test('a person who stopped texts cannot be replied to', () => {
    expect(openCase(aConversation('urgent', { optedOut: true }), { id: 'n' }, start).canReply).toBe(false);
  });
});

describe('a reference code', () => {
  const codes = Array.from({ length: 5000 }, (_, index) => referenceCode(`case ${index}`));

  test('is six characters that look like nothing else', () => {
    expect(codes.every((code) => /^[34679CDFGHJKMNPQRTWXY]{6}$/.test(code))).toBe(true);
    expect(REFERENCE_ALPHABET).not.toMatch(/[0O1IL2Z5S8BUVAE]/);
  });

  test('differs from case to case and uses every character', () => {
    expect(new Set(codes).size).toBeGreaterThan(4995);
    expect(new Set(codes.join('')).size).toBe(REFERENCE_ALPHABET.length);
  });
});

describe('groups', () => {
  const entry = (text: string, index: number, level: 'urgent' | 'emergency' = 'urgent'): QueueEntry => ({
    deskId: asId('night'),
    caseId: asId(`c${index}`),
    conversationId: asId(`v${index}`),
    rank: rankOf(level, NOON + index),
    group: groupKey(text, `c${index}`),
  });

  test.each([
    ['KILL ME HELP NOW!!!', 'kill me help now'],
    ['heeelp he has a knife', 'help he has a knife 4711'],
    ['Él tiene un cuchillo', 'el tiene un cuchillo'],
  ])('"%s" and "%s" are the same', (one, two) => {
    expect(groupKey(one, 'x')).toBe(groupKey(two, 'y'));
  });

  test('texts without words stay apart', () => {
    expect(groupKey('911 911', 'a')).not.toBe(groupKey('911 911', 'b'));
  });

  test('in a flood of 5,000 near-identical texts the 20 others are all on the first screen', () => {
    const filler = (index: number) => (index * 2654435761).toString(36).replace(/\d/g, 'q');
    const flood = (index: number) =>
      `please someone come he will kill me tonight in the basement ${filler(index)} of the old house hurry`;
    const stories = Array.from({ length: 20 }, (_, index) => {
      const names = [
        'aunt',
        'boss',
        'uncle',
        'husband',
        'pimp',
        'cousin',
        'sponsor',
        'coach',
        'manager',
        'neighbor',
      ];
      const deeds = ['took my phone and locks the door', 'says i owe money and must work it off'];
      return `my ${names[index % 10]} ${deeds[index % 2]} ${['since spring', 'every night'][index > 9 ? 1 : 0]}`;
    });
    const entries = Array.from({ length: 5000 }, (_, index) => entry(flood(index), index));
    const mixed = [...entries, ...stories.map((text, index) => entry(text, 5000 + index))];
    const groups = groupQueue(mixed);
    const first = groups.filter(({ entries: all }) => all.length < 100).flatMap(({ entries: all }) => all);
    expect(first.filter(({ caseId }) => Number(caseId.slice(1)) >= 5000)).toHaveLength(20);
    expect(groups.length).toBeLessThan(50);
    expect(groups.flatMap(({ entries: all }) => all)).toHaveLength(mixed.length);
  });

  test('people who tell different things are not folded together', () => {
    const stories = [
      'he has a knife and he is outside my room',
      'my sponsor makes me clean houses and i cant go to school',
      'they took my passport and i have to pay before i can leave',
      'i ran away last night and have nowhere to sleep',
      'someone is selling pictures of me and i am fifteen',
      'help me please',
    ];
    const groups = groupQueue(stories.map((text, index) => entry(text, index)));
    expect(groups).toHaveLength(stories.length);
  });

  test('an emergency is never folded under an urgent line', () => {
    const groups = groupQueue([
      entry('help he has a knife', 1, 'emergency'),
      entry('help he has a knife', 2),
    ]);
    expect(groups).toHaveLength(2);
  });
});
