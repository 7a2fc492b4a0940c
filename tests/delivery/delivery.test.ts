import type { Effect } from '../../src/core/index.js';
import { PorchlightError } from '../../src/errors.js';
import { forget, openWorld, person, send, shred, type World } from './desk.js';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
const failing = (code: 'sms.throttled' | 'sms.refused') => () => {
  throw new PorchlightError(code, '+1 555 0100 said something');
};

describe('the delivery worker', () => {
  test('what is due is carried out once and is then gone', async () => {
    await world.put('a', send());
    await world.put('later', send(), { dueAt: world.now() + 1 });
    expect(await world.worker().drain()).toBe(1);
    expect(await world.worker().drain()).toBe(0);
    expect(world.received).toEqual(['a']);
  });

  test('more rows than are leased at once are all carried out, each once', async () => {
    const ids = Array.from({ length: 150 }, (_, place) => `r${place}`);
    for (const id of ids) await world.put(id, send(), { recordId: person(id) });
    await Promise.all([world.worker('one').drain(), world.worker('two').drain()]);
    expect([...world.received].sort()).toEqual([...ids].sort());
  });

  test('texts of one conversation keep their order, also over a failure', async () => {
    await world.put('first', send());
    await world.put('second', send(), { after: 'first' });
    world.answer = failing('sms.throttled');
    await world.worker().drain();
    world.answer = () => 'done';
    world.move(2000);
    await world.worker().drain();
    expect(world.received).toEqual(['first', 'first', 'second']);
  });

  test('rows of one conversation never run at the same time', async () => {
    for (const id of ['a', 'b', 'c']) await world.put(id, send());
    let running = 0;
    const most: number[] = [];
    world.answer = async () => {
      running += 1;
      most.push(running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return 'done' as const;
    };
    await world.worker().drain();
    expect([world.received, most]).toEqual([
      ['a', 'b', 'c'],
      [1, 1, 1],
    ]);
  });

  test('sixteen conversations run at a time, and urgent ones pass those that wait', async () => {
    for (let place = 0; place < 30; place += 1) {
      await world.put(`slow${place}`, send(), { recordId: person(`slow${place}`) });
    }
    await world.put('urgent', send({ urgent: true }), { recordId: person('urgent') });
    let release = () => {};
    const held = new Promise<'done'>((resolve) => {
      release = () => resolve('done');
    });
    world.answer = (_, row) => (row.id === 'urgent' ? 'done' : held);
    const draining = world.worker().drain();
    while (world.received.length < 17) await new Promise((resolve) => setImmediate(resolve));
    expect(world.received[0]).toBe('urgent');
    expect(world.received).toHaveLength(17);
    release();
    await draining;
    expect(world.received).toHaveLength(31);
  });

  test('an urgent row that comes when all lanes are busy does not wait for one', async () => {
    let release = () => {};
    const held = new Promise<'done'>((resolve) => {
      release = () => resolve('done');
    });
    world.answer = (_, row) => (row.id === 'urgent' ? 'done' : held);
    for (let place = 0; place < 20; place += 1) {
      await world.put(`slow${place}`, send(), { recordId: person(`slow${place}`) });
    }
    const worker = world.worker();
    worker.start();
    while (world.received.length < 16) await new Promise((resolve) => setImmediate(resolve));
    await world.put('urgent', send({ urgent: true }), { recordId: person('urgent') });
    while (!world.received.includes('urgent')) await new Promise((resolve) => setImmediate(resolve));
    expect(world.received).toHaveLength(17);
    release();
    await worker.stop();
  });

  test('a text is dropped when its time has passed, checked at the last moment', async () => {
    await world.put('early', send({ notAfter: world.now() + 1000 }));
    await world.put('late', send({ notAfter: world.now() + 1000 }));
    world.answer = () => {
      world.move(1001);
      return 'done';
    };
    await world.worker().drain();
    expect(world.received).toEqual(['early']);
    expect(await world.store.outbox.nextDueAt()).toBeNull();
  });

  test('a text on the very last millisecond is still sent', async () => {
    await world.put('a', send({ notAfter: world.now() }));
    await world.worker().drain();
    expect(world.received).toEqual(['a']);
  });

  test('a row whose key is gone is settled without a word', async () => {
    await world.put('a', null);
    expect(await world.worker().drain()).toBe(1);
    expect([world.received, await world.store.outbox.nextDueAt()]).toEqual([[], null]);
  });

  test('a worker that is told to come back later does so', async () => {
    await world.put('a', send());
    const at = world.now() + 7000;
    world.answer = () => ({ retryAt: at });
    await world.worker().drain();
    expect(await world.store.outbox.nextDueAt()).toBe(at);
  });

  test('one that is told a time that has passed does not spin', async () => {
    await world.put('a', send());
    world.answer = () => ({ retryAt: 0 });
    expect(await world.worker().drain()).toBe(1);
    expect(await world.store.outbox.nextDueAt()).toBe(world.now() + 1);
  });

  test('a failure is tried again after longer and longer, up to five minutes', async () => {
    await world.put('a', { kind: 'dequeue', deskId: 'd', caseId: 'c' } as unknown as Effect);
    world.answer = failing('sms.throttled');
    const waits: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      await world.worker().drain();
      const wait = ((await world.store.outbox.nextDueAt()) ?? 0) - world.now();
      waits.push(wait / 1000);
      world.move(wait);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  test('a failure that will not pass is given up, and only its code is logged', async () => {
    await world.put('a', send());
    world.answer = failing('sms.refused');
    await world.worker().drain();
    expect(await world.store.outbox.nextDueAt()).toBeNull();
    expect(world.logged).toEqual([{ code: 'sms.refused', kind: 'send', tries: 0 }]);
    expect(JSON.stringify(world.logged)).not.toContain('555');
  });

  test('a bug of a performer is tried again, and only its name is logged', async () => {
    await world.put('a', send());
    world.answer = () => {
      throw new TypeError('cannot read "he hit me"');
    };
    await world.worker().drain();
    expect(await world.store.outbox.nextDueAt()).toBe(world.now() + 1000);
    expect(world.logged).toEqual([{ code: 'TypeError', kind: 'send', tries: 0 }]);
  });

  const tries: [kind: string, effect: Effect, dropped: boolean][] = [
    ['alarm', { kind: 'alarm' } as Effect, true],
    ['send', send(), true],
    ['status', { kind: 'status' } as Effect, true],
    ['timer', { kind: 'timer' } as Effect, false],
    ['enqueue', { kind: 'enqueue' } as Effect, false],
    ['shred', shred, false],
    ['forget', forget, false],
  ];
  test.each(tries)(
    'after forty failures a row of kind %s is dropped only if it may be',
    async (_, effect, dropped) => {
      await world.put('a', effect);
      world.answer = failing('sms.throttled');
      for (let times = 0; times < 40; times += 1) {
        await world.worker().drain();
        world.move(300_000);
      }
      expect((await world.store.outbox.nextDueAt()) === null).toBe(dropped);
    },
  );

  test.each([
    ['shred', shred],
    ['forget', forget],
  ])('%s is tried again whatever its failure says', async (_, effect) => {
    await world.put('a', effect);
    world.answer = failing('sms.refused');
    await world.worker().drain();
    expect(await world.store.outbox.nextDueAt()).not.toBeNull();
  });

  test('a record is not forgotten while one of its keys could not be destroyed', async () => {
    await world.put('shred', shred);
    await world.put('forget', forget);
    const worker = world.worker();
    world.answer = failing('sms.throttled');
    await worker.drain();
    expect(world.received).toEqual(['shred']);
    world.answer = () => 'done';
    world.move(5000);
    await worker.drain();
    expect(world.received).toEqual(['shred', 'shred', 'forget']);
  });

  test('forgetting a record takes its own row along, and that is no failure', async () => {
    await world.put('forget', forget);
    world.answer = async (_, row) => {
      await world.store.erase(row.recordId);
      return 'done' as const;
    };
    await world.worker().drain();
    expect([world.logged, await world.store.outbox.nextDueAt()]).toEqual([[], null]);
  });

  test('a worker that works by itself hears of new rows, and stops when asked', async () => {
    const worker = world.worker();
    worker.start();
    worker.start();
    const performed = new Promise<void>((resolve) => {
      world.answer = () => {
        resolve();
        return 'done';
      };
    });
    await world.put('a', send());
    await performed;
    await worker.stop();
    await world.put('b', send());
    expect(world.received).toEqual(['a']);
  });
});
