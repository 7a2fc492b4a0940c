// A delivery worker over a memory store, with a clock that is moved and a far side that writes down what it received.
import { asId, type Effect, type EffectKind, type RecordId } from '../../src/core/index.js';
import { createDelivery, type Delivery, type Outcome } from '../../src/delivery/index.js';
import { type LeasedRow, type OutboxRow, openMemoryStore, type Store } from '../../src/stores/index.js';

export const START = 1_763_800_000_000;
export type Answer = (effect: Effect, row: LeasedRow) => Outcome | Promise<Outcome>;

export interface World {
  readonly store: Store;
  /** Row ids in the order in which the far side received them. */
  readonly received: string[];
  readonly logged: { code?: unknown; kind?: unknown }[];
  /** What the far side does next; `done` unless a test says otherwise. */
  answer: Answer;
  /** Puts one effect in the outbox of a record; null stands for one whose key is gone. */
  put(id: string, effect: Effect | null, part?: Partial<OutboxRow>): Promise<void>;
  worker(name?: string): Delivery;
  /** Moves wall clock and store clock. */
  move(ms: number): void;
  now(): number;
}

export const person = (name: string): RecordId => asId<RecordId>(`${name}-0123456789abcdef`);

export function send(part: Partial<Extract<Effect, { kind: 'send' }>> = {}): Effect {
  const reply = {
    id: 'r',
    kind: 'answer' as const,
    language: 'en',
    dir: 'ltr' as const,
    paragraphs: [],
    choices: [],
  };
  return { kind: 'send', reply, notAfter: null, urgent: false, evenIfOptedOut: false, ...part };
}

export const shred: Effect = { kind: 'shred', part: 'talk' };
export const forget: Effect = { kind: 'forget' };

export async function openWorld(): Promise<World> {
  let now = START;
  let monotonic = 0;
  const store = await openMemoryStore({ monotonic: () => monotonic });
  const versions = new Map<RecordId, number>();
  const world: World = {
    store,
    received: [],
    logged: [],
    answer: () => 'done',
    async put(id, effect, part = {}) {
      const recordId = part.recordId ?? person('anna');
      const body = Buffer.from(JSON.stringify(effect));
      const row = { id, recordId, kind: effect?.kind ?? 'send', body, dueAt: now, ...part };
      const known = versions.get(recordId) ?? 0;
      const empty = {
        body,
        talk: [],
        talkStart: 0,
        talkFrom: 0,
        expiresAt: Number.POSITIVE_INFINITY,
        wake: [],
      };
      const result = await store.commit({ id: recordId, expectedVersion: known, rows: [row], ...empty });
      versions.set(recordId, result.done ? result.version : known);
    },
    worker(name = 'one') {
      const write = (fields: Readonly<Record<string, unknown>>) => void world.logged.push(fields);
      const openRow = async (row: LeasedRow) => JSON.parse(Buffer.from(row.body).toString()) as Effect | null;
      const log = { warn: write, error: write };
      const clock = { now: () => now };
      const perform = farSide(world);
      return createDelivery({
        store,
        openRow,
        perform,
        clock,
        worker: name,
        log,
        random: () => 1,
        monotonic: () => monotonic,
      });
    },
    move(ms) {
      now += ms;
      monotonic += ms;
    },
    now: () => now,
  };
  return world;
}

function farSide(world: World) {
  const receive = async (effect: Effect, row: LeasedRow): Promise<Outcome> => {
    world.received.push(row.id);
    return world.answer(effect, row);
  };
  const kinds: EffectKind[] = ['send', 'enqueue', 'dequeue', 'timer', 'alarm', 'status', 'shred', 'forget'];
  return Object.fromEntries(kinds.map((kind) => [kind, receive])) as Record<EffectKind, typeof receive>;
}
