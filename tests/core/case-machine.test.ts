// Handing over, step by step: what the desk and the person see happen.
import {
  advanceCase,
  botMaySpeak,
  type Case,
  type CaseTimer,
  DEFAULT_HANDOFF,
  rankOf,
  staffTalkFrom,
} from '../../src/core/index.js';
import { buildSummary } from '../../src/handoff/index.js';
import {
  ANA,
  aClaimed,
  aConnected,
  aConversation,
  agreeing,
  anOffered,
  aQueued,
  BEN,
  GUN,
  kinds,
  NOON,
  play,
  refusal,
  step,
} from './a-case.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function fire(state: Case, name: CaseTimer, dueAt: number) {
  return step(state, { kind: 'timer', name, dueAt, at: dueAt });
}

describe('agreeing', () => {
  const offered = anOffered(aConversation());
  const items = buildSummary(aConversation());

  test('a yes to the shown summary puts the case in the queue and starts its clocks', () => {
    const shown = play(offered, agreeing(items).slice(0, 2));
    const done = step(shown, { kind: 'consent', wording: 'w@1', language: 'es', at: NOON });
    expect(done.case).toMatchObject({ status: 'queued', queuedAt: NOON, minimal: false });
    expect(done.case.consent).toMatchObject({ state: 'given', wording: 'w@1', language: 'es', at: NOON });
    expect(kinds(done)).toEqual([
      'enqueue',
      'alarm ring',
      'timer second-ring +30',
      'timer supervisor +60',
      'timer tell-person +120',
    ]);
  });

  test('an elevated case is told at 5 minutes and its supervisor at 10, without a second ring', () => {
    const shown = play(anOffered(aConversation('elevated')), agreeing(items).slice(0, 2));
    const done = step(shown, { kind: 'consent', wording: 'w', language: 'en', at: NOON });
    expect(kinds(done).slice(2)).toEqual(['timer supervisor +600', 'timer tell-person +300']);
  });

  test('what the person struck is outside the scope, and so is what they never switched on', () => {
    const shown = play(offered, [
      ...agreeing(items).slice(0, 2),
      { kind: 'strike', ids: ['language'], at: NOON },
    ]);
    const done = step(shown, { kind: 'consent', wording: 'w', language: 'en', at: NOON });
    expect(done.case.consent.scope).toEqual(['reason:controlled-work']);
  });

  test('a line struck after the yes leaves the scope at once, and one restored joins it', () => {
    const struck = play(aQueued(), [{ kind: 'strike', ids: ['reason:controlled-work'], at: NOON }]);
    expect(struck.consent.scope).toEqual(['language']);
    const shared = play(struck, [{ kind: 'restore', ids: ['talk'], at: NOON }]);
    expect(shared.consent.scope).toEqual(['language', 'talk']);
    expect(staffTalkFrom(shared)).toBe(0);
  });

  test('new words are not slipped behind an old yes', () => {
    expect(refusal(aQueued(), { kind: 'preview', items, at: NOON })).toBe('already-agreed');
  });

  test('a yes to nothing shown is no yes', () => {
    expect(refusal(offered, { kind: 'consent', wording: 'w', language: 'en', at: NOON })).toBe('not-asked');
  });

  test('a no keeps nothing and queues nothing', () => {
    const done = step(play(offered, agreeing(items).slice(0, 2)), { kind: 'decline', at: NOON });
    expect(done.case).toMatchObject({ status: 'declined', items: [], consent: { state: 'refused' } });
    expect(done).toMatchObject({ effects: [], lines: ['bot:handoff.declined'] });
  });

  test('no answer to the summary is not a yes: after ten minutes nothing of it is kept', () => {
    const shown = play(offered, agreeing(items).slice(0, 2));
    const done = fire(shown, 'idle-preview', NOON + 10 * MINUTE);
    expect(done.case).toMatchObject({ status: 'abandoned', items: [] });
    expect(done.lines).toEqual(['bot:handoff.preview-expired']);
  });

  test('a person still writing is given their ten minutes from the last message', () => {
    const shown = play(offered, [
      ...agreeing(items).slice(0, 2),
      { kind: 'person-message', at: NOON + 4 * MINUTE },
    ]);
    expect(kinds(fire(shown, 'idle-preview', NOON + 10 * MINUTE))).toEqual(['timer idle-preview +840']);
  });
});

describe('the queue', () => {
  test('orders by level, then by the longer wait', () => {
    const order = [
      rankOf('elevated', NOON),
      rankOf('urgent', NOON + 5),
      rankOf('emergency', NOON + 9),
      rankOf('urgent', NOON),
    ].sort((one, two) => one - two);
    expect(order).toEqual([
      rankOf('emergency', NOON + 9),
      rankOf('urgent', NOON),
      rankOf('urgent', NOON + 5),
      rankOf('elevated', NOON),
    ]);
  });

  test('rings again at 30 s, calls the supervisor at 60 s, and tells the person the truth at 120 s', () => {
    const second = fire(aQueued(), 'second-ring', NOON + 30 * SECOND);
    const supervisor = fire(second.case, 'supervisor', NOON + 60 * SECOND);
    const told = fire(supervisor.case, 'tell-person', NOON + 120 * SECOND);
    expect([...kinds(second), ...kinds(supervisor), ...kinds(told)]).toEqual([
      'alarm second-ring',
      'alarm supervisor',
    ]);
    expect(told.lines).toEqual(['bot:handoff.nobody-yet']);
    expect(told.case).toMatchObject({ status: 'overflowed', queuedAt: NOON });
  });

  test.each(['second-ring', 'supervisor', 'tell-person', 'keep-place'] as const)(
    'the %s timer does nothing once somebody holds the case',
    (name) => {
      const claimed = aClaimed();
      expect(fire(claimed, name, NOON + 30 * SECOND)).toEqual({
        case: claimed,
        effects: [],
        lines: [],
        shred: false,
      });
    },
  );

  test('a rise moves a waiting case forward with its original clock and starts the faster clocks', () => {
    const at = NOON + 3 * MINUTE;
    const done = step(aQueued('elevated'), { kind: 'rise', level: 'emergency', reasons: [GUN], at });
    expect(done.effects[0]).toMatchObject({ kind: 'enqueue', entry: { rank: rankOf('emergency', NOON) } });
    expect(kinds(done).slice(1)).toEqual([
      'alarm rise',
      'timer second-ring +210',
      'timer supervisor +240',
      'timer tell-person +180',
    ]);
  });

  test('a text message that waits gets one neutral line at minute 12, and only one', () => {
    const sms = aQueued('urgent', { channel: 'sms' });
    const asked = fire(sms, 'keep-place', NOON + 12 * MINUTE);
    expect(asked.lines).toEqual(['bot:handoff.keep-place']);
    expect(fire(asked.case, 'keep-place', NOON + 24 * MINUTE).lines).toEqual([]);
  });
});

describe('claiming', () => {
  test('a second advocate cannot claim the same case', () => {
    expect(refusal(aClaimed(), { kind: 'claim', staffId: BEN, at: NOON + 11_000 })).toBe('already-claimed');
    expect(refusal(aConnected(), { kind: 'claim', staffId: BEN, at: NOON + MINUTE })).toBe('already-claimed');
  });

  test('claiming a case one already holds changes nothing', () => {
    const claimed = aClaimed();
    expect(step(claimed, { kind: 'claim', staffId: ANA, at: NOON + MINUTE }).case).toBe(claimed);
  });

  test('a case that nobody agreed to hand over cannot be claimed', () => {
    expect(refusal(anOffered(aConversation()), { kind: 'claim', staffId: ANA, at: NOON })).toBe(
      'not-waiting',
    );
  });

  test('leaves the queue, starts a lease and accepts the handoff', () => {
    const done = step(aQueued(), { kind: 'claim', staffId: ANA, at: NOON });
    expect(kinds(done)).toEqual(['dequeue', 'timer lease +90', 'status']);
  });

  test('an expired claim goes back to the front with its original clock', () => {
    const done = fire(aClaimed(), 'lease', NOON + 100 * SECOND);
    expect(done.case).toMatchObject({ status: 'returned', queuedAt: NOON, claimedBy: null, returns: 1 });
    expect(done.effects[0]).toMatchObject({ kind: 'enqueue', entry: { rank: rankOf('urgent', NOON) } });
    expect(kinds(done)).toContain('alarm returned');
    expect(done.lines).toEqual(['bot:handoff.returned']);
  });

  test('a claim that lapses twice calls the supervisor', () => {
    const once = fire(aClaimed(), 'lease', NOON + 100 * SECOND).case;
    const again = play(once, [{ kind: 'claim', staffId: BEN, at: NOON + 110 * SECOND }]);
    const done = fire(again, 'lease', NOON + 200 * SECOND);
    expect(done.case.returns).toBe(2);
    expect(kinds(done)).toContain('alarm supervisor');
  });

  test('a wait after a return rings again', () => {
    const rung = fire(fire(aQueued(), 'second-ring', NOON).case, 'supervisor', NOON).case;
    const claimed = play(rung, [{ kind: 'claim', staffId: ANA, at: NOON + 70_000 }]);
    const done = step(claimed, { kind: 'release', staffId: ANA, at: NOON + 130_000 });
    expect(kinds(done).slice(2)).toEqual([
      'timer second-ring +160',
      'timer supervisor +190',
      'timer tell-person +130',
    ]);
    expect(done.case.returns).toBe(0);
  });

  test('what the claimer does renews the lease, and the earlier timer finds nothing to do', () => {
    const noted = play(aClaimed(), [{ kind: 'note', staffId: ANA, text: 'calling back', at: NOON + 60_000 }]);
    expect(fire(noted, 'lease', NOON + 100 * SECOND).case.status).toBe('claimed');
    expect(fire(noted, 'lease', NOON + 150 * SECOND).case.status).toBe('returned');
  });

  test.each([
    ['before a word was said', aClaimed()],
    ['in the middle of the talk', aConnected()],
  ])('a console that vanishes %s gives the case back', (_, state) => {
    const done = step(state, { kind: 'staff-gone', staffId: ANA, at: NOON + 40_000 });
    expect(done.case).toMatchObject({ status: 'returned', claimedBy: null, connectedAt: null });
  });

  test('a laptop that wakes after its claim lapsed cannot write, note, lower, release or close', () => {
    const elsewhere = play(aClaimed(), [
      { kind: 'staff-gone', staffId: ANA, at: NOON + 40_000 },
      { kind: 'claim', staffId: BEN, at: NOON + 50_000 },
    ]);
    const late = { staffId: ANA, at: NOON + 60 * MINUTE };
    const acts = [
      { kind: 'staff-message', talkIndex: 9, ...late },
      { kind: 'note', text: 'x', ...late },
      { kind: 'lower-level', level: 'routine', ...late },
      { kind: 'release', ...late },
      { kind: 'close', disposition: 'done', ...late },
    ] as const;
    expect(acts.map((event) => refusal(elsewhere, event))).toEqual(acts.map(() => 'not-yours'));
    expect(step(elsewhere, { kind: 'staff-gone', ...late }).case).toBe(elsewhere);
  });
});

describe('speaking', () => {
  test('the first human message connects, ends the lease and opens the talk from there', () => {
    const connected = aConnected();
    expect(connected).toMatchObject({ status: 'connected', leaseUntil: null, talkFrom: 6 });
    expect(fire(connected, 'lease', NOON + 100 * SECOND).case).toBe(connected);
  });

  test.each([
    ['nobody was asked', null, 'all'],
    ['the case waits', aQueued(), 'all'],
    ['somebody claimed it', aClaimed(), 'safety-and-waiting'],
    ['a human spoke', aConnected(), 'safety-only'],
    ['it was given back', play(aConnected(), [{ kind: 'release', staffId: ANA, at: NOON }]), 'all'],
    [
      'it was closed',
      play(aConnected(), [{ kind: 'close', staffId: ANA, disposition: 'd', at: NOON }]),
      'all',
    ],
    ['the person withdrew', play(aConnected(), [{ kind: 'withdraw', at: NOON }]), 'all'],
  ] as const)('when %s the bot may say %s', (_, state, allowed) => {
    expect(botMaySpeak(state)).toBe(allowed);
  });

  test('a rise to emergency says the safety line in every open state, at most once in ten minutes', () => {
    for (const state of [aQueued(), aClaimed(), aConnected()]) {
      const first = step(state, { kind: 'rise', level: 'emergency', reasons: [GUN], at: NOON });
      expect(first.lines).toEqual(['bot:handoff.safety']);
      expect(kinds(first)).toContain('alarm rise');
      const soon = step(first.case, { kind: 'rise', level: 'emergency', reasons: [], at: NOON + 9 * MINUTE });
      expect([soon.lines, kinds(soon).includes('alarm rise')]).toEqual([[], true]);
      const later = step(first.case, {
        kind: 'rise',
        level: 'emergency',
        reasons: [],
        at: NOON + 10 * MINUTE,
      });
      expect(later.lines).toEqual(['bot:handoff.safety']);
    }
  });

  test('a correction is shown as a later line; the level stays', () => {
    const done = step(aQueued('emergency'), { kind: 'correction', text: 'never mind it is fine', at: NOON });
    expect(done.case.level).toBe('emergency');
    expect(done.case.later).toEqual([{ at: NOON, text: 'never mind it is fine' }]);
  });

  test('only the staff member who holds the case lowers its level, and only downwards', () => {
    const claimed = aClaimed('emergency');
    expect(refusal(claimed, { kind: 'lower-level', staffId: BEN, level: 'urgent', at: NOON })).toBe(
      'not-yours',
    );
    expect(refusal(claimed, { kind: 'lower-level', staffId: ANA, level: 'emergency', at: NOON })).toBe(
      'not-lower',
    );
    const lowered = step(claimed, { kind: 'lower-level', staffId: ANA, level: 'urgent', at: NOON });
    expect(lowered.case.level).toBe('urgent');
  });
});

describe('closing', () => {
  const closed = play(aConnected(), [
    { kind: 'close', staffId: ANA, disposition: 'safe plan made', at: NOON },
  ]);

  test('tells the person and the other side, and keeps the disposition', () => {
    const done = step(aConnected(), { kind: 'close', staffId: ANA, disposition: 'safe plan made', at: NOON });
    expect(done.case).toMatchObject({ status: 'closed', closedAt: NOON, disposition: 'safe plan made' });
    expect(kinds(done)).toEqual(['dequeue', 'status']);
    expect(done.lines).toEqual(['bot:handoff.closed']);
  });

  test('after it staff are refused, and clocks and the person change nothing', () => {
    expect(refusal(closed, { kind: 'claim', staffId: BEN, at: NOON })).toBe('closed');
    expect(refusal(closed, { kind: 'note', staffId: ANA, text: 'x', at: NOON })).toBe('closed');
    expect(fire(closed, 'supervisor', NOON).case).toBe(closed);
    expect(step(closed, { kind: 'rise', level: 'emergency', reasons: [GUN], at: NOON }).case).toBe(closed);
  });

  test('a person who erases after it takes the text at once', () => {
    const done = advanceCase(closed, { kind: 'erase', at: NOON }, DEFAULT_HANDOFF);
    expect(done).toMatchObject({ shred: true, effects: [], case: { items: [], later: [] } });
  });
});
