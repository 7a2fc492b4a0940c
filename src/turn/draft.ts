// The working value of one turn: a conversation being changed, and what is said and done on the way. Never leaves the room.
import type { Choice, Conversation, Effect, Inbound, Paragraph, Reply, TalkEntry } from '../core/index.js';
import { derivedId } from '../core/index.js';
import { SMS_WINDOW_MS } from '../handoff/index.js';
import type { Turn } from './turn.js';
import type { World } from './world.js';

export interface Draft {
  conversation: Conversation;
  readonly inbound: Inbound;
  readonly world: World;
  readonly entries: TalkEntry[];
  readonly replies: Reply[];
  readonly effects: Effect[];
  readonly marks: Record<string, number | null>;
  refused: string | null;
}

export function startDraft(conversation: Conversation, inbound: Inbound, world: World): Draft {
  return { conversation, inbound, world, entries: [], replies: [], effects: [], marks: {}, refused: null };
}

export function finishDraft(draft: Draft): Turn {
  const { conversation, entries, replies, effects, marks, refused } = draft;
  return { conversation, entries, replies, effects, marks, refused };
}

/** Changes fields of the conversation. */
export function set(draft: Draft, fields: Partial<Conversation>): void {
  draft.conversation = { ...draft.conversation, ...fields };
}

/** The tag replies are written in now. */
export function tagOf(draft: Draft): string {
  return draft.conversation.language.tag;
}

export interface Saying {
  readonly kind: Reply['kind'];
  readonly paragraphs: readonly Paragraph[];
  readonly choices?: readonly Choice[];
  readonly title?: string;
  readonly short?: string;
  readonly sources?: Reply['sources'];
  readonly asOf?: string;
  readonly preview?: Reply['preview'];
  /** Where the words are in another language than the conversation's. */
  readonly language?: string;
}

export interface SendRules {
  readonly notAfter?: number;
  readonly urgent?: boolean;
  readonly evenIfOptedOut?: boolean;
}

/** Says something to the person: in the talk, in the replies, and as a row where the channel must send it. */
export function say(draft: Draft, saying: Saying, rules: SendRules = {}): void {
  const reply = toReply(draft, saying);
  draft.replies.push(reply);
  draft.entries.push({ from: 'bot', id: reply.id, at: draft.world.now, reply });
  if (reply.choices.length > 0) set(draft, { offered: [...reply.choices] });
  if (draft.conversation.delivery === 'push') draft.effects.push(sendEffect(draft, reply, rules));
}

export function sendEffect(draft: Draft, reply: Reply, rules: SendRules): Effect {
  return {
    kind: 'send',
    reply,
    notAfter: rules.notAfter ?? windowEnd(draft),
    urgent: rules.urgent ?? reply.kind === 'safety',
    evenIfOptedOut: rules.evenIfOptedOut ?? false,
  };
}

function windowEnd(draft: Draft): number | null {
  return draft.conversation.channel === 'sms' ? draft.conversation.lastPersonAt + SMS_WINDOW_MS : null;
}

function toReply(draft: Draft, saying: Saying): Reply {
  const language = saying.language ?? tagOf(draft);
  const { kind, paragraphs, choices = [], title, short, sources, asOf, preview } = saying;
  return {
    id: derivedId(draft.inbound.id, 'reply', String(draft.replies.length)),
    kind,
    language,
    dir: draft.world.speaker.dir(language),
    paragraphs: [...paragraphs],
    choices: [...choices],
    ...(title === undefined ? {} : { title }),
    ...(short === undefined ? {} : { short }),
    ...(sources === undefined ? {} : { sources }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(preview === undefined ? {} : { preview }),
  };
}
