// What holds for conversations over every store: nothing lost, nothing doubled, nobody's words left behind.
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/core/index.js';
import type { Store } from '../../src/stores/index.js';
import {
  DESK,
  openServiceWorld,
  queueUrgentCase,
  type ServiceWorld,
  wordsOf,
} from '../support/service-world.js';

/** Runs the suite over a store that `open` makes anew for each test. */
export function describeConversations(name: string, open: () => Promise<Store>): void {
  describe(`conversations over ${name}`, () => {
    let world: ServiceWorld;
    beforeEach(async () => {
      world = await openServiceWorld({ store: await open() });
    });
    afterEach(() => world.close());

    test('a message that arrives fifty times at once is one message and one answer', async () => {
      const person = world.person('ana');
      const message = person.inbound('he has a gun and he is outside my door');
      const results = await Promise.all(Array.from({ length: 50 }, () => person.handle(message)));
      expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
      expect(new Set(results.map(({ replies }) => replies.map(({ id }) => id).join())).size).toBe(1);
      const talk = await person.view();
      expect(talk?.entries.filter(({ entry }) => entry.from === 'person')).toHaveLength(1);
    });

    test('a repeat gets the same replies for ten minutes, and later none', async () => {
      const person = world.person('ana');
      const message = person.inbound('what is a t visa');
      const first = await person.handle(message);
      const again = await person.handle(message);
      expect([again.outcome, wordsOf(again.replies)]).toEqual(['repeat', wordsOf(first.replies)]);
      await world.pass(11 * MINUTE_MS);
      expect((await person.handle(message)).replies).toEqual([]);
    });

    test('messages sent side by side are all kept, each with its answer', async () => {
      const person = world.person('ana');
      await Promise.all(['hello', 'what is a t visa', 'thanks'].map((text) => person.say(text)));
      const talk = (await person.view())?.entries ?? [];
      expect(talk.filter(({ entry }) => entry.from === 'person')).toHaveLength(3);
      expect(talk.map(({ index }) => index)).toEqual(talk.map((_, index) => index));
    });

    test('a commit that comes in between makes the turn run again on what is true now', async () => {
      const person = world.person('ana');
      await person.say('hello');
      const commit = world.store.commit.bind(world.store);
      let between = true;
      world.store.commit = async (wanted) => {
        if (between) {
          between = false;
          const { version, body } = await world.store.read(wanted.id);
          const untouched = {
            ...wanted,
            body: body ?? wanted.body,
            talk: [],
            rows: [],
            expectedVersion: version,
          };
          const { seen: _, ...foreign } = untouched;
          await commit(foreign);
        }
        return commit(wanted);
      };
      const result = await person.say('he locked me in and he is coming back with a knife');
      expect([result.outcome, wordsOf(result.replies)]).toEqual(['done', expect.stringContaining('911')]);
      expect((await person.view())?.entries.filter(({ entry }) => entry.from === 'person')).toHaveLength(2);
    });

    test('another session cannot write into a conversation or read it', async () => {
      const person = world.person('ana');
      await person.say('my name is in this message');
      const foreign = person.inbound('what did i say before?', { hints: { sessionHash: 'another' } });
      expect((await person.handle(foreign)).outcome).toBe('refused');
    });

    test('a second advocate cannot claim the same case: of twenty at once exactly one has it', async () => {
      world.arrive('maria');
      const person = world.person('ana');
      await queueUrgentCase(person);
      await world.pass(0);
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, n) => world.act(`staff-${n}`, person.id, { kind: 'claim' })),
      );
      expect(claims.filter((claim) => 'done' in claim)).toHaveLength(1);
      expect(
        claims.filter((claim) => 'refused' in claim && claim.refused === 'already-claimed'),
      ).toHaveLength(19);
    });

    test('a case is first in the queue of its desk, with no word of the person in the index', async () => {
      world.arrive('maria');
      const person = world.person('ana');
      await queueUrgentCase(person);
      await world.pass(0);
      const { lines, total } = await world.desk.queue(DESK, { offset: 0, limit: 10 });
      expect([total, lines[0]?.line.level, lines[0]?.line.conversationId]).toEqual([1, 'urgent', person.id]);
      expect(JSON.stringify(await world.store.queue.list(DESK, { offset: 0, limit: 10 }))).not.toContain(
        'passport',
      );
    });

    test('what a staff member writes reaches the person, and the bot is silent from then on', async () => {
      world.arrive('maria');
      const person = world.person('ana');
      await queueUrgentCase(person);
      await world.pass(0);
      await world.act('maria', person.id, { kind: 'claim' });
      await world.act('maria', person.id, { kind: 'message', text: 'I am here with you.' });
      const before = (await person.view())?.next ?? 0;
      const { replies } = await person.say('what is a t visa');
      expect(replies).toEqual([]);
      const talk = (await person.view())?.entries ?? [];
      expect(
        talk.some(({ entry }) => entry.from === 'staff' && wordsOf([entry.reply]) === 'I am here with you.'),
      ).toBe(true);
      expect((await person.view(before))?.entries.every(({ entry }) => entry.from === 'person')).toBe(true);
      const seen = await world.desk.read(person.id, DESK);
      expect(seen?.talk.map(({ text }) => text)).toContain('what is a t visa');
    });

    test('new danger while a person is there still gets the safety line at once', async () => {
      world.arrive('maria');
      const person = world.person('ana');
      await queueUrgentCase(person);
      await world.pass(0);
      await world.act('maria', person.id, { kind: 'claim' });
      await world.act('maria', person.id, { kind: 'message', text: 'Hello.' });
      await world.pass(2 * MINUTE_MS);
      const { replies } = await person.say('he has a gun, he is outside my door');
      expect(wordsOf(replies)).toContain('911');
      await world.pass(0);
      expect(world.rung.map(({ alarm }) => alarm)).toContain('rise');
    });

    test('an unclaimed urgent case rings again, calls a supervisor, and tells the person the truth at two minutes', async () => {
      world.arrive('maria');
      const person = world.person('ana');
      await queueUrgentCase(person);
      await world.pass(0);
      await world.pass(31 * SECOND_MS);
      await world.pass(30 * SECOND_MS);
      expect(world.rung.map(({ alarm }) => alarm)).toEqual(
        expect.arrayContaining(['ring', 'second-ring', 'supervisor']),
      );
      const before = (await person.view())?.next ?? 0;
      await world.pass(60 * SECOND_MS);
      const told = (await person.view(before))?.entries ?? [];
      expect(told.map(({ entry }) => (entry.from === 'bot' ? wordsOf([entry.reply]) : '')).join()).toContain(
        '1-888-373-7888',
      );
    });

    test('whoever hides the page leaves nothing to read, and the open case stays with staff', async () => {
      world.arrive('maria');
      const person = world.person('ana');
      await queueUrgentCase(person);
      await world.pass(0);
      await person.press('hide');
      await world.pass(0);
      expect(await person.view()).toBeNull();
      expect((await person.say('what did i write?')).outcome).toBe('refused');
      const seen = await world.desk.read(person.id, DESK);
      expect([seen?.status, seen?.person]).toEqual(['queued', 'hidden']);
      expect(JSON.stringify(seen?.lines)).toContain('passport');
    });

    test('whoever erases without a case is gone: record, talk and keys', async () => {
      const person = world.person('ana');
      await person.say('my uncle hurt me last year');
      await person.press('erase');
      await world.pass(0);
      const stored = await world.store.read(person.id, { talkFrom: 0 });
      expect([stored.body, stored.talk]).toEqual([null, []]);
      expect(await person.view()).toBeNull();
    });

    test('a talk without a case is forgotten two hours after its last message, not before', async () => {
      const person = world.person('ana');
      await person.say('what is a t visa');
      await world.pass(HOUR_MS);
      await person.say('thanks');
      await world.pass(HOUR_MS + 5 * MINUTE_MS);
      expect(await person.record()).not.toBeNull();
      await world.pass(HOUR_MS);
      await world.pass(0);
      expect((await world.store.read(person.id)).body).toBeNull();
    });

    test('STOP wins over everything that was queued before it, and names the hotline once', async () => {
      const person = world.person('+15555550101', 'sms');
      await person.say('what is a t visa');
      await person.say('STOP');
      await world.pass(0);
      const words = world.sent.map(({ reply }) => wordsOf([reply]));
      expect(words.filter((text) => text.includes('1-888-373-7888') && /more texts/.test(text))).toHaveLength(
        1,
      );
      expect(words.some((text) => /T visa/.test(text))).toBe(false);
      await person.say('hello');
      await world.pass(0);
      expect(world.sent).toHaveLength(words.length);
    });

    test('"STOP he is outside" is danger first, and asks instead of obeying', async () => {
      const person = world.person('+15555550102', 'sms');
      const { replies } = await person.say('STOP he is outside my door with a knife');
      expect(wordsOf(replies)).toContain('911');
      expect((await person.record())?.optedOut).toBe(false);
    });
  });
}
