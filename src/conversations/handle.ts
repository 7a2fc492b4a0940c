// The one entry of every channel, staff act and timer: lane, load, take the turn, commit, run again on a conflict.
import {
  type Clock,
  type Conversation,
  DAY_MS,
  type Effect,
  type Inbound,
  MINUTE_MS,
  newConversation,
  type Reply,
  type TalkEntry,
} from '../core/index.js';
import { PorchlightError } from '../errors.js';
import type { Commit, Store } from '../stores/index.js';
import { MARKS, type Turn } from '../turn/index.js';
import type { Vault } from '../vault/index.js';
import { createLane } from './lane.js';
import type { RecordKeys } from './record-codec.js';
import { lastSendRow, toRows } from './rows.js';
import {
  createSealedConversations,
  type LoadedConversation,
  type SealedConversations,
} from './sealed-conversations.js';

const ATTEMPTS = 5;
const SEEN_KEPT_MS = 7 * DAY_MS;
/** The retain timer forgets a record and its keys in time; the store's own expiry only clears what that left behind. */
const BACKSTOP_MS = DAY_MS;
const ANSWER_AGAIN_MS = 10 * MINUTE_MS;

export interface HandleResult {
  /** `refused`: a session that is not this conversation's, or a staff act that cannot be done; nothing was changed. */
  readonly outcome: 'done' | 'repeat' | 'refused';
  /** What the person is told; for a repeat the same replies for 10 minutes, later none. */
  readonly replies: readonly Reply[];
  readonly refused: string | null;
}

export interface ConversationsParts {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Decides the turn. Looks up what the pure turn needs (presence, recogniser) and may be slow; never acts. */
  readonly decide: (conversation: Conversation, inbound: Inbound) => Promise<Turn>;
  /** The turn to take when deciding threw: keeps the state and gives the hotline. */
  readonly trouble: (conversation: Conversation, inbound: Inbound) => Promise<Turn>;
  /** When the record may be swept. */
  readonly expiresAt: (conversation: Conversation, now: number) => number;
  readonly defaultLanguage: (inbound: Inbound) => Promise<string>;
  readonly log: { error(fields: { code: string; detail: string }): void };
}

export interface Conversations {
  /** Resolves when the turn is durable. Rejects with `turn.quarantined` after five conflicts, or when the store is away. */
  handle(inbound: Inbound): Promise<HandleResult>;
}

export function createConversations(parts: ConversationsParts): Conversations {
  const lane = createLane();
  const sealed = createSealedConversations(parts.store, parts.vault);
  return {
    handle: (inbound) => lane.run(inbound.conversationId, () => handleInbound(inbound, parts, sealed)),
  };
}

async function handleInbound(
  inbound: Inbound,
  parts: ConversationsParts,
  sealed: SealedConversations,
): Promise<HandleResult> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const result = await attemptTurn(inbound, parts, sealed);
    if (result) return result;
  }
  parts.log.error({ code: 'turn.quarantined', detail: inbound.from });
  throw new PorchlightError('turn.quarantined', inbound.from);
}

/** One try; null when another commit came in between. */
async function attemptTurn(
  inbound: Inbound,
  parts: ConversationsParts,
  sealed: SealedConversations,
): Promise<HandleResult | null> {
  const loaded = await sealed.load(inbound.conversationId);
  const before = loaded.conversation ?? (await freshConversation(inbound, parts));
  if (!mayEnter(inbound, loaded)) return refusal('no-session');
  const turn = await decideSafely(before, inbound, parts);
  if (turn.refused) return refusal(turn.refused);
  const commit = await toCommit(turn, { inbound, loaded, before, parts, sealed });
  const result = await parts.store.commit(commit);
  if (result.done) return { outcome: 'done', replies: turn.replies, refused: null };
  if (result.why === 'conflict') return null;
  return repeat(inbound, result, parts, sealed);
}

function refusal(refused: string): HandleResult {
  return { outcome: 'refused', replies: [], refused };
}

async function freshConversation(inbound: Inbound, parts: ConversationsParts): Promise<Conversation> {
  return newConversation({
    id: inbound.conversationId,
    tenant: inbound.tenant,
    channel: inbound.channel,
    delivery: inbound.from === 'person' ? inbound.delivery : 'pull',
    language: await parts.defaultLanguage(inbound),
    now: inbound.receivedAt,
  });
}

/** A revoked session, or another session's secret, looks like no conversation at all. */
function mayEnter(inbound: Inbound, loaded: LoadedConversation): boolean {
  if (inbound.from !== 'person') return loaded.conversation !== null;
  if (inbound.channel !== 'web' && inbound.channel !== 'plain') return true;
  if (loaded.marks.has(MARKS.revoked)) return false;
  const known = loaded.conversation?.sessionHash;
  return !known || known === inbound.hints.sessionHash;
}

/** A bug must not silence the service: the person gets the hotline, the state stays, the log gets the code. */
async function decideSafely(
  before: Conversation,
  inbound: Inbound,
  parts: ConversationsParts,
): Promise<Turn> {
  try {
    return await parts.decide(before, inbound);
  } catch (thrown) {
    parts.log.error({
      code: 'turn.failed',
      detail: thrown instanceof Error ? (thrown.stack ?? thrown.name) : typeof thrown,
    });
    return await parts.trouble(before, inbound);
  }
}

interface CommitContext {
  readonly inbound: Inbound;
  readonly loaded: LoadedConversation;
  readonly before: Conversation;
  readonly parts: ConversationsParts;
  readonly sealed: SealedConversations;
}

async function toCommit(turn: Turn, context: CommitContext): Promise<Commit> {
  const { inbound, loaded, before, parts, sealed } = context;
  const talkStart = before.talkCount;
  const conversation: Conversation = {
    ...turn.conversation,
    talkCount: talkStart + turn.entries.length,
    lastSendRow: lastSendRow(inbound, turn.effects, before.lastSendRow),
  };
  const effects = loaded.version === 0 ? [...turn.effects, retainTimer(conversation, parts)] : turn.effects;
  const keys = await sealed.keysFor(conversation, loaded.keys, turn.effects);
  return {
    id: inbound.conversationId,
    expectedVersion: loaded.version,
    body: await sealed.sealRecord(conversation, keys),
    talk: await sealEntries(conversation, keys, turn.entries, { talkStart, sealed }),
    talkStart,
    talkFrom: conversation.talkFrom,
    rows: await toRows(effects, {
      conversation,
      inbound,
      keys,
      oldKeys: loaded.keys,
      previousSendRow: before.lastSendRow,
      vault: parts.vault,
    }),
    seen: {
      key: parts.vault.hash('inbound', inbound.tenant, inbound.conversationId, inbound.id),
      answer: JSON.stringify(turn.replies.map((reply) => reply.id)),
      at: parts.clock.now(),
      expiresAt: parts.clock.now() + SEEN_KEPT_MS,
    },
    marks: turn.marks,
    expiresAt: parts.expiresAt(conversation, parts.clock.now()) + BACKSTOP_MS,
    wake: topics(conversation),
  };
}

/** One timer a conversation, from its first commit on: when it falls due the turn forgets the record or sets it anew. */
function retainTimer(conversation: Conversation, parts: ConversationsParts): Effect {
  return { kind: 'timer', name: 'retain', dueAt: parts.expiresAt(conversation, parts.clock.now()) };
}

function sealEntries(
  conversation: Conversation,
  keys: RecordKeys,
  entries: readonly TalkEntry[],
  place: { talkStart: number; sealed: SealedConversations },
): Promise<Uint8Array[]> {
  return Promise.all(
    entries.map((entry, offset) =>
      place.sealed.sealEntry(conversation, keys, place.talkStart + offset, entry),
    ),
  );
}

function topics(conversation: Conversation): string[] {
  const own = `c:${conversation.id}`;
  return conversation.case ? [own, `desk:${conversation.case.deskId}`] : [own];
}

async function repeat(
  inbound: Inbound,
  seen: { answer: string; at: number },
  parts: ConversationsParts,
  sealed: SealedConversations,
): Promise<HandleResult> {
  const none: HandleResult = { outcome: 'repeat', replies: [], refused: null };
  if (parts.clock.now() - seen.at > ANSWER_AGAIN_MS) return none;
  const ids = new Set(JSON.parse(seen.answer) as string[]);
  const talk = await sealed.readTalk(inbound.tenant, inbound.conversationId, 0);
  const replies = talk.flatMap(({ entry }) =>
    entry.from !== 'person' && ids.has(entry.reply.id) ? [entry.reply] : [],
  );
  return { ...none, replies };
}
