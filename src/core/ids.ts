// The names of things: branded strings, so that a case id is never passed where a conversation id is meant.
// Ids made inside a turn derive from the inbound id (see `derivedId`), so that a re-run makes the same ones.
import { createHash } from 'node:crypto';

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** 43 characters of base64url: a keyed hash of tenant, channel and external id. */
export type ConversationId = Brand<string, 'ConversationId'>;
/** A key of the store: a conversation id, or the name of a singular record ("staff/directory"). */
export type RecordId = ConversationId | Brand<string, 'RecordId'>;
export type CaseId = Brand<string, 'CaseId'>;
export type InboundId = Brand<string, 'InboundId'>;
export type TenantId = Brand<string, 'TenantId'>;
export type DeskId = Brand<string, 'DeskId'>;
export type StaffId = Brand<string, 'StaffId'>;
export type TopicId = Brand<string, 'TopicId'>;
export type SignalId = Brand<string, 'SignalId'>;
export type KeyId = Brand<string, 'KeyId'>;

/** Marks a string as an id of the given kind. Checks nothing: call it where the value is made or was validated. */
export function asId<Id extends string>(value: string): Id {
  return value as Id;
}

/** A 22-character id that depends only on its parts: the same inbound always makes the same ids. */
export function derivedId(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 22);
}

const CONVERSATION_ID = /^[A-Za-z0-9_-]{16,64}$/;

/** Whether a string from outside has the shape of a conversation id (trust.md row 33). */
export function isConversationId(value: string): value is ConversationId {
  return CONVERSATION_ID.test(value);
}
