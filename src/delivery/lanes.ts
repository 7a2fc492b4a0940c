// Who runs when: one row at a time in a conversation, many conversations at a time, urgent ones before others.
import type { RecordId } from '../core/index.js';

export interface Lanes {
  /** Runs `work` after what was added for this record before; resolves when it is over. `work` must not reject. */
  add(recordId: RecordId, work: () => Promise<void>, urgent: boolean): Promise<void>;
}

/** At most `limit` run at a time; `spare` more only for urgent ones, so that slow senders never hold those up. */
export function createLanes(limit: number, spare: number): Lanes {
  const lanes = new Map<RecordId, Promise<void>>();
  const waiting = { urgent: [] as (() => void)[], other: [] as (() => void)[] };
  let running = 0;

  function startNext(): void {
    const next = running < limit + spare ? waiting.urgent.shift() : undefined;
    const start = next ?? (running < limit ? waiting.other.shift() : undefined);
    if (!start) return;
    running += 1;
    start();
    startNext();
  }

  async function inTurn(work: () => Promise<void>, urgent: boolean): Promise<void> {
    await new Promise<void>((start) => {
      waiting[urgent ? 'urgent' : 'other'].push(start);
      // Deferred, so that of those added together the urgent ones start first.
      setImmediate(startNext);
    });
    await work().finally(() => {
      running -= 1;
      startNext();
    });
  }

  return {
    add(recordId, work, urgent) {
      const lane = (lanes.get(recordId) ?? Promise.resolve()).then(() => inTurn(work, urgent));
      lanes.set(recordId, lane);
      return lane.finally(() => {
        if (lanes.get(recordId) === lane) lanes.delete(recordId);
      });
    },
  };
}
