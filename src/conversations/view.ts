// What the person's own page may read of the talk: from an index on, while the session is theirs.
import type { ConversationId, TalkEntry, TenantId } from '../core/index.js';
import { MARKS } from '../turn/index.js';
import type { SealedConversations } from './sealed-conversations.js';

export interface TalkView {
  readonly entries: readonly { readonly index: number; readonly entry: TalkEntry }[];
  /** The index after the newest entry: the next watermark. */
  readonly next: number;
  /** While a case is open the page does not wipe itself. */
  readonly caseOpen: boolean;
}

export interface TalkRequest {
  readonly tenant: TenantId;
  readonly id: ConversationId;
  readonly sessionHash: string;
  readonly from: number;
}

/** Null when there is nothing of this session: revoked, foreign and nonexistent look the same. */
export async function viewTalk(sealed: SealedConversations, request: TalkRequest): Promise<TalkView | null> {
  const loaded = await sealed.load(request.id);
  const conversation = loaded.conversation;
  if (!conversation || loaded.marks.has(MARKS.revoked) || conversation.sessionHash !== request.sessionHash)
    return null;
  const from = Math.max(request.from, conversation.talkFrom);
  const entries = await sealed.readTalk(request.tenant, request.id, from);
  return {
    entries: entries.filter(({ index }) => index >= from),
    next: conversation.talkCount,
    caseOpen: conversation.case !== null && conversation.case.closedAt === null,
  };
}
