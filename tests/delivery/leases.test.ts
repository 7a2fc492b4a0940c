// What a crash, a pause or a store in trouble does to a row: it may be performed again, never lost, never settled twice.
import { PorchlightError } from '../../src/errors.js';
import { type Answer, openWorld, person, send, type World } from './desk.js';

const LEASE_MS = 60_000;
let world: World;
beforeEach(async () => {
  world = await openWorld();
});

describe('leases of the delivery worker', () => {
  test('after a crash between performing and settling the effect comes again, under the same row id', async () => {
    await world.put('a', send());
    const { outbox } = world.store;
    const { settle } = outbox;
    outbox.settle = () => Promise.reject(new PorchlightError('store.unavailable'));
    await world.worker('crashed').drain();
    outbox.settle = settle;
    await world.worker('next').drain();
    expect(world.received).toEqual(['a']);
    world.move(LEASE_MS + 1);
    await world.worker('next').drain();
    expect(world.received).toEqual(['a', 'a']);
    expect(await outbox.nextDueAt()).toBeNull();
    expect(world.logged).toEqual([{ code: 'store.unavailable', kind: 'send', tries: 0 }]);
  });

  test('a worker that slept through its lease does not settle the row of the one who took over', async () => {
    await world.put('a', send());
    const settled: boolean[] = [];
    const { outbox } = world.store;
    const { settle } = outbox;
    outbox.settle = async (row, outcome) => {
      const result = await settle(row, outcome);
      settled.push(result);
      return result;
    };
    world.answer = onceThen(async () => {
      world.move(LEASE_MS + 1);
      await world.worker('second').drain();
      return { retryAt: world.now() };
    });
    await world.worker('first').drain();
    expect([world.received, settled]).toEqual([
      ['a', 'a'],
      [true, false],
    ]);
    expect(await outbox.nextDueAt()).toBeNull();
  });

  test('a row that waited too long for its turn is left to its lease instead of being performed late', async () => {
    await world.put('slow', send());
    await world.put('waits', send());
    world.answer = onceThen(() => {
      world.move(LEASE_MS / 2 + 1);
      return 'done';
    });
    await world.worker('first').drain();
    expect(world.received).toEqual(['slow']);
    world.move(LEASE_MS);
    await world.worker('second').drain();
    expect(world.received).toEqual(['slow', 'waits']);
  });

  test('a row that cannot be opened now is put back; one that never opens is given up by its code', async () => {
    const { createDelivery } = await import('../../src/delivery/index.js');
    const build = (code: 'store.unavailable' | 'vault.tampered') =>
      createDelivery({
        store: world.store,
        openRow: () => Promise.reject(new PorchlightError(code)),
        perform: {} as never,
        clock: world,
        worker: 'w',
        log: { warn: (fields) => world.logged.push(fields), error: (fields) => world.logged.push(fields) },
        random: () => 0,
      });
    await world.put('a', send(), { recordId: person('ben') });
    await build('store.unavailable').drain();
    expect(await world.store.outbox.nextDueAt()).toBe(world.now() + 500);
    world.move(500);
    await build('vault.tampered').drain();
    expect(await world.store.outbox.nextDueAt()).toBeNull();
    expect(world.logged.map((fields) => fields.code)).toEqual(['store.unavailable', 'vault.tampered']);
  });

  test('a store that does not answer is asked again at the next wake-up', async () => {
    const { outbox } = world.store;
    const { lease } = outbox;
    const asked = new Promise<void>((resolve) => {
      outbox.lease = async () => {
        outbox.lease = lease;
        resolve();
        throw new PorchlightError('store.unavailable');
      };
    });
    const performed = new Promise<void>((resolve) => {
      world.answer = () => {
        resolve();
        return 'done';
      };
    });
    const worker = world.worker();
    worker.start();
    await asked;
    await world.put('a', send());
    await performed;
    await worker.stop();
    expect(world.logged).toEqual([{ code: 'store.unavailable' }]);
  });
});

/** Answers the first time in its own way, and `done` from then on. */
function onceThen(first: Answer): Answer {
  return (effect, row) => {
    world.answer = () => 'done';
    return first(effect, row);
  };
}
