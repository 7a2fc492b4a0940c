// Moves the conversation's case by one event, and says and does what the machine asks for.
import {
  advanceCase,
  type CaseEvent,
  type CaseLine,
  type CaseRefusal,
  derivedId,
  isRefused,
} from '../core/index.js';
import { openCase } from '../handoff/index.js';
import { type Draft, set } from './draft.js';
import { sayLine } from './words.js';

type WithoutAt<Event> = Event extends CaseEvent ? Omit<Event, 'at'> : never;

/** The refusal, or null when the step was taken. No case: nothing happens. */
export function stepCase(draft: Draft, event: WithoutAt<CaseEvent>): CaseRefusal | null {
  const before = draft.conversation.case;
  if (!before) return null;
  const step = advanceCase(before, { ...event, at: draft.world.now } as CaseEvent, draft.world.handoff);
  if (isRefused(step)) return step.refused;
  set(draft, { case: step.case });
  draft.effects.push(...step.effects);
  if (step.shred) draft.effects.push({ kind: 'shred', part: 'case' });
  for (const line of step.lines) sayCaseLine(draft, line);
  return null;
}

const CHOICES: Partial<Record<CaseLine, readonly string[]>> = {
  'bot:handoff.queued': ['withdraw', 'hide'],
  'bot:handoff.minimal-sent': ['person', 'withdraw'],
  'bot:handoff.keep-place': ['keep-place'],
  'bot:handoff.returned': ['withdraw'],
};

function sayCaseLine(draft: Draft, line: CaseLine): void {
  const name = line.replace('bot:', '');
  const choices = draft.conversation.channel === 'sms' ? [] : (CHOICES[line] ?? []);
  sayLine(draft, name, { kind: line === 'bot:handoff.safety' ? 'safety' : 'line', choices });
  if (line === 'bot:handoff.keep-place') set(draft, { offered: [{ id: 'keep-place', label: '' }] });
}

/** Offers a person: opens a case when there is none that can still be offered. */
export function offerCase(draft: Draft): void {
  const current = draft.conversation.case;
  if (!current || current.status === 'closed') {
    const { desk, now } = draft.world;
    set(draft, {
      case: openCase(draft.conversation, desk, { now, newId: (part) => derivedId(draft.inbound.id, part) }),
    });
  }
  stepCase(draft, { kind: 'offer' });
}
