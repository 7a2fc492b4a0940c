import { asId, type StaffId } from '../../src/core/index.js';
import { type SessionEnd, Sessions } from '../../src/staff/sessions.js';

const MINUTE = 60_000;
const ANA = asId<StaffId>('ana');

function sessionsOf() {
  const ended: SessionEnd[] = [];
  return { ended, sessions: new Sessions((_session, why) => ended.push(why)) };
}

test.each([
  { after: '29:59', ms: 30 * MINUTE - 1000, alive: true },
  { after: '30:00', ms: 30 * MINUTE, alive: false },
  { after: '30:01', ms: 30 * MINUTE + 1000, alive: false },
])('$after after the last use, somebody is still signed in: $alive', ({ ms, alive }) => {
  const { sessions, ended } = sessionsOf();
  const { id, session } = sessions.start(ANA, 0);
  sessions.touch(session, 5 * MINUTE);
  expect(sessions.find(id, 5 * MINUTE + ms) !== null).toBe(alive);
  expect(ended).toEqual(alive ? [] : ['idle']);
});

test('a session ends within a long shift, however busy', () => {
  const { sessions } = sessionsOf();
  const { id, session } = sessions.start(ANA, 0);
  for (let at = 0; at < 12 * 60 * MINUTE; at += MINUTE) sessions.touch(session, at);
  expect(sessions.find(id, 12 * 60 * MINUTE - 1)).not.toBeNull();
  expect(sessions.find(id, 12 * 60 * MINUTE)).toBeNull();
});

test('signing in again ends the session before, and the old id opens nothing', () => {
  const { sessions, ended } = sessionsOf();
  const old = sessions.start(ANA, 0);
  const other = sessions.start(asId<StaffId>('ben'), 0);
  const now = sessions.start(ANA, 1);
  expect(sessions.find(old.id, 2)).toBeNull();
  expect(sessions.find(now.id, 2)).not.toBeNull();
  expect(sessions.find(other.id, 2)).not.toBeNull();
  expect(ended).toEqual(['replaced']);
});

test('idle sessions end by themselves, once', () => {
  const { sessions, ended } = sessionsOf();
  const { session } = sessions.start(ANA, 0);
  sessions.expire(30 * MINUTE);
  sessions.expire(31 * MINUTE);
  sessions.end(session, 'signed-out');
  expect(ended).toEqual(['idle']);
});

test('an id has 256 bits and is not what is kept', () => {
  const { sessions } = sessionsOf();
  const { id, session } = sessions.start(ANA, 0);
  expect(Buffer.from(id, 'base64url')).toHaveLength(32);
  expect(JSON.stringify(session)).not.toContain(id);
});

test('only the last sixteen conversations that were read are hinted about', () => {
  const { sessions } = sessionsOf();
  const { session } = sessions.start(ANA, 0);
  for (let index = 0; index < 20; index += 1) sessions.watch(session, `c${index}`);
  expect([...session.watching]).toEqual(Array.from({ length: 16 }, (_, index) => `c${index + 4}`));
});
