// Cases for tests: opened by the real openCase, brought to a status by real events. Times are minutes after NOON.
import {
  advanceCase,
  asId,
  type Case,
  type CaseChange,
  type CaseEvent,
  type Conversation,
  type ConversationId,
  DEFAULT_HANDOFF,
  type HandoffSettings,
  isRefused,
  type Level,
  newConversation,
  type Reason,
  type StaffId,
  type SummaryItem,
  type TenantId,
} from '../../src/core/index.js';
import { buildSummary, openCase } from '../../src/handoff/index.js';

export const NOON = Date.UTC(2026, 10, 22, 12);
export const ANA = asId<StaffId>('ana');
export const BEN = asId<StaffId>('ben');
export const WITH_MINIMAL: HandoffSettings = { ...DEFAULT_HANDOFF, lifeDangerHandoff: 'minimal' };

export const GUN: Reason = {
  source: 'signal',
  id: 'weapon-now',
  kind: 'danger',
  level: 'emergency',
  text: 'outside my door with a gun',
  start: 4,
  end: 30,
};
export const NO_PAY: Reason = {
  source: 'signal',
  id: 'controlled-work',
  kind: 'danger',
  level: 'urgent',
  text: 'makes me clean houses all day',
  start: 8,
  end: 37,
};

export function aConversation(level: Level = 'urgent', changes: Partial<Conversation> = {}): Conversation {
  const start = newConversation({
    id: asId<ConversationId>('c'.repeat(43)),
    tenant: asId<TenantId>('demo'),
    channel: 'web',
    delivery: 'pull',
    language: 'en',
    now: NOON,
  });
  const reasons = level === 'emergency' ? [GUN] : [NO_PAY];
  return { ...start, level, reasons, recent: [{ at: NOON, text: reasons[0]?.text ?? '' }], ...changes };
}

export function anOffered(conversation: Conversation): Case {
  return openCase(conversation, { id: 'night' }, { now: NOON, newId: (part) => `${part}-of-one` });
}

/** The change an event makes; fails the test when it is refused. */
export function step(state: Case, event: CaseEvent, settings = DEFAULT_HANDOFF): CaseChange {
  const done = advanceCase(state, event, settings);
  if (isRefused(done)) throw new Error(`${event.kind} was refused: ${done.refused}`);
  return done;
}

/** Why an event is refused; undefined when it is not. */
export function refusal(state: Case, event: CaseEvent): string | undefined {
  const done = advanceCase(state, event, DEFAULT_HANDOFF);
  return isRefused(done) ? done.refused : undefined;
}

export function play(state: Case, events: readonly CaseEvent[], settings = DEFAULT_HANDOFF): Case {
  return events.reduce((now, event) => step(now, event, settings).case, state);
}

export function agreeing(items: readonly SummaryItem[], at = NOON): CaseEvent[] {
  return [
    { kind: 'offer', at },
    { kind: 'preview', items, at },
    { kind: 'consent', wording: 'bot:handoff.consent@1', language: 'en', at },
  ];
}

/** Consented and in the queue since NOON. */
export function aQueued(level: Level = 'urgent', changes: Partial<Conversation> = {}): Case {
  const conversation = aConversation(level, changes);
  return play(anOffered(conversation), agreeing(buildSummary(conversation)));
}

export function aClaimed(level: Level = 'urgent', changes: Partial<Conversation> = {}): Case {
  return play(aQueued(level, changes), [{ kind: 'claim', staffId: ANA, at: NOON + 10_000 }]);
}

export function aConnected(level: Level = 'urgent', changes: Partial<Conversation> = {}): Case {
  return play(aClaimed(level, changes), [
    { kind: 'staff-message', staffId: ANA, talkIndex: 6, at: NOON + 20_000 },
  ]);
}

export function kinds(change: CaseChange): string[] {
  return change.effects.map((effect) => {
    if (effect.kind === 'timer') return `timer ${effect.name} +${(effect.dueAt - NOON) / 1000}`;
    return effect.kind === 'alarm' ? `alarm ${effect.alarm}` : effect.kind;
  });
}
