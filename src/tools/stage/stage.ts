// One whole conversation without a server: a person, a staff member and the clock take turns on a value in memory.
// The turns are the very ones that people get; timers that a turn sets fall due as the clock is moved.
import {
  asId,
  type CaseId,
  type ChannelKind,
  type Conversation,
  type ConversationId,
  DEFAULT_HANDOFF,
  type DeskId,
  derivedId,
  type Effect,
  type Inbound,
  type InboundId,
  newConversation,
  type Reply,
  SECOND_MS,
  type StaffAct,
  type StaffId,
  type TenantId,
} from '../../core/index.js';
import { takeTurn } from '../../turn/index.js';
import type { Brain } from '../../wiring/index.js';

export interface StageOptions {
  readonly channel: ChannelKind;
  /** The tag that the conversation begins in. */
  readonly language: string;
  readonly desk: 'staffed' | 'nobody-now' | 'closed';
}

/** What happened in one step: what was said to the person, and why a staff act was turned away. */
export interface Happened {
  readonly replies: readonly Reply[];
  readonly refused: string | null;
}

export interface Stage {
  readonly conversation: Conversation;
  say(text: string): Happened;
  /** A button: the id of a choice, or a verb of the channel such as `start`, `hide`, `erase`. */
  press(action: string): Happened;
  /** Moves the clock; timers fall due on the way, in order. */
  wait(ms: number): Happened;
  staff(act: StaffAct): Happened;
}

type Timer = Extract<Effect, { kind: 'timer' }>;

interface Scene {
  readonly brain: Brain;
  readonly options: StageOptions;
  conversation: Conversation;
  now: number;
  count: number;
  timers: Timer[];
}

const DESK = 'demo';
const TENANT = asId<TenantId>('demo');
const STAFF = asId<StaffId>('staff-1');
const ID = asId<ConversationId>(derivedId('stage'));
/** Between two steps, so that nothing happens at the same instant. */
const STEP_MS = 2 * SECOND_MS;

/** Begins at a fixed instant, so that a recorded conversation reads the same every day. */
export function openStage(brain: Brain, options: StageOptions, startAt: number): Stage {
  const scene: Scene = {
    ...{ brain, options, now: startAt, count: 0, timers: [] },
    conversation: freshConversation(options, startAt),
  };
  return {
    get conversation() {
      return scene.conversation;
    },
    say: (text) => step(scene, () => fromPerson(scene, text, undefined)),
    press: (action) => step(scene, () => fromPerson(scene, '', action)),
    wait: (ms) => moveClock(scene, scene.now + ms),
    staff: (act) => step(scene, () => fromStaff(scene, act)),
  };
}

function freshConversation({ channel, language }: StageOptions, now: number): Conversation {
  return newConversation({ id: ID, tenant: TENANT, channel, delivery: 'inline', language, now });
}

function step(scene: Scene, act: () => Happened): Happened {
  const due = moveClock(scene, scene.now + STEP_MS);
  const happened = act();
  return { ...happened, replies: [...due.replies, ...happened.replies] };
}

function moveClock(scene: Scene, until: number): Happened {
  const replies: Reply[] = [];
  for (;;) {
    const [next] = scene.timers
      .filter(({ dueAt }) => dueAt <= until)
      .sort((one, two) => one.dueAt - two.dueAt);
    if (!next) break;
    scene.timers = scene.timers.filter((timer) => timer !== next);
    scene.now = Math.max(scene.now, next.dueAt);
    const { name, caseId, dueAt } = next;
    const inbound = { from: 'timer' as const, name, dueAt, ...(caseId === undefined ? {} : { caseId }) };
    replies.push(...take(scene, { ...inboundAt(scene), ...inbound }).replies);
  }
  scene.now = until;
  return { replies, refused: null };
}

function inboundAt(scene: Scene) {
  scene.count += 1;
  return {
    id: asId<InboundId>(`stage-${scene.count}`),
    tenant: TENANT,
    channel: scene.options.channel,
    conversationId: ID,
    receivedAt: scene.now,
  };
}

/** After hiding or erasing, the session is over: whoever writes next begins anew. */
function fromPerson(scene: Scene, text: string, action: string | undefined): Happened {
  if (scene.conversation.revoked) scene.conversation = freshConversation(scene.options, scene.now);
  const person = { from: 'person' as const, delivery: 'inline' as const, text, hints: {} };
  return take(scene, { ...inboundAt(scene), ...person, ...(action === undefined ? {} : { action }) });
}

function fromStaff(scene: Scene, act: StaffAct): Happened {
  const caseId = asId<CaseId>(scene.conversation.case?.id ?? '');
  const deskId = asId<DeskId>(DESK);
  return take(scene, { ...inboundAt(scene), from: 'staff', staffId: STAFF, deskId, caseId, act });
}

/** An erased record is gone; what a hidden one leaves of its case stays for staff. */
function take(scene: Scene, inbound: Inbound): Happened {
  const turn = takeTurn(scene.conversation, inbound, worldOf(scene));
  if (turn.refused !== null) return { replies: turn.replies, refused: turn.refused };
  const gone = turn.effects.some(({ kind }) => kind === 'forget');
  scene.timers = gone ? [] : [...scene.timers, ...turn.effects.filter((effect) => effect.kind === 'timer')];
  scene.conversation = gone
    ? freshConversation(scene.options, scene.now)
    : { ...turn.conversation, talkCount: scene.conversation.talkCount + turn.entries.length };
  return { replies: turn.replies, refused: null };
}

function worldOf({ brain, options, now }: Scene) {
  const desk = brain.content.knowledge.desks.get(DESK);
  if (!desk) throw new Error(`knowledge/desks.yaml has no ${DESK}`);
  const languages = [...brain.content.locales.byTag.keys()];
  return brain.world({
    now,
    tenant: { id: TENANT, name: 'Demo', languages, defaultLanguage: 'en' },
    deskId: DESK,
    ...{ desk, deskState: options.desk, handoff: DEFAULT_HANDOFF, recognised: null },
  });
}
