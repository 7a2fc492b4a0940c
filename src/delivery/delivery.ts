// The outbox worker: leases rows that are due, opens them, runs them in their lanes, and waits for more.
// What an effect does outside is injected; nothing here knows a channel.
import { type Clock, type Effect, type RecordId, SECOND_MS } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import type { LeasedRow, Store } from '../stores/index.js';
import { type Bell, createBell } from './bell.js';
import { createLanes, type Lanes } from './lanes.js';
import { type DeliveryLog, type Performers, performRow, type RowTools, settleFailed } from './perform-row.js';

export interface DeliveryOptions {
  readonly store: Pick<Store, 'outbox' | 'onWake'>;
  /** The effect of a row, or null when its key was destroyed. May throw; the row is then judged like one that failed. */
  readonly openRow: (row: LeasedRow) => Promise<Effect | null>;
  readonly perform: Performers;
  readonly clock: Clock;
  /** Names this worker in leases. */
  readonly worker: string;
  readonly log: DeliveryLog;
  /** From 0 to 1, for the jitter of retries. */
  readonly random?: () => number;
  /** Monotonic milliseconds: how old a lease is. */
  readonly monotonic?: () => number;
}

export interface Delivery {
  /** Begins to work by itself, until `stop`. */
  start(): void;
  /** Works until nothing is due at the clock's time; how many rows it took on. For tests and the end of a command. */
  drain(): Promise<number>;
  /** Takes on nothing more; resolves when what is under way is settled. */
  stop(): Promise<void>;
}

const CONVERSATIONS_AT_ONCE = 16;
const SPARE_FOR_URGENT = 4;
const ROWS_AT_ONCE = 64;
const LEASE_MS = 60 * SECOND_MS;
/** A row that waited longer than this for its lane is left to its lease: performing it could outlast that. */
const START_WITHIN_MS = LEASE_MS / 2;
const LONGEST_WAIT_MS = SECOND_MS;
/** Another worker may have been quicker: what is due now and not to be had is not asked for without a pause. */
const SHORTEST_WAIT_MS = 20;

/** A worker over this store's outbox. Effects are performed at least once each, in order within a conversation. */
export function createDelivery(options: DeliveryOptions): Delivery {
  return new OutboxWorker(options);
}

class OutboxWorker implements Delivery {
  readonly #lanes: Lanes = createLanes(CONVERSATIONS_AT_ONCE, SPARE_FOR_URGENT);
  readonly #bell: Bell = createBell();
  readonly #underWay = new Set<Promise<void>>();
  readonly #tools: RowTools;
  readonly #monotonic: () => number;
  #working: Promise<void> | null = null;
  #stopListening = () => {};

  constructor(private readonly options: DeliveryOptions) {
    const { store, perform, clock, log, random = Math.random } = options;
    this.#tools = { outbox: store.outbox, perform, clock, log, random, unshredded: new Set<RecordId>() };
    this.#monotonic = options.monotonic ?? (() => performance.now());
  }

  start(): void {
    if (this.#working) return;
    this.#stopListening = this.options.store.onWake((topic) => {
      if (topic === 'outbox') this.#bell.ring();
    });
    this.#working = Promise.resolve().then(() => this.#work());
  }

  async drain(): Promise<number> {
    for (let taken = 0; ; ) {
      const more = await this.#takeOn();
      taken += more;
      if (more === 0 && this.#underWay.size === 0) return taken;
      await Promise.race(this.#underWay);
    }
  }

  async stop(): Promise<void> {
    const last = this.#working;
    this.#working = null;
    this.#stopListening();
    this.#bell.ring();
    await last;
    await Promise.all(this.#underWay);
  }

  async #work(): Promise<void> {
    while (this.#working) {
      try {
        if ((await this.#takeOn()) === 0) await this.#waitForMore();
      } catch (thrown) {
        const code = thrown instanceof PorchlightError ? thrown.code : 'unknown';
        this.options.log.error({ code }, 'the outbox could not be read');
        await this.#bell.heard(LONGEST_WAIT_MS);
      }
    }
  }

  async #waitForMore(): Promise<void> {
    const isFull = this.#underWay.size >= ROWS_AT_ONCE;
    const nextDueAt = isFull ? null : await this.options.store.outbox.nextDueAt();
    const waitMs = nextDueAt === null ? LONGEST_WAIT_MS : nextDueAt - this.options.clock.now();
    await this.#bell.heard(Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, waitMs)));
  }

  /** Leases what there is room for and sets it going; how many rows that were. */
  async #takeOn(): Promise<number> {
    const limit = ROWS_AT_ONCE - this.#underWay.size;
    if (limit <= 0) return 0;
    const { store, worker, clock } = this.options;
    const leasedAt = this.#monotonic();
    const rows = await store.outbox.lease({ worker, now: clock.now(), limit, leaseMs: LEASE_MS });
    // All are opened before any is put in its lane: otherwise the order would be that of who opened first.
    const opened = Promise.all(rows.map((row) => this.#open(row)));
    for (const [place, row] of rows.entries()) {
      this.#track(opened.then((effects) => this.#run(row, effects[place], leasedAt)));
    }
    return rows.length;
  }

  /** The effect, or a function that settles a row that cannot be opened. */
  async #open(row: LeasedRow): Promise<Effect | null | (() => Promise<void>)> {
    return this.options.openRow(row).catch((thrown: unknown) => () => settleFailed(row, thrown, this.#tools));
  }

  async #run(
    row: LeasedRow,
    effect: Effect | null | undefined | (() => Promise<void>),
    leasedAt: number,
  ): Promise<void> {
    if (typeof effect === 'function') return effect();
    const isUrgent = effect?.kind === 'send' && effect.urgent;
    const work = async () => {
      if (this.#monotonic() - leasedAt > START_WITHIN_MS) return;
      await performRow(row, effect ?? null, this.#tools);
    };
    await this.#lanes.add(row.recordId, work, isUrgent);
  }

  #track(run: Promise<void>): void {
    const tracked = run.finally(() => {
      this.#underWay.delete(tracked);
      this.#bell.ring();
    });
    this.#underWay.add(tracked);
  }
}
