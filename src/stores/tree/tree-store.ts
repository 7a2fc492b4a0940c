// A whole Store over any ordered tree: memory.ts and lmdb.ts bring the engine, this brings the contract.
import { randomUUID } from 'node:crypto';
import type { Store } from '../store.js';
import { createWake } from '../wake.js';
import { listEntries, putEntry, removeEntry } from './desk-queues.js';
import { firstDueAt, hasWork, type LeaseClock, leaseRows, settleRow } from './outbox-rows.js';
import { dropFaded, eraseRecord, readRecord, sweepRecords, writeCommit } from './records.js';
import { LAST, type TreeEngine } from './tree.js';

export interface EmbeddedOptions {
  /** Monotonic milliseconds for leases; the process's own by default. */
  readonly monotonic?: () => number;
}

/** How many seen rows and marks one transaction drops: a sweep must not hold up turns. */
const FADED_A_TURN = 500;

/** A Store on this engine. Opening it is a boot: leases of the one before are void. */
export function createTreeStore(engine: TreeEngine, options: EmbeddedOptions = {}): Store {
  const wake = createWake();
  const clock: LeaseClock = { boot: randomUUID(), now: options.monotonic ?? (() => performance.now()) };
  return {
    read: async (id, { talkFrom } = {}) => readRecord(engine.view, id, talkFrom),
    async commit(commit) {
      const result = await engine.transact((tree) => writeCommit(tree, commit));
      if (result.done) wake.tell(commit.rows.length > 0 ? [...commit.wake, 'outbox'] : commit.wake);
      return result;
    },
    outbox: createOutbox(engine, clock),
    queue: {
      async put(entry) {
        await engine.transact((tree) => putEntry(tree, entry));
        wake.tell([`desk:${entry.deskId}`]);
      },
      async remove(deskId, caseId) {
        await engine.transact((tree) => removeEntry(tree, deskId, caseId));
        wake.tell([`desk:${deskId}`]);
      },
      list: async (deskId, page) => listEntries(engine.view, deskId, page),
    },
    onWake: wake.listen,
    erase: (id) => engine.transact((tree) => eraseRecord(tree, id)),
    sweep: (now, limit) => sweep(engine, now, limit),
    close: () => engine.close(),
  };
}

function createOutbox(engine: TreeEngine, clock: LeaseClock): Store['outbox'] {
  return {
    // An idle worker asks every second: it must not cost a write to disk to hear "nothing".
    lease: async (request) =>
      hasWork(engine.view, request.now, clock)
        ? engine.transact((tree) => leaseRows(tree, request, clock))
        : [],
    settle: (row, outcome) => engine.transact((tree) => settleRow(tree, row, outcome)),
    nextDueAt: async () => firstDueAt(engine.view),
  };
}

async function sweep(engine: TreeEngine, now: number, limit: number): ReturnType<Store['sweep']> {
  while (isAnyPast(engine, 'fading', now)) {
    await engine.transact((tree) => dropFaded(tree, now, FADED_A_TURN));
  }
  if (!isAnyPast(engine, 'expiry', now)) return [];
  return engine.transact((tree) => sweepRecords(tree, now, limit));
}

function isAnyPast(engine: TreeEngine, index: 'fading' | 'expiry', now: number): boolean {
  return engine.view.range([index], [index, now, LAST], { limit: 1 }).length > 0;
}
