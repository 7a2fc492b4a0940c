// Whatever order things happen in: a case that a person agreed to hand over is never silently lost (trust.md T4, F17).
import fc from 'fast-check';
import {
  advanceCase,
  botMaySpeak,
  type Case,
  type CaseEvent,
  caseSchema,
  type Effect,
  isClaimed,
  isRefused,
  type Level,
  levelRank,
  OPEN,
  rankOf,
  type StaffId,
  WAITING,
} from '../../src/core/index.js';
import { buildSummary } from '../../src/handoff/index.js';
import { ANA, aConversation, agreeing, anOffered, BEN, GUN, NOON, play, WITH_MINIMAL } from './a-case.js';

type Draw = { readonly pause: number; readonly pick: number; readonly what: (at: number) => CaseEvent };
interface Seen {
  readonly state: Case;
  /** What the queue index holds for the case: its rank, or nothing. */
  readonly queued: number | null;
  readonly timers: readonly Extract<Effect, { kind: 'timer' }>[];
}

const staffIds = fc.constantFrom<StaffId>(ANA, BEN);
const levels = fc.constantFrom<Level>('emergency', 'urgent', 'elevated', 'routine');
const items = buildSummary(aConversation('urgent'), { words: 'CANARY' });
const ids = fc.subarray(items.map(({ id }) => id));

const byPerson = fc.oneof(
  fc
    .constantFrom('hide', 'erase', 'leave', 'person-message', 'minimal', 'offer')
    .map((kind) => (at: number) => ({ kind, at }) as CaseEvent),
  fc.constant((at: number): CaseEvent => ({ kind: 'preview', items, at })),
  fc.constant((at: number): CaseEvent => ({ kind: 'consent', wording: 'w', language: 'en', at })),
  fc.tuple(fc.constantFrom('strike' as const, 'restore' as const), ids).map(
    ([kind, which]) =>
      (at: number): CaseEvent => ({ kind, ids: which, at }),
  ),
  levels.map(
    (level) =>
      (at: number): CaseEvent => ({ kind: 'rise', level, reasons: [GUN], at }),
  ),
  fc.constant((at: number): CaseEvent => ({ kind: 'correction', text: 'CANARY', at })),
  fc.boolean().map(
    (canReply) =>
      (at: number): CaseEvent => ({ kind: 'sending', canReply, at }),
  ),
);
const takingBack = fc.constantFrom('withdraw' as const, 'decline' as const).map(
  (kind) =>
    (at: number): CaseEvent => ({ kind, at }),
);
const byStaff = fc.oneof(
  fc.tuple(fc.constantFrom('claim', 'release', 'staff-gone', 'staff-activity'), staffIds).map(
    ([kind, staffId]) =>
      (at: number) =>
        ({ kind, staffId, at }) as CaseEvent,
  ),
  staffIds.map(
    (staffId) =>
      (at: number): CaseEvent => ({ kind: 'staff-message', staffId, talkIndex: 3, at }),
  ),
  staffIds.map(
    (staffId) =>
      (at: number): CaseEvent => ({ kind: 'note', staffId, text: 'CANARY', at }),
  ),
  fc.tuple(staffIds, levels).map(
    ([staffId, level]) =>
      (at: number): CaseEvent => ({ kind: 'lower-level', staffId, level, at }),
  ),
);
const claiming = staffIds.map(
  (staffId) =>
    (at: number): CaseEvent => ({ kind: 'claim', staffId, at }),
);
const closing = staffIds.map(
  (staffId) =>
    (at: number): CaseEvent => ({ kind: 'close', staffId, disposition: 'd', at }),
);

function draws(...of: fc.Arbitrary<(at: number) => CaseEvent>[]): fc.Arbitrary<Draw[]> {
  const pause = fc.constantFrom(0, 1000, 31_000, 95_000, 11 * 60_000, 25 * 3_600_000);
  const draw = fc.record({ pause, pick: fc.nat(), what: fc.oneof(...of) });
  return fc.array(draw, { maxLength: 60, size: 'max' });
}

function indexAfter(before: number | null, effects: readonly Effect[]): number | null {
  return effects.reduce((now, effect) => {
    if (effect.kind === 'enqueue') return effect.entry.rank;
    return effect.kind === 'dequeue' ? null : now;
  }, before);
}

function apply(
  seen: Seen,
  event: CaseEvent,
): Seen & { readonly effects: readonly Effect[]; readonly lines: readonly string[] } {
  const done = advanceCase(seen.state, event, WITH_MINIMAL);
  if (isRefused(done)) return { ...seen, effects: [], lines: [] };
  const timers = [...seen.timers, ...done.effects.filter((effect) => effect.kind === 'timer')];
  return { ...done, state: done.case, timers, queued: indexAfter(seen.queued, done.effects) };
}

/** Plays the draws; every third pick fires a timer that is due instead. Calls `check` after each event. */
function walk(
  start: Seen,
  drawn: readonly Draw[],
  check: (before: Seen, event: CaseEvent, after: ReturnType<typeof apply>) => void,
): Seen {
  let seen = start;
  let at = NOON;
  for (const { pause, pick, what } of drawn) {
    at += pause;
    const due = seen.timers.filter(({ name, dueAt }) => dueAt <= at && name !== 'minimal-handoff');
    const timer = pick % 3 === 0 ? due[pick % Math.max(1, due.length)] : undefined;
    const event = timer
      ? ({ kind: 'timer', name: timer.name, dueAt: timer.dueAt, at } as CaseEvent)
      : what(at);
    const after = apply(seen, event);
    check(seen, event, after);
    seen = after;
  }
  return seen;
}

const opened: Seen = { state: anOffered(aConversation('urgent')), queued: null, timers: [] };
const agreed: Seen = agreeing(items).reduce<Seen>(apply, opened);

function expectSound(before: Seen, event: CaseEvent, after: ReturnType<typeof apply>): void {
  const { state, queued, effects, lines } = after;
  caseSchema.parse(state);
  expect(isClaimed(state) || state.status === 'closed').toBe(state.claimedBy !== null);
  expect(queued).toBe(WAITING.includes(state.status) ? rankOf(state.level, state.queuedAt ?? 0) : null);
  if (OPEN.includes(before.state.status) && OPEN.includes(state.status)) {
    expect(state.queuedAt).toBe(before.state.queuedAt);
  }
  if (event.kind !== 'lower-level') {
    expect(levelRank(state.level)).toBeGreaterThanOrEqual(levelRank(before.state.level));
  }
  if (before.state.status === 'closed') expect([effects, lines]).toEqual([[], []]);
  if (state.status === 'connected' && state.person !== 'withdrew') {
    expect(botMaySpeak(state)).toBe('safety-only');
    expect(lines.filter((line) => line !== 'bot:handoff.safety')).toEqual([]);
  }
}

const runs = { numRuns: 400 };

test('whatever happens, the record is sound, the queue index agrees with it and a closed case does nothing', () => {
  fc.assert(
    fc.property(draws(byPerson, takingBack, claiming, byStaff, closing), (drawn) => {
      walk(opened, drawn, expectSound);
    }),
    runs,
  );
});

test('hide, erase, STOP, leaving and lost consoles never take an agreed case from staff: only closing does', () => {
  fc.assert(
    fc.property(draws(byPerson, byStaff), (drawn) => {
      walk(agreed, drawn, (_, __, after) => expect(OPEN).toContain(after.state.status));
    }),
    runs,
  );
});

test('a claimed case ends only by the hand that holds it', () => {
  fc.assert(
    fc.property(draws(byPerson, takingBack, claiming, byStaff, closing), (drawn) => {
      walk(agreed, drawn, (before, event, after) => {
        if (!isClaimed(before.state) || after.state.status !== 'closed') return;
        expect(event).toMatchObject({ kind: 'close', staffId: before.state.claimedBy });
      });
    }),
    runs,
  );
});

test('a case never has two claimers: from one hand to another it passes through the queue', () => {
  fc.assert(
    fc.property(draws(byPerson, claiming, byStaff), (drawn) => {
      walk(agreed, drawn, (before, _, after) => {
        const hands = new Set(
          [before.state.claimedBy, after.state.claimedBy].filter((hand) => hand !== null),
        );
        expect(hands.size).toBeLessThanOrEqual(1);
      });
    }),
    runs,
  );
});

test('an emergency stays in the queue or in a hand even when the person withdraws', () => {
  const emergency = play(agreed.state, [{ kind: 'rise', level: 'emergency', reasons: [GUN], at: NOON }]);
  const start = { ...agreed, state: emergency, queued: rankOf('emergency', NOON) };
  const withoutLowering = byStaff.filter((what) => what(NOON).kind !== 'lower-level');
  fc.assert(
    fc.property(draws(byPerson, takingBack, withoutLowering), (drawn) => {
      walk(start, drawn, (_, __, after) => expect(OPEN).toContain(after.state.status));
    }),
    runs,
  );
});

test('the safety line is said at most once in ten minutes', () => {
  fc.assert(
    fc.property(draws(byPerson, byStaff), (drawn) => {
      let last = Number.NEGATIVE_INFINITY;
      walk(agreed, drawn, (_, event, after) => {
        if (!after.lines.includes('bot:handoff.safety')) return;
        expect(event.at - last).toBeGreaterThanOrEqual(600_000);
        last = event.at;
      });
    }),
    runs,
  );
});

test('of a hundred who claim at once, each against the version they read, exactly one commit stands', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => `staff-${index}` as StaffId);
  const results = hundred.reduce<{ state: Case; won: string[] }>(
    ({ state, won }, staffId) => {
      // A loser's commit conflicts, so it runs again on the winner's record: that is what this fold does.
      const done = advanceCase(state, { kind: 'claim', staffId, at: NOON }, WITH_MINIMAL);
      return isRefused(done) ? { state, won } : { state: done.case, won: [...won, staffId] };
    },
    { state: agreed.state, won: [] },
  );
  expect(results.won).toEqual(['staff-0']);
});
