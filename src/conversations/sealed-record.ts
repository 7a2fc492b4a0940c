// One sealed value under a name of its own: the staff directory, the partners. Read whole, changed by compare-and-set.
import type { z } from 'zod';
import { asId, derivedId, type RecordId, type TenantId } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import type { Store } from '../stores/index.js';
import type { SealPlace, Vault } from '../vault/index.js';
import { decodeRecord, encodeRecord, type RecordKeys } from './record-codec.js';

const ATTEMPTS = 20;
/** Records of the house belong to no partner. */
const HOUSE = asId<TenantId>('house');

export interface SealedRecord<Value> {
  read(): Promise<Value>;
  /** Applies a pure change to the newest value; runs again when somebody else was faster. */
  change(step: (value: Value) => Value): Promise<Value>;
}

export interface SealedRecordParts<Schema extends z.ZodType> {
  readonly store: Store;
  readonly vault: Vault;
  /** Permanent name, such as "staff/directory". */
  readonly name: string;
  readonly schema: Schema;
  readonly initial: z.infer<Schema>;
}

export function createSealedRecord<Schema extends z.ZodType>(
  parts: SealedRecordParts<Schema>,
): SealedRecord<z.infer<Schema>> {
  const id = asId<RecordId>(derivedId('record', parts.name));
  const place: SealPlace = { tenant: HOUSE, record: id, part: 'base', schema: 1 };

  async function load(): Promise<{ version: number; keys: RecordKeys | null; value: z.infer<Schema> }> {
    const stored = await parts.store.read(id);
    if (!stored.body) return { version: stored.version, keys: null, value: parts.initial };
    const record = decodeRecord(stored.body);
    const plain = await parts.vault.open(place, record.base);
    if (!plain) throw new PorchlightError('vault.key-gone', parts.name);
    return {
      version: stored.version,
      keys: record.keys,
      value: parts.schema.parse(JSON.parse(Buffer.from(plain).toString())),
    };
  }

  async function attempt(step: (value: z.infer<Schema>) => z.infer<Schema>): Promise<z.infer<Schema> | null> {
    const before = await load();
    const value = step(before.value);
    const keys = before.keys ?? { talk: await parts.vault.mintKey(HOUSE, id), case: null };
    const base = await parts.vault.seal(keys.talk, place, Buffer.from(JSON.stringify(value)));
    const result = await parts.store.commit({
      id,
      expectedVersion: before.version,
      body: encodeRecord({ tenant: HOUSE, keys, base, case: null }),
      talk: [],
      talkStart: 0,
      talkFrom: 0,
      rows: [],
      expiresAt: Number.MAX_SAFE_INTEGER,
      wake: [`r:${parts.name}`],
    });
    return result.done ? value : null;
  }

  return {
    read: async () => (await load()).value,
    async change(step) {
      for (let n = 0; n < ATTEMPTS; n++) {
        const value = await attempt(step);
        if (value !== null) return value;
      }
      throw new PorchlightError('store.unavailable', parts.name);
    },
  };
}
