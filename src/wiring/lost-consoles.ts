// Consoles that crashed or fell asleep: what they hold goes back to the front of the queue within 30 seconds.

import type { Conversations, SealedConversations } from '../conversations/index.js';
import {
  asId,
  type Clock,
  type DeskId,
  derivedId,
  type InboundId,
  isClaimed,
  type StaffId,
} from '../core/index.js';
import type { Member, Presence } from '../handoff/index.js';
import type { Store } from '../stores/index.js';
import { heldList } from './perform.js';

export interface LostParts {
  readonly presence: Presence;
  readonly store: Store;
  readonly sealed: SealedConversations;
  readonly conversations: Conversations;
  readonly clock: Clock;
}

const HELD_AT_ONCE = 500;

/** Gives back every case of everybody whose heartbeat is lost. What fails is tried again at the next tick. */
export async function returnLostCases(parts: LostParts): Promise<void> {
  for (const member of parts.presence.gone()) {
    await returnCasesOf(parts, member);
    parts.presence.leave(member.staffId);
  }
}

/**
 * Tells presence how many cases each holds. Who holds one and was never seen (this process began after the claim) is
 * expected back: a console that does not come is lost like any other.
 */
export async function countHeld(parts: LostParts, desks: readonly DeskId[]): Promise<void> {
  for (const deskId of desks) {
    const holders = await holdersOf(parts, deskId);
    const { members } = parts.presence.snapshot(deskId);
    for (const { staffId } of members) parts.presence.setHolding(staffId, holders.get(staffId) ?? 0);
    const known = new Set<string>(members.map(({ staffId }) => staffId));
    for (const [holder, holding] of holders) {
      if (known.has(holder)) continue;
      parts.presence.expect(
        { staffId: asId<StaffId>(holder), deskId, capacity: holding, languages: [] },
        holding,
      );
    }
  }
}

async function holdersOf(parts: LostParts, deskId: DeskId): Promise<Map<string, number>> {
  const { entries } = await parts.store.queue.list(asId<DeskId>(heldList(deskId)), {
    offset: 0,
    limit: HELD_AT_ONCE,
  });
  const holders = new Map<string, number>();
  for (const { conversationId } of entries) {
    const { conversation } = await parts.sealed.load(conversationId);
    const holder = conversation?.case && isClaimed(conversation.case) ? conversation.case.claimedBy : null;
    if (holder) holders.set(holder, (holders.get(holder) ?? 0) + 1);
  }
  return holders;
}

async function returnCasesOf(parts: LostParts, member: Member): Promise<void> {
  const held = asId<DeskId>(heldList(member.deskId));
  const { entries } = await parts.store.queue.list(held, { offset: 0, limit: HELD_AT_ONCE });
  for (const { conversationId, caseId } of entries) {
    const { conversation } = await parts.sealed.load(conversationId);
    if (
      !conversation?.case ||
      !isClaimed(conversation.case) ||
      conversation.case.claimedBy !== member.staffId
    )
      continue;
    await parts.conversations.handle({
      id: asId<InboundId>(derivedId('gone', member.staffId, caseId, String(member.beatAt))),
      tenant: asId(conversation.tenant),
      channel: conversation.channel,
      conversationId,
      receivedAt: parts.clock.now(),
      from: 'staff',
      ...{ staffId: member.staffId, deskId: member.deskId, caseId, act: { kind: 'gone' } },
    });
  }
}
