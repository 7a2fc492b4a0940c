// What every message of a person changes before anything is read in it: clocks, session, the idle restart, the talk.
import { MINUTE_MS, OPEN, type PersonInbound, type Reason, unknownFacts } from '../core/index.js';
import { stepCase } from './case-step.js';
import { type Draft, set, tagOf } from './draft.js';

const BURST_MS = 90_000;
const BURST_MESSAGES = 20;

/** Records the message. A long gap first makes the conversation neutral: the phone may be in another hand. */
export function arrive(draft: Draft, inbound: PersonInbound): void {
  if (isIdle(draft)) restartNeutral(draft);
  const { now } = draft.world;
  const { conversation } = draft;
  set(draft, {
    lastPersonAt: now,
    delivery: inbound.delivery,
    sessionHash: conversation.sessionHash ?? inbound.hints.sessionHash ?? null,
    replyTo: inbound.hints.replyTo ?? conversation.replyTo,
    arrivals: [...conversation.arrivals.filter((at) => at > now - MINUTE_MS), now],
    recent: recentWith(conversation.recent, inbound.text, now),
  });
  record(draft, inbound);
  if (conversation.case) stepCase(draft, { kind: 'person-message' });
}

function isIdle(draft: Draft): boolean {
  const { conversation, world } = draft;
  const open = conversation.case !== null && OPEN.includes(conversation.case.status);
  return conversation.welcomed && !open && world.now - conversation.lastPersonAt > world.handoff.idleMs;
}

/** Keeps the level and what it rests on, without a word of it: nothing said earlier is shown or shared again. */
function restartNeutral(draft: Draft): void {
  const { conversation, world } = draft;
  set(draft, {
    earlier: { facts: conversation.facts, reasons: conversation.reasons.map(withoutWords), at: world.now },
    facts: unknownFacts(),
    reasons: conversation.reasons.map(withoutWords),
    dialog: null,
    offered: [],
    lastQuestion: null,
    told: [],
    recent: [],
    talkFrom: conversation.talkCount,
  });
  if (conversation.case) stepCase(draft, { kind: 'leave' });
}

function withoutWords(reason: Reason): Reason {
  return { ...reason, text: '', start: 0, end: 0 };
}

function recentWith(
  recent: Draft['conversation']['recent'],
  text: string,
  now: number,
): Draft['conversation']['recent'] {
  const kept = recent.filter(({ at }) => at > now - BURST_MS);
  return text === '' ? kept : [...kept, { at: now, text }];
}

function record(draft: Draft, inbound: PersonInbound): void {
  if (inbound.action === 'start' && inbound.text === '') return;
  draft.entries.push({
    from: 'person',
    id: inbound.id,
    at: draft.world.now,
    text: inbound.text,
    language: tagOf(draft),
    ...(inbound.action === undefined ? {} : { action: inbound.action }),
  });
}

/** Over 20 messages a minute are read and answered once: only the first beyond the limit gets an answer. */
export function isFlooding(draft: Draft): boolean {
  return draft.conversation.arrivals.length > BURST_MESSAGES + 1;
}

/** The messages of the last 90 s as one text, and where the newest begins in it. */
export function joinedBurst(draft: Draft): { text: string; newFrom: number } {
  const texts = draft.conversation.recent.map(({ text }) => text);
  const newest = texts.at(-1) ?? '';
  const text = texts.join('\n');
  return { text, newFrom: text.length - newest.length };
}
