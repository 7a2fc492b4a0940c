// Effects of a turn as outbox rows, and back. Only what holds words is sealed; the rest is ids and times.
import {
  CONVERSATION_SCHEMA,
  type Conversation,
  type ConversationId,
  derivedId,
  type Effect,
  type Inbound,
  type TenantId,
} from '../core/index.js';
import type { OutboxRow } from '../stores/index.js';
import type { SealPlace, Vault } from '../vault/index.js';
import { lengthOf, type RecordKeys, readFields } from './record-codec.js';

const PLAIN = 0;
const SEALED = 1;

/** Ids of the rows of an inbound's effects: the same whenever the turn is run again. */
export function rowId(inbound: Inbound, position: number, effect: Effect): string {
  return derivedId(inbound.id, String(position), effect.kind);
}

/** The id of the last `send` among the effects, or the one before it. */
export function lastSendRow(
  inbound: Inbound,
  effects: readonly Effect[],
  before: string | null,
): string | null {
  return effects.reduce<string | null>(
    (last, effect, position) => (effect.kind === 'send' ? rowId(inbound, position, effect) : last),
    before,
  );
}

export interface RowContext {
  readonly conversation: Conversation;
  readonly inbound: Inbound;
  readonly keys: RecordKeys;
  /** Keys of the record before this turn: what `shred` destroys. */
  readonly oldKeys: RecordKeys | null;
  readonly previousSendRow: string | null;
  readonly vault: Vault;
}

/**
 * Rows of the effects. What is taken away goes first (a pending text under a destroyed key dies with it), then texts, each
 * after the one before it; a record is forgotten last, when its farewell has left.
 */
export async function toRows(effects: readonly Effect[], context: RowContext): Promise<OutboxRow[]> {
  const numbered = effects.map((effect, position) => ({
    effect,
    id: rowId(context.inbound, position, effect),
  }));
  const shreds = numbered.filter(({ effect }) => effect.kind === 'shred');
  const rest = numbered.filter(({ effect }) => effect.kind !== 'shred');
  const rows: OutboxRow[] = [];
  let previous: string | null = shreds.length > 0 ? null : context.previousSendRow;
  for (const { effect, id } of [...shreds, ...rest]) {
    const chained = CHAINED.has(effect.kind);
    rows.push(await toRow(effect, id, { ...context, after: chained ? previous : null }));
    if (chained) previous = id;
  }
  return rows;
}

const CHAINED = new Set<Effect['kind']>(['shred', 'send', 'forget']);

async function toRow(
  effect: Effect,
  id: string,
  context: RowContext & { after: string | null },
): Promise<OutboxRow> {
  return {
    id,
    recordId: context.conversation.id as ConversationId,
    kind: effect.kind,
    body: await encodeEffect(withKey(effect, context), id, context),
    dueAt: dueAtOf(effect, context.inbound.receivedAt),
    ...(context.after ? { after: context.after } : {}),
  };
}

/** An urgent text is the oldest of any backlog. */
function dueAtOf(effect: Effect, now: number): number {
  if (effect.kind === 'timer') return effect.dueAt;
  return effect.kind === 'send' && effect.urgent ? 0 : now;
}

function withKey(effect: Effect, context: RowContext): Effect {
  if (effect.kind !== 'shred') return effect;
  const keyId = context.oldKeys?.[effect.part];
  return keyId ? { ...effect, keyId } : effect;
}

async function encodeEffect(effect: Effect, id: string, context: RowContext): Promise<Uint8Array> {
  const tenant = Buffer.from(context.conversation.tenant);
  const plain = Buffer.from(JSON.stringify(effect));
  const sealed = effect.kind === 'send';
  const keyId =
    context.conversation.case?.connectedAt && context.keys.case ? context.keys.case : context.keys.talk;
  const body = sealed
    ? Buffer.from(
        await context.vault.seal(
          keyId,
          rowPlace(context.conversation.tenant, context.conversation.id, id),
          plain,
        ),
      )
    : plain;
  return Buffer.concat([
    Buffer.from([sealed ? SEALED : PLAIN]),
    lengthOf(tenant),
    tenant,
    lengthOf(body),
    body,
  ]);
}

/** Whose conversation the row belongs to: stands in clear in front of the effect. */
export function tenantOfRow(row: OutboxRow): TenantId {
  return (readFields(Buffer.from(row.body), 1, 1)[0] ?? Buffer.alloc(0)).toString() as TenantId;
}

/** The effect of a row, or null when its key was destroyed: then there is nothing left to do. */
export async function openRow(row: OutboxRow, vault: Vault): Promise<Effect | null> {
  const buffer = Buffer.from(row.body);
  const [tenantField, body] = readFields(buffer, 1, 2) as [Buffer, Buffer];
  const tenant = tenantField.toString() as TenantId;
  const plain = buffer[0] === SEALED ? await vault.open(rowPlace(tenant, row.recordId, row.id), body) : body;
  return plain ? (JSON.parse(Buffer.from(plain).toString('utf8')) as Effect) : null;
}

function rowPlace(tenant: string, record: string, id: string): SealPlace {
  return {
    tenant: tenant as TenantId,
    record: record as ConversationId,
    part: `row:${id}`,
    schema: CONVERSATION_SCHEMA,
  };
}
