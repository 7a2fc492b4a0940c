// Hiding, erasing, withdrawing, STOP: what it does to a case, and what it can never do (design §9, trust.md T4).
import { type Case, type Conversation, minimalHandoffDue } from '../../src/core/index.js';
import { buildSummary } from '../../src/handoff/index.js';
import {
  ANA,
  aClaimed,
  aConnected,
  aConversation,
  agreeing,
  anOffered,
  aQueued,
  GUN,
  kinds,
  NOON,
  play,
  step,
  WITH_MINIMAL,
} from './a-case.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const caseText = (at: number) => ({ kind: 'timer', name: 'case-text', dueAt: at, at }) as const;

describe.each([
  ['hides', 'hide', 'hidden'],
  ['closes the tab', 'leave', 'left'],
] as const)('a person who %s', (_, kind, seen) => {
  test.each([
    ['queued', aQueued()],
    ['claimed', aClaimed()],
    ['connected', aConnected()],
  ])('leaves a %s case with staff as it was', (status, state) => {
    const done = step(state, { kind, at: NOON });
    expect(done.case).toMatchObject({ status, person: seen, canReply: false, items: state.items });
    expect([kinds(done), done.shred]).toEqual([['alarm left'], false]);
  });

  test('before agreeing leaves nothing', () => {
    const shown = play(anOffered(aConversation()), agreeing(buildSummary(aConversation())).slice(0, 2));
    const done = step(shown, { kind, at: NOON });
    expect(done).toMatchObject({ shred: true, case: { status: 'abandoned', items: [], queuedAt: null } });
  });

  test('is sent no waiting line of ours', () => {
    const gone = play(aQueued(), [{ kind, at: NOON }]);
    const told = step(gone, { kind: 'timer', name: 'tell-person', dueAt: NOON, at: NOON });
    expect(told.lines).toEqual([]);
  });
});

describe('a person who erases', () => {
  test('is seen as having asked, and the text goes when staff close', () => {
    const asked = step(aClaimed(), { kind: 'erase', at: NOON });
    expect(kinds(asked)).toEqual(['alarm asked-to-erase', 'timer case-text +86400']);
    expect(asked.case.items).not.toEqual([]);
    const closed = step(asked.case, { kind: 'close', staffId: ANA, disposition: 'd', at: NOON + HOUR });
    expect(closed).toMatchObject({ shred: true, case: { items: [], status: 'closed' } });
    expect(JSON.stringify(closed.case)).not.toContain('clean houses');
  });

  test('loses the text after 24 hours when staff hold the case open; the case stays', () => {
    const asked = play(aClaimed(), [{ kind: 'erase', at: NOON }]);
    const done = step(asked, caseText(NOON + 24 * HOUR));
    expect(done).toMatchObject({ shred: true, case: { items: [], status: 'claimed', level: 'urgent' } });
  });

  test('keeps the text readable while nobody has claimed the case, and for an hour after somebody did', () => {
    const asked = play(aQueued(), [{ kind: 'erase', at: NOON }]);
    const waiting = step(asked, caseText(NOON + 24 * HOUR));
    expect([waiting.shred, kinds(waiting)]).toEqual([false, [`timer case-text +${25 * 3600}`]]);
    const claimed = play(asked, [{ kind: 'claim', staffId: ANA, at: NOON + 24.5 * HOUR }]);
    expect(step(claimed, caseText(NOON + 25 * HOUR)).shred).toBe(false);
    expect(step(claimed, caseText(NOON + 25.5 * HOUR)).shred).toBe(true);
  });

  test('has still asked to erase after closing the tab', () => {
    const gone = play(aQueued(), [
      { kind: 'erase', at: NOON },
      { kind: 'leave', at: NOON },
    ]);
    expect(gone.person).toBe('asked-to-erase');
  });
});

describe('a person who withdraws', () => {
  test.each([
    ['an emergency nobody claimed', aQueued('emergency'), 'queued', ['enqueue', 'alarm withdrawn']],
    ['an urgent case nobody claimed', aQueued('urgent'), 'abandoned', ['dequeue', 'alarm withdrawn']],
    ['a claimed case', aClaimed(), 'claimed', ['alarm withdrawn']],
    ['a connected case', aConnected(), 'connected', ['alarm withdrawn']],
  ] as const)('takes the text of %s with the same commit', (_, state, status, effects) => {
    const done = step(state, { kind: 'withdraw', at: NOON });
    expect(done.case).toMatchObject({ status, items: [], talkFrom: null, consent: { state: 'withdrawn' } });
    expect([kinds(done), done.shred]).toEqual([effects, true]);
    expect(JSON.stringify(done.case)).not.toMatch(/gun|clean houses/);
  });

  test('is written to by nobody, and staff still close the case', () => {
    const taken = play(aConnected(), [{ kind: 'withdraw', at: NOON }]);
    expect(() => step(taken, { kind: 'staff-message', staffId: ANA, talkIndex: 9, at: NOON })).toThrow(
      'withdrawn',
    );
    expect(step(taken, { kind: 'close', staffId: ANA, disposition: 'd', at: NOON }).case.status).toBe(
      'closed',
    );
  });

  test('is not handed on when the claim lapses, unless it is an emergency', () => {
    const back = (state: Case): string =>
      play(state, [
        { kind: 'withdraw', at: NOON },
        { kind: 'staff-gone', staffId: ANA, at: NOON },
      ]).status;
    expect([back(aClaimed('urgent')), back(aClaimed('emergency'))]).toEqual(['abandoned', 'returned']);
  });

  test('may agree again: an emergency keeps its place and its text joins it', () => {
    const taken = play(aQueued('emergency'), [{ kind: 'withdraw', at: NOON + MINUTE }]);
    const again = play(taken, agreeing(buildSummary(aConversation('emergency')), NOON + 2 * MINUTE));
    expect(again).toMatchObject({ status: 'queued', queuedAt: NOON, minimal: false, person: 'here' });
  });
});

describe('a person who sends STOP', () => {
  test.each([aQueued(), aClaimed(), aConnected()])('changes sending and nothing else', (state) => {
    const done = step(state, { kind: 'sending', canReply: false, at: NOON });
    expect(done).toEqual({ case: { ...state, canReply: false }, effects: [], lines: [], shred: false });
  });
});

describe('a person who comes back', () => {
  test('within half an hour is the same person, later staff are told it may not be', () => {
    const soon = play(aConnected(), [{ kind: 'person-message', at: NOON + 29 * MINUTE }]);
    const late = play(aConnected(), [{ kind: 'person-message', at: NOON + 30 * MINUTE }]);
    expect([soon.idleReturnAt, late.idleReturnAt]).toEqual([null, NOON + 30 * MINUTE]);
  });

  test('after leaving is here again', () => {
    const back = play(aQueued(), [
      { kind: 'leave', at: NOON },
      { kind: 'person-message', at: NOON },
    ]);
    expect(back).toMatchObject({ person: 'here', canReply: true });
  });
});

describe('the life-danger exception', () => {
  const offer = { kind: 'offer', at: NOON } as const;
  const asked = play(anOffered(aConversation('emergency')), [offer], WITH_MINIMAL);
  const inDanger = aConversation('emergency', { case: asked });
  const minute = { now: NOON + MINUTE };

  test('starts its clock with the question', () => {
    expect(kinds(step(anOffered(inDanger), offer, WITH_MINIMAL))).toEqual(['timer minimal-handoff +60']);
    expect(kinds(step(anOffered(inDanger), offer))).toEqual([]);
  });

  test('starts it anew when the danger comes after an earlier offer', () => {
    const early = play(anOffered(aConversation('urgent')), [offer], WITH_MINIMAL);
    const at = NOON + 5 * MINUTE;
    const risen = step(early, { kind: 'rise', level: 'emergency', reasons: [GUN], at }, WITH_MINIMAL);
    expect(risen.case.consent.at).toBe(at);
    expect(kinds(risen)).toEqual(['timer minimal-handoff +360']);
  });

  test.each<[string, Conversation, Parameters<typeof minimalHandoffDue>[2], boolean]>([
    ['after a minute without an answer', inDanger, minute, true],
    ['before the minute is over', inDanger, { now: NOON + MINUTE - 1 }, false],
    ['at the next message, still an emergency', inDanger, { now: NOON + 5, messageLevel: 'emergency' }, true],
    ['at the next message, no longer one', inDanger, { now: NOON + 5, messageLevel: 'none' }, false],
    ['at the very message that raised it', inDanger, { now: NOON, messageLevel: 'emergency' }, false],
    [
      'by the classifier alone',
      { ...inDanger, reasons: [{ ...GUN, source: 'classifier' as const }] },
      minute,
      false,
    ],
    ['below an emergency', { ...inDanger, level: 'urgent' as const }, minute, false],
    ['without a case', { ...inDanger, case: null }, minute, false],
    ['after a no', { ...inDanger, case: play(asked, [{ kind: 'decline', at: NOON }]) }, minute, false],
    [
      'after a no and a new offer',
      { ...inDanger, case: play(asked, [{ kind: 'decline', at: NOON }, offer]) },
      minute,
      false,
    ],
    [
      'after the person left',
      { ...inDanger, case: play(asked, [{ kind: 'leave', at: NOON }]) },
      minute,
      false,
    ],
  ])('the exception and an emergency %s', (_, conversation, moment, due) => {
    expect(minimalHandoffDue(conversation, WITH_MINIMAL, moment)).toBe(due);
  });

  test('is never due where the deployer has not switched it on', () => {
    expect(minimalHandoffDue(inDanger, { ...WITH_MINIMAL, lifeDangerHandoff: 'off' }, minute)).toBe(false);
  });

  test('queues the case without its words and tells the person', () => {
    const done = step(asked, { kind: 'minimal', at: NOON + MINUTE }, WITH_MINIMAL);
    expect(done.case).toMatchObject({
      status: 'queued',
      minimal: true,
      items: [],
      consent: { state: 'asked' },
    });
    expect(done.lines).toEqual(['bot:handoff.minimal-sent']);
    const corrected = play(done.case, [{ kind: 'correction', text: 'it was a film', at: NOON }]);
    expect(corrected.later).toEqual([{ at: NOON, text: '' }]);
  });

  test('a later yes adds the words and keeps the place', () => {
    const queued = play(asked, [{ kind: 'minimal', at: NOON + MINUTE }], WITH_MINIMAL);
    const agreed = play(queued, agreeing(buildSummary(inDanger), NOON + 2 * MINUTE));
    expect(agreed).toMatchObject({ minimal: false, queuedAt: NOON + MINUTE, consent: { state: 'given' } });
  });

  test.each(['decline', 'withdraw'] as const)(
    'an explicit no always wins: %s takes it out of the queue',
    (kind) => {
      const queued = play(asked, [{ kind: 'minimal', at: NOON + MINUTE }], WITH_MINIMAL);
      const done = step(queued, { kind, at: NOON + 2 * MINUTE });
      expect(done.case).toMatchObject({ status: 'abandoned', consent: { state: 'refused' } });
      expect(kinds(done)).toEqual(['dequeue', 'alarm withdrawn']);
    },
  );

  test('a no after somebody claimed it leaves the claim to them, and it never returns to the queue', () => {
    const claimed = play(asked, [
      { kind: 'minimal', at: NOON + MINUTE },
      { kind: 'claim', staffId: ANA, at: NOON + MINUTE },
      { kind: 'decline', at: NOON + 2 * MINUTE },
    ]);
    expect(claimed.status).toBe('claimed');
    expect(play(claimed, [{ kind: 'release', staffId: ANA, at: NOON + 3 * MINUTE }]).status).toBe(
      'abandoned',
    );
  });
});

test('whoever takes out the state takes out the place that tells it, and can put the place back', () => {
  const line = (id: 'state' | 'place') =>
    ({ id, kind: id, key: id, params: {}, quote: id === 'place' ? 'Houston' : null, struck: false }) as const;
  const shown = play(anOffered(aConversation()), [
    { kind: 'preview', items: [line('state'), line('place')], at: NOON },
    { kind: 'strike', ids: ['state'], at: NOON },
  ]);
  expect(shown.items.map(({ struck }) => struck)).toEqual([true, true]);
  const restored = play(shown, [{ kind: 'restore', ids: ['place'], at: NOON }]);
  expect(restored.items.map(({ struck }) => struck)).toEqual([true, false]);
});
