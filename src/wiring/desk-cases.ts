// The cases of desks, as the staff room asks for them: the index says where to look, the conversation says what is true.

import type { Conversations, SealedConversations } from '../conversations/index.js';
import {
  asId,
  type Clock,
  type Conversation,
  type ConversationId,
  type DeskId,
  type QueueEntry,
  type StaffInbound,
  WAITING,
} from '../core/index.js';
import {
  type CaseView,
  groupQueue,
  type QueueLine,
  queueLine,
  type Viewing,
  viewCase,
} from '../handoff/index.js';
import type { ActRequest, CasesPort, WaitingLine } from '../staff/index.js';
import type { Store } from '../stores/index.js';
import type { Brain } from './brain.js';
import { heldList } from './perform.js';

export interface DeskCasesParts {
  readonly store: Store;
  readonly sealed: SealedConversations;
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly brain: Brain;
}

/** How many waiting cases are looked at for one page: near-identical ones fold into few lines. */
const LOOKED_AT = 400;

export function createDeskCases(parts: DeskCasesParts): CasesPort {
  return {
    queue: (deskId, page) => queue(parts, deskId, page),
    claimed: (deskId) => claimed(parts, deskId),
    read: (conversationId, deskId) => read(parts, conversationId, deskId),
    act: (request) => act(parts, request),
    next: async (deskId) => {
      const first = (await waiting(parts, deskId)).at(0);
      return first ? asId<ConversationId>(first.line.conversationId) : null;
    },
  };
}

/** Waiting cases, first to be helped first, near-identical ones folded; what is no longer true is dropped from the index. */
async function waiting(parts: DeskCasesParts, deskId: DeskId): Promise<WaitingLine[]> {
  const { entries } = await parts.store.queue.list(deskId, { offset: 0, limit: LOOKED_AT });
  const lines: WaitingLine[] = [];
  for (const group of groupQueue(entries)) {
    const found = await waitingIn(parts, deskId, group.entries);
    if (found) lines.push(found);
  }
  return lines;
}

/** The first of a group that still waits, and how many are alike. */
async function waitingIn(
  parts: DeskCasesParts,
  deskId: DeskId,
  entries: readonly QueueEntry[],
): Promise<WaitingLine | null> {
  for (const [position, entry] of entries.entries()) {
    const line = await lineOf(parts, entry.conversationId);
    if (line?.caseId === entry.caseId && WAITING.includes(line.status))
      return { line, alike: entries.length - position };
    await parts.store.queue.remove(deskId, entry.caseId);
  }
  return null;
}

async function queue(parts: DeskCasesParts, deskId: DeskId, page: { offset: number; limit: number }) {
  const lines = await waiting(parts, deskId);
  return { lines: lines.slice(page.offset, page.offset + page.limit), total: lines.length };
}

async function claimed(parts: DeskCasesParts, deskId: DeskId): Promise<QueueLine[]> {
  const held = asId<DeskId>(heldList(deskId));
  const { entries } = await parts.store.queue.list(held, { offset: 0, limit: LOOKED_AT });
  const lines = await Promise.all(entries.map((entry) => lineOf(parts, entry.conversationId)));
  return lines.filter(
    (line) => line !== null && (line.status === 'claimed' || line.status === 'connected'),
  ) as QueueLine[];
}

async function lineOf(parts: DeskCasesParts, id: ConversationId): Promise<QueueLine | null> {
  const { conversation } = await parts.sealed.load(id);
  return conversation ? queueLine(conversation, { now: parts.clock.now() }) : null;
}

async function read(parts: DeskCasesParts, id: ConversationId, deskId: DeskId): Promise<CaseView | null> {
  const { conversation } = await parts.sealed.load(id);
  if (!conversation?.case || conversation.case.deskId !== deskId) return null;
  const talk = await parts.sealed.readTalk(asId(conversation.tenant), id, 0);
  return viewCase(conversation, talk, viewing(parts));
}

function viewing({ brain, clock }: DeskCasesParts): Viewing {
  const titleOf = (topic: string, tag: string) =>
    brain.content.knowledge.topics.get(topic)?.texts.get(tag)?.title;
  return { voice: brain.speaker, now: clock.now(), titleOf };
}

async function act(
  parts: DeskCasesParts,
  request: ActRequest,
): Promise<{ done: true } | { refused: string }> {
  const { conversation } = await parts.sealed.load(request.conversationId);
  if (!conversation || !isTheirs(conversation, request)) return { refused: 'not-found' };
  const inbound: StaffInbound = {
    id: request.inboundId,
    tenant: asId(conversation.tenant),
    channel: conversation.channel,
    conversationId: request.conversationId,
    receivedAt: parts.clock.now(),
    from: 'staff',
    ...{ staffId: request.staffId, deskId: request.deskId, caseId: request.caseId, act: request.act },
  };
  const { refused } = await parts.conversations.handle(inbound);
  return refused ? { refused } : { done: true };
}

function isTheirs({ case: state }: Conversation, { deskId, caseId }: ActRequest): boolean {
  return state !== null && state.deskId === deskId && state.id === caseId;
}
