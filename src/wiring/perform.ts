// What each effect does outside. Everything is keyed by its row: doing it twice changes nothing more.

import {
  type Conversations,
  decodeRecord,
  type SealedConversations,
  tenantOfRow,
} from '../conversations/index.js';
import {
  asId,
  type Case,
  type CaseId,
  type ConversationId,
  type DeskId,
  type Effect,
  type EffectKind,
  type InboundId,
  isClaimed,
  type QueueEntry,
  type Reply,
  type TimerInbound,
} from '../core/index.js';
import type { Performers } from '../delivery/index.js';
import { isError } from '../errors.js';
import type { LeasedRow, Store } from '../stores/index.js';
import type { Vault } from '../vault/index.js';

/** Sends through a push channel; absent for channels that have none. */
export type Senders = Readonly<
  Record<string, (reply: Reply, replyTo: string, attempt: { key: string; again: boolean }) => Promise<void>>
>;

export interface PerformParts {
  readonly store: Store;
  readonly vault: Vault;
  readonly sealed: SealedConversations;
  readonly conversations: Conversations;
  readonly senders: Senders;
  readonly ring: (alarm: Extract<Effect, { kind: 'alarm' }>) => void;
  readonly tellStatus: (replyTo: string, status: Extract<Effect, { kind: 'status' }>) => Promise<void>;
}

type Perform<Kind extends EffectKind> = (
  effect: Extract<Effect, { kind: Kind }>,
  row: LeasedRow,
) => Promise<'done'>;

/** Cases that somebody holds are listed beside the queue, so that a supervisor sees them. */
export function heldList(deskId: string): string {
  return `held/${deskId}`;
}

export function createPerformers(parts: PerformParts): Performers {
  return {
    send: (effect, row) => send(parts, effect, row),
    timer: (effect, row) => timer(parts, effect, row),
    enqueue: async ({ entry }) => {
      await parts.store.queue.put(entry);
      await parts.store.queue.remove(asId<DeskId>(heldList(entry.deskId)), entry.caseId);
      return 'done';
    },
    dequeue: (effect, row) => dequeue(parts, effect, row),
    alarm: async (effect) => {
      parts.ring(effect);
      return 'done';
    },
    status: (effect, row) => status(parts, effect, row),
    shred: async ({ keyId }) => {
      if (keyId) await parts.vault.destroyKey(keyId);
      return 'done';
    },
    forget: async (_effect, row) => {
      await forgetRecord(parts, row.recordId as ConversationId);
      return 'done';
    },
  };
}

/** STOP and erase win over everything, even over what was queued before them: asked again at the last moment. */
async function send(parts: PerformParts, ...[effect, row]: Parameters<Perform<'send'>>): Promise<'done'> {
  const { conversation } = await parts.sealed.load(row.recordId as ConversationId);
  const sender = conversation ? parts.senders[conversation.channel] : undefined;
  if (!conversation?.replyTo || !sender) return 'done';
  if (conversation.optedOut && !effect.evenIfOptedOut) return 'done';
  try {
    await sender(effect.reply, conversation.replyTo, { key: row.id, again: row.tries > 0 });
  } catch (thrown) {
    if (!isError(thrown, 'sms.opted-out')) throw thrown;
  }
  return 'done';
}

async function timer(parts: PerformParts, ...[effect, row]: Parameters<Perform<'timer'>>): Promise<'done'> {
  const inbound: TimerInbound = {
    id: asId<InboundId>(`timer:${effect.caseId ?? ''}:${effect.name}:${effect.dueAt}`),
    tenant: tenantOfRow(row),
    channel: 'web',
    conversationId: row.recordId as ConversationId,
    receivedAt: effect.dueAt,
    from: 'timer',
    name: effect.name,
    dueAt: effect.dueAt,
    ...(effect.caseId === undefined ? {} : { caseId: effect.caseId }),
  };
  await parts.conversations.handle(inbound);
  return 'done';
}

async function dequeue(
  parts: PerformParts,
  ...[effect, row]: Parameters<Perform<'dequeue'>>
): Promise<'done'> {
  const { conversation } = await parts.sealed.load(row.recordId as ConversationId);
  await parts.store.queue.remove(effect.deskId, effect.caseId);
  const held = asId<DeskId>(heldList(effect.deskId));
  if (conversation?.case && isClaimed(conversation.case))
    await parts.store.queue.put(heldEntry(conversation.case, held));
  else await parts.store.queue.remove(held, effect.caseId);
  return 'done';
}

function heldEntry(state: Case, deskId: DeskId): QueueEntry {
  return {
    deskId,
    caseId: asId<CaseId>(state.id),
    conversationId: asId<ConversationId>(state.conversationId),
    rank: state.claimedAt ?? state.openedAt,
    group: state.id,
  };
}

async function status(parts: PerformParts, ...[effect, row]: Parameters<Perform<'status'>>): Promise<'done'> {
  const { conversation } = await parts.sealed.load(row.recordId as ConversationId);
  if (conversation?.channel === 'connector' && conversation.replyTo)
    await parts.tellStatus(conversation.replyTo, effect);
  return 'done';
}

/** Keys first: what a crash leaves behind afterwards is bytes that nobody can read. */
async function forgetRecord(parts: Pick<PerformParts, 'store' | 'vault'>, id: ConversationId): Promise<void> {
  const { body } = await parts.store.read(id, { talkFrom: Number.MAX_SAFE_INTEGER });
  if (body) {
    const { keys } = decodeRecord(body);
    await parts.vault.destroyKey(keys.talk);
    if (keys.case) await parts.vault.destroyKey(keys.case);
  }
  await parts.store.erase(id);
}
