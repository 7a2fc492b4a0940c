// Conversations as values over a store of sealed bytes: load, seal for a commit, read the talk.
import {
  type Case,
  CONVERSATION_SCHEMA,
  type Conversation,
  type ConversationId,
  caseSchema,
  conversationSchema,
  type Effect,
  type KeyId,
  type TalkEntry,
  type TenantId,
  talkEntrySchema,
} from '../core/index.js';
import type { Store, StoredRecord } from '../stores/index.js';
import type { SealPlace, Vault } from '../vault/index.js';
import { decodeRecord, encodeRecord, type RecordKeys } from './record-codec.js';

export interface LoadedConversation {
  /** 0 when there is none. */
  readonly version: number;
  readonly conversation: Conversation | null;
  readonly keys: RecordKeys | null;
  readonly marks: ReadonlySet<string>;
}

export interface SealedConversations {
  load(id: ConversationId): Promise<LoadedConversation>;
  /** The keys to seal under: those it has, minted where missing or about to be shredded. */
  keysFor(
    conversation: Conversation,
    keys: RecordKeys | null,
    effects: readonly Effect[],
  ): Promise<RecordKeys>;
  sealRecord(conversation: Conversation, keys: RecordKeys): Promise<Uint8Array>;
  sealEntry(
    conversation: Conversation,
    keys: RecordKeys,
    index: number,
    entry: TalkEntry,
  ): Promise<Uint8Array>;
  /** Entries at and after `from`, oldest first; those whose key was destroyed are left out. */
  readTalk(
    tenant: TenantId,
    id: ConversationId,
    from: number,
  ): Promise<{ index: number; entry: TalkEntry }[]>;
}

export function createSealedConversations(store: Store, vault: Vault): SealedConversations {
  const openJson = async (place: SealPlace, sealed: Uint8Array): Promise<unknown> => {
    const plain = await vault.open(place, sealed);
    return plain ? JSON.parse(Buffer.from(plain).toString('utf8')) : null;
  };
  const seal = (keyId: KeyId, place: SealPlace, value: unknown) =>
    vault.seal(keyId, place, Buffer.from(JSON.stringify(value)));

  return {
    async load(id) {
      // The talk stays where it is: a turn never rewrites or rereads history.
      const stored = await store.read(id, { talkFrom: Number.MAX_SAFE_INTEGER });
      if (!stored.body)
        return { version: stored.version, conversation: null, keys: null, marks: stored.marks };
      return {
        ...(await openBody(id, stored, openJson)),
        version: stored.version,
        marks: stored.marks,
      };
    },

    async keysFor(conversation, keys, effects) {
      const shredded = new Set(effects.flatMap((effect) => (effect.kind === 'shred' ? [effect.part] : [])));
      const mint = () => vault.mintKey(conversation.tenant as TenantId, conversation.id as ConversationId);
      const keptTalk = keys && !shredded.has('talk') ? keys.talk : null;
      const keptCase = keys && !shredded.has('case') ? keys.case : null;
      return {
        talk: keptTalk ?? (await mint()),
        case: conversation.case ? (keptCase ?? (await mint())) : null,
      };
    },

    async sealRecord(conversation, keys) {
      const { case: caseValue, ...base } = conversation;
      return encodeRecord({
        tenant: conversation.tenant as TenantId,
        keys,
        base: await seal(keys.talk, placeOf(conversation, 'base'), base),
        case: caseValue && keys.case ? await seal(keys.case, placeOf(conversation, 'case'), caseValue) : null,
      });
    },

    // What is said once a person has joined belongs to the case: it outlives a hide, and goes with the case.
    sealEntry(conversation, keys, index, entry) {
      const keyId = conversation.case?.connectedAt && keys.case ? keys.case : keys.talk;
      return seal(keyId, placeOf(conversation, `talk:${index}`), entry);
    },

    async readTalk(tenant, id, from) {
      const stored = await store.read(id, { talkFrom: from });
      const opened = await Promise.all(
        stored.talk.map(async ({ index, body }) => {
          const value = await openJson(
            { tenant, record: id, part: `talk:${index}`, schema: CONVERSATION_SCHEMA },
            body,
          );
          return value ? { index, entry: talkEntrySchema.parse(value) } : null;
        }),
      );
      return opened.filter((entry) => entry !== null);
    },
  };
}

function placeOf(conversation: Conversation, part: string): SealPlace {
  return {
    tenant: conversation.tenant as TenantId,
    record: conversation.id as ConversationId,
    part,
    schema: CONVERSATION_SCHEMA,
  };
}

async function openBody(
  id: ConversationId,
  stored: StoredRecord,
  openJson: (place: SealPlace, sealed: Uint8Array) => Promise<unknown>,
): Promise<{ conversation: Conversation | null; keys: RecordKeys | null }> {
  const parts = decodeRecord(stored.body ?? new Uint8Array());
  const place = (part: string): SealPlace => ({
    tenant: parts.tenant,
    record: id,
    part,
    schema: CONVERSATION_SCHEMA,
  });
  const base = (await openJson(place('base'), parts.base)) as object | null;
  if (!base) return { conversation: null, keys: null };
  const caseValue = parts.case ? await openJson(place('case'), parts.case) : null;
  const openCase: Case | null = caseValue ? caseSchema.parse(caseValue) : null;
  // A case whose key was destroyed is gone: the next case gets a key of its own.
  const keys = openCase || !parts.case ? parts.keys : { ...parts.keys, case: null };
  return { conversation: conversationSchema.parse({ ...base, case: openCase }), keys };
}
