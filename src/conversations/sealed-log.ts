// An append-only list of sealed rows under a name: the audit. Each row is made from the one before it, in the same commit.
import { asId, derivedId, type RecordId, type TenantId } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import type { Store } from '../stores/index.js';
import type { Vault } from '../vault/index.js';
import { createLane } from './lane.js';
import { decodeRecord, encodeRecord, type RecordKeys } from './record-codec.js';

const ATTEMPTS = 20;
const HOUSE = asId<TenantId>('house');

export interface SealedLog<Row> {
  /** Durable when it resolves. `next` may run again when another process was faster. */
  append(next: (last: Row | null) => Row): Promise<void>;
  /** Rows from an index on, oldest first. */
  read(from: number): Promise<Row[]>;
}

export interface SealedLogParts {
  readonly store: Store;
  readonly vault: Vault;
  /** Permanent name, such as "staff/audit". */
  readonly name: string;
}

interface Head {
  readonly version: number;
  readonly keys: RecordKeys | null;
  readonly count: number;
  readonly last: unknown;
}

export function createSealedLog<Row>(parts: SealedLogParts): SealedLog<Row> {
  const id = asId<RecordId>(derivedId('record', parts.name));
  const lane = createLane();
  const place = (part: string) => ({ tenant: HOUSE, record: id, part, schema: 1 });

  async function head(): Promise<Head> {
    const stored = await parts.store.read(id);
    if (!stored.body) return { version: stored.version, keys: null, count: 0, last: null };
    const record = decodeRecord(stored.body);
    const plain = await parts.vault.open(place('base'), record.base);
    if (!plain) throw new PorchlightError('vault.key-gone', parts.name);
    const { count, last } = JSON.parse(Buffer.from(plain).toString()) as Pick<Head, 'count' | 'last'>;
    return { version: stored.version, keys: record.keys, count, last };
  }

  async function attempt(next: (last: Row | null) => Row): Promise<boolean> {
    const { version, keys: known, count, last } = await head();
    const keys = known ?? { talk: await parts.vault.mintKey(HOUSE, id), case: null };
    const row = next(last as Row | null);
    const seal = (part: string, value: unknown) =>
      parts.vault.seal(keys.talk, place(part), Buffer.from(JSON.stringify(value)));
    const result = await parts.store.commit({
      id,
      expectedVersion: version,
      body: encodeRecord({
        tenant: HOUSE,
        keys,
        base: await seal('base', { count: count + 1, last: row }),
        case: null,
      }),
      talk: [await seal(`talk:${count}`, row)],
      talkStart: count,
      talkFrom: 0,
      rows: [],
      expiresAt: Number.MAX_SAFE_INTEGER,
      wake: [],
    });
    return result.done;
  }

  return {
    append: (next) =>
      lane.run(parts.name, async () => {
        for (let n = 0; n < ATTEMPTS; n++) if (await attempt(next)) return;
        throw new PorchlightError('store.unavailable', parts.name);
      }),
    async read(from) {
      const { talk } = await parts.store.read(id, { talkFrom: from });
      const opened = await Promise.all(
        talk.map(({ index, body }) => parts.vault.open(place(`talk:${index}`), body)),
      );
      return opened
        .filter((plain) => plain !== null)
        .map((plain) => JSON.parse(Buffer.from(plain).toString()) as Row);
    },
  };
}
