// Conversations over sealed records: the one entry of every channel, staff act and timer.

export type { Conversations, ConversationsParts, HandleResult } from './handle.js';
export { createConversations } from './handle.js';
export type { Lane } from './lane.js';
export { createLane } from './lane.js';
export { decodeRecord } from './record-codec.js';
export { openRow, tenantOfRow } from './rows.js';
export type { LoadedConversation, SealedConversations } from './sealed-conversations.js';
export { createSealedConversations } from './sealed-conversations.js';
export type { SealedLog } from './sealed-log.js';
export { createSealedLog } from './sealed-log.js';
export type { SealedRecord } from './sealed-record.js';
export { createSealedRecord } from './sealed-record.js';
export type { TalkRequest, TalkView } from './view.js';
export { viewTalk } from './view.js';
