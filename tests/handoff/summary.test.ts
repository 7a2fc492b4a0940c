// The summary: what a person is shown, what staff get of it, and what never leaves.
import {
  type Conversation,
  type Facts,
  NEEDS,
  type SummaryItem,
  unknownFacts,
} from '../../src/core/index.js';
import {
  buildSummary,
  consentWording,
  HANDOFF_KEYS,
  keepStruck,
  quoteOf,
  SUMMARY_KEYS,
  summaryForPerson,
  summaryForStaff,
  summaryToRead,
} from '../../src/handoff/index.js';
import { aConversation, GUN, NO_PAY } from '../core/a-case.js';
import { voice } from './a-voice.js';

const known = <Value>(value: Value) => ({ state: 'known', value }) as const;
const told: Partial<Facts> = {
  who: known('self' as const),
  ageBand: known('12-15' as const),
  state: known('TX'),
  place: known('a motel off exit 9'),
  needs: ['shelter', 'legal'],
  immediateDanger: known(true),
  safeToContact: known(false),
};

function full(changes: Partial<Conversation> = {}): Conversation {
  const facts = { ...unknownFacts(), ...told };
  const topics = [{ topic: 't-visa', at: 0, part: 0 }];
  return aConversation('emergency', { reasons: [NO_PAY, GUN], facts, told: topics, ...changes });
}

function lineOf(items: readonly SummaryItem[], id: string) {
  return summaryForStaff(items, voice).find((line) => line.id === id);
}

function strike(items: readonly SummaryItem[], ...ids: string[]): SummaryItem[] {
  return items.map((item) => (ids.includes(item.id) ? { ...item, struck: true } : item));
}

function restore(items: readonly SummaryItem[], ...ids: string[]): SummaryItem[] {
  return items.map((item) => (ids.includes(item.id) ? { ...item, struck: false } : item));
}

describe('building', () => {
  test('puts the critical lines first and everything written here last, switched off', () => {
    const items = buildSummary(full(), { words: 'please hurry' });
    expect(items.map(({ id }) => id)).toEqual([
      ...['reason:weapon-now', 'reason:controlled-work', 'danger', 'safe-contact', 'who', 'age-band'],
      ...['state', 'place', 'needs', 'language', 'words', 'told', 'talk'],
    ]);
    expect(items.filter(({ struck }) => struck).map(({ id }) => id)).toEqual(['talk']);
  });

  test('has no line for what nobody told, and never a no in its place', () => {
    const items = buildSummary(aConversation('elevated', { reasons: [] }));
    expect(items.map(({ id }) => id)).toEqual(['language', 'talk']);
  });

  test('fits one screen: at most three reasons, each with its span of at most 80 characters', () => {
    const reasons = ['a', 'b', 'c', 'd'].map((id) => ({
      ...GUN,
      id,
      text: `${id} ${'help me '.repeat(12)}`.slice(0, 80),
    }));
    const lines = buildSummary(full({ reasons })).filter(({ id }) => id.startsWith('reason:'));
    expect(lines.map(({ quote }) => (quote ?? '').length <= 80)).toEqual([true, true, true]);
  });

  test('says once what a rule and a likeness both heard in the same words', () => {
    const reasons = [GUN, { ...GUN, source: 'classifier' as const, id: 'level:emergency' }];
    const lines = buildSummary(full({ reasons })).filter(({ id }) => id.startsWith('reason:'));
    expect(lines.map(({ id }) => id)).toEqual([`reason:${GUN.id}`]);
  });

  test('masks immigration status in every quote', () => {
    const reasons = [{ ...GUN, text: 'he beats me, im undocumented' }];
    const facts = { ...unknownFacts(), ...told, place: known('with other illegals in the barn') };
    const items = buildSummary(full({ reasons, facts }), { words: 'no tengo papeles' });
    expect(JSON.stringify(items.filter(({ struck }) => !struck))).not.toMatch(
      /undocumented|illegals|papeles/,
    );
  });

  test('a word cut in half at the end of a span is not half shown', () => {
    expect(
      quoteOf(`${'x'.repeat(40)} please do not tell them that i am here undocume`.slice(0, 80)),
    ).not.toContain('undoc');
  });

  test('keeps what was struck when it is built again', () => {
    const before = strike(restore(buildSummary(full()), 'talk'), 'place');
    const again = keepStruck(buildSummary(full()), before);
    expect(again.filter(({ struck }) => struck).map(({ id }) => id)).toEqual(['place']);
  });
});

describe('own words', () => {
  const words = buildSummary(full(), { words: 'I am undocumented and scared of {{desk.phone}}' });

  test('are shared masked, as typed otherwise', () => {
    expect(lineOf(words, 'words')?.quote).toBe('I am […] and scared of {{desk.phone}}');
    expect(lineOf(words, 'words-full')).toBeUndefined();
  });

  test('are shared unmasked, once, when the person switches it on', () => {
    const shared = restore(words, 'words-full');
    expect(lineOf(shared, 'words-full')?.quote).toContain('undocumented');
    expect(lineOf(shared, 'words')).toBeUndefined();
  });

  test('stay unshared when the person strikes them, whatever the switch says', () => {
    const ids = summaryForStaff(strike(restore(words, 'words-full'), 'words'), voice).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('words'))).toEqual([]);
  });

  test('have no switch when there is nothing to unmask', () => {
    expect(buildSummary(full(), { words: 'please hurry' }).some(({ id }) => id === 'words-full')).toBe(false);
  });
});

describe('reading', () => {
  const items = buildSummary(full(), { words: 'please hurry' });

  test('the person reads every line in their language, with what is struck', () => {
    const preview = summaryForPerson(strike(items, 'place'), voice, { tag: 'es' });
    expect(preview.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(preview.filter(({ struck }) => struck).map(({ id }) => id)).toEqual(['place', 'talk']);
    const needs = preview.find(({ id }) => id === 'needs')?.text;
    expect(needs).toContain(voice.text('es', 'bot:summary.need.shelter'));
  });

  test('staff read English beside the words as they were written', () => {
    const line = lineOf(items, 'reason:weapon-now');
    expect(line).toMatchObject({
      text: voice.text('en', 'bot:summary.reason.danger-now'),
      quote: 'outside my door with a gun',
    });
    expect(lineOf(items, 'state')?.text).toContain('Texas');
    expect(lineOf(items, 'language')?.text).toContain('English');
  });

  test('a struck line reaches staff and the read-out in no form', () => {
    for (const { id, quote } of items.filter((item) => item.kind !== 'talk')) {
      const struck = strike(items, id);
      const staff = JSON.stringify(summaryForStaff(struck, voice));
      expect(staff).not.toContain(`"id":"${id}"`);
      const read = summaryToRead(struck, voice, { tag: 'en' }).join('\n');
      if (quote) expect(staff + read).not.toContain(quote);
    }
  });

  test('topics are read by their title, or by their id where none is known', () => {
    const titleOf = (topic: string) => (topic === 't-visa' ? 'T visa: a way to stay' : undefined);
    const titled = summaryForStaff(items, voice, { titleOf }).find(({ id }) => id === 'told');
    expect(titled?.text).toContain('T visa: a way to stay');
    expect(lineOf(items, 'told')?.text).toContain('t visa');
  });

  test('a language without texts is named for the interpreter as the person named it', () => {
    const language = { tag: 'es', how: 'chosen', leaning: null, interpreter: 'Mam' } as const;
    expect(lineOf(buildSummary(full({ language })), 'language')?.text).toContain('Mam');
  });

  test('the read-out is numbered, in the person’s language, and without the talk', () => {
    const read = summaryToRead(items, voice, { tag: 'en' });
    expect(read).toHaveLength(items.length - 1);
    expect(read[0]).toMatch(/^1\. .+: .+“outside my door with a gun”$/);
  });
});

describe('texts', () => {
  test.each(['en', 'es'])('every sentence of the summary and the handoff exists in %s', (tag) => {
    const missing = [...SUMMARY_KEYS, ...HANDOFF_KEYS].filter(({ key }) => !voice.has(tag, key));
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  test('every need, and every line the summary can build, is among them', () => {
    const keys = new Set(SUMMARY_KEYS.map(({ key }) => key));
    const facts = { ...unknownFacts(), ...told, needs: [...NEEDS] };
    const used = buildSummary(full({ facts })).map(({ key }) => `bot:summary.${key}`);
    const needs = NEEDS.map((need) => `bot:summary.need.${need}`);
    expect([...used, ...needs].filter((key) => !keys.has(key))).toEqual([]);
  });

  test('the consent version changes with the words, so a record says which were agreed to', () => {
    const one = consentWording(voice, 'en', 'Night Desk');
    expect(one.version).toMatch(/^bot:handoff\.consent@[0-9a-f]{12}$/);
    expect(consentWording(voice, 'en', 'Night Desk').version).toBe(one.version);
    const others = [consentWording(voice, 'es', 'Night Desk'), consentWording(voice, 'en', 'Day Desk')];
    expect(others.map(({ version }) => version)).not.toContain(one.version);
  });
});
