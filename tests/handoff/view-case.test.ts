// What goes to a console: everything agreed to, nothing else. Canaries stand for what must not pass.
import type { Case, CaseEvent, Conversation, TalkEntry } from '../../src/core/index.js';
import {
  buildSummary,
  canReplyNow,
  caseViewSchema,
  type IndexedTalk,
  queueLine,
  queueLineSchema,
  viewCase,
} from '../../src/handoff/index.js';
import {
  ANA,
  aConnected,
  aConversation,
  agreeing,
  anOffered,
  aQueued,
  GUN,
  NOON,
  play,
  WITH_MINIMAL,
} from '../core/a-case.js';
import { voice } from './a-voice.js';

const viewing = { voice, now: NOON };
const MINUTE = 60_000;

function withCase(state: Case, changes: Partial<Conversation> = {}): Conversation {
  return aConversation(state.level, { replyTo: '+15550100', case: state, ...changes });
}

function view(state: Case, talk: readonly IndexedTalk[] = []) {
  return caseViewSchema.parse(viewCase(withCase(state), talk, viewing));
}

function wrote(index: number, text: string): IndexedTalk {
  const entry: TalkEntry = { from: 'person', id: `e${index}`, at: NOON, text, language: 'en' };
  return { index, entry };
}

const talk = [wrote(2, 'before, I am undocumented'), wrote(6, 'after'), wrote(7, 'I am undocumented')];
const minimal = play(
  anOffered(aConversation('emergency')),
  [
    { kind: 'offer', at: NOON },
    { kind: 'minimal', at: NOON + MINUTE },
  ],
  WITH_MINIMAL,
);

describe('an agreed case', () => {
  test('shows its lines in English, its reasons with quotes, its clocks, language and channel', () => {
    const seen = view(aQueued('emergency'));
    expect(seen).toMatchObject({
      level: 'emergency',
      language: 'en',
      channel: 'web',
      canReply: true,
      struck: 0,
    });
    expect(seen.lines.map(({ id }) => id)).toEqual(['reason:weapon-now', 'language']);
    expect(seen.reasons).toEqual([{ id: 'weapon-now', kind: 'danger', level: 'emergency', quote: GUN.text }]);
    expect(seen.open).toContainEqual({ fact: 'age', state: 'not-asked' });
    expect(seen.clocks).toMatchObject({ openedAt: NOON, queuedAt: NOON });
  });

  test('never shows a handle, whatever else it shows', () => {
    expect(JSON.stringify(view(aConnected(), talk))).not.toContain('+15550100');
  });

  test('shows neither a struck line nor the reason behind it, only how many were struck', () => {
    const struck = play(aQueued('emergency'), [
      { kind: 'strike', ids: ['reason:weapon-now', 'language'], at: NOON },
    ]);
    const seen = view(struck);
    expect(seen).toMatchObject({ lines: [], reasons: [], struck: 2, language: null });
    expect(JSON.stringify(seen)).not.toMatch(/weapon|gun/);
  });

  test('shows a reason that came after the summary by its name, without words', () => {
    const risen = play(aQueued('urgent'), [
      { kind: 'rise', level: 'emergency', reasons: [GUN], at: NOON },
      { kind: 'correction', text: 'he left', at: NOON },
    ]);
    const seen = view(risen);
    expect(seen.reasons.at(-1)).toEqual({
      id: 'weapon-now',
      kind: 'danger',
      level: 'emergency',
      quote: null,
    });
    expect(seen.later).toEqual([{ at: NOON, text: 'he left' }]);
  });
});

describe('the talk', () => {
  test('is not shown before a human joined', () => {
    expect(view(aQueued(), talk).talk).toEqual([]);
  });

  test('is shown from the first human message on, as written', () => {
    expect(view(aConnected(), talk).talk.map(({ text }) => text)).toEqual(['after', 'I am undocumented']);
  });

  test('is shown whole when the person shared it, the earlier part masked', () => {
    const shared = play(aConnected(), [{ kind: 'restore', ids: ['talk'], at: NOON }]);
    const texts = view(shared, talk).talk.map(({ text }) => text);
    expect(texts).toEqual(['before, I am […]', 'after', 'I am undocumented']);
  });
});

describe('a minimal case', () => {
  const corrected = play(minimal, [{ kind: 'correction', text: 'CANARY', at: NOON }]);

  test('shows level, reason ids, language, channel and whether we can reply; no words', () => {
    const seen = view(corrected);
    expect(seen).toMatchObject({
      minimal: true,
      lines: [],
      open: [],
      language: 'en',
      channel: 'web',
      canReply: true,
    });
    expect(seen.reasons).toEqual([{ id: 'weapon-now', kind: 'danger', level: 'emergency', quote: null }]);
    expect(JSON.stringify(seen)).not.toMatch(/CANARY|gun/);
  });

  test('shows nothing of a summary that the person is still looking at', () => {
    const looking = play(minimal, agreeing(buildSummary(aConversation('emergency'))).slice(1, 2));
    expect(view(looking)).toMatchObject({ lines: [], struck: 0 });
    expect(JSON.stringify(view(looking))).not.toContain('gun');
  });
});

test('a withdrawn case shows level and clock only', () => {
  const events: CaseEvent[] = [
    { kind: 'note', staffId: ANA, text: 'CANARY', at: NOON },
    { kind: 'withdraw', at: NOON },
  ];
  const seen = view(play(aConnected('emergency'), events), talk);
  expect(seen).toMatchObject({ level: 'emergency', lines: [], reasons: [], talk: [], notes: [], open: [] });
  expect(seen).toMatchObject({ language: null, channel: null, canReply: false, person: 'withdrew' });
  expect(JSON.stringify(seen)).not.toMatch(/CANARY|gun|weapon/);
});

test('staff are told when the phone may be in another hand', () => {
  const back = play(aConnected(), [{ kind: 'person-message', at: NOON + 31 * MINUTE }]);
  expect([view(aConnected()).identityUnconfirmed, view(back).identityUnconfirmed]).toEqual([false, true]);
});

test('a conversation without a case has nothing to show', () => {
  const none = aConversation();
  expect([viewCase(none, [], viewing), queueLine(none, viewing)]).toEqual([null, null]);
});

test('a line of the queue holds no words and no handle', () => {
  const line = queueLine(withCase(aQueued('emergency')), viewing);
  expect(queueLineSchema.parse(line)).toMatchObject({ level: 'emergency', queuedAt: NOON, status: 'queued' });
  expect(JSON.stringify(line)).not.toMatch(/gun|\+1555|weapon/);
});

describe('whether we can reply', () => {
  const sms = { channel: 'sms' as const, lastPersonAt: NOON };
  const texting = withCase(aQueued('urgent', sms), sms);
  const web = withCase(aQueued());
  const late = NOON + 15 * MINUTE;

  test.each<[string, Conversation, Parameters<typeof canReplyNow>[1], boolean]>([
    ['on the web', web, { now: late }, true],
    ['after STOP', { ...web, optedOut: true }, { now: NOON }, false],
    ['after the session was revoked', { ...web, revoked: true }, { now: NOON }, false],
    ['after hiding', withCase(play(aQueued(), [{ kind: 'hide', at: NOON }])), { now: NOON }, false],
    ['by text inside 15 minutes', texting, { now: late - 1 }, true],
    ['by text after 15 minutes', texting, { now: late }, false],
    ['by text in hours the person recorded', texting, { now: late, mayTextNow: true }, true],
    ['without a case', aConversation(), { now: NOON }, false],
  ])('%s', (_, conversation, moment, can) => {
    expect(canReplyNow(conversation, moment)).toBe(can);
  });
});
