import type { Socket, SocketHandler } from '../../src/core/index.js';
import { httpRequest } from '../support/http-request.js';
import { callStaff, sessionOf } from '../support/staff-caller.js';
import { createDeskWorld, type DeskWorld } from '../support/staff-desk.js';

const SECOND = 1000;
const ORIGIN = 'http://localhost:8080';

interface Tab {
  readonly hints: { type: string; [name: string]: unknown }[];
  readonly closed: { code: number; reason: string }[];
  readonly handler: SocketHandler;
  say(frame: unknown): Promise<void>;
}

function upgrade(world: DeskWorld, headers: Record<string, string>, path = '/staff/socket') {
  const [route] = world.staff.sockets;
  if (!route) throw new Error('no socket');
  return route.accept(httpRequest({ path, headers }));
}

async function openTab(world: DeskWorld): Promise<Tab> {
  const accepted = await upgrade(world, { origin: ORIGIN });
  if (typeof accepted === 'number') throw new Error(`refused with ${accepted}`);
  const hints: Tab['hints'] = [];
  const closed: Tab['closed'] = [];
  const socket: Socket = {
    send: (text) => void (closed.length === 0 && hints.push(JSON.parse(text))),
    close: (code, reason) => void closed.push({ code, reason }),
  };
  const handler = accepted(socket);
  const say = async (frame: unknown) => {
    handler.onMessage(typeof frame === 'string' ? frame : JSON.stringify(frame));
    await new Promise(setImmediate);
  };
  return { hints, closed, handler, say };
}

async function desk() {
  const world = createDeskWorld();
  await world.addStaff('Ana', 'advocate');
  await world.addStaff('Far', 'advocate', { deskId: 'other' });
  const session = await sessionOf(world, 'Ana');
  return { world, session };
}

async function signedInTab(world: DeskWorld, session: string): Promise<Tab> {
  const tab = await openTab(world);
  await tab.say({ type: 'hello', session });
  return tab;
}

const typesOf = (tab: Tab) => tab.hints.map((hint) => hint.type);

test.each([
  { what: 'without an Origin', headers: {}, path: '/staff/socket', status: 403 },
  {
    what: 'from another page',
    headers: { origin: 'https://evil.example' },
    path: '/staff/socket',
    status: 403,
  },
  {
    what: 'from another port',
    headers: { origin: 'http://localhost:1' },
    path: '/staff/socket',
    status: 403,
  },
  {
    what: 'with a token in the address',
    headers: { origin: ORIGIN },
    path: '/staff/socket?token=x',
    status: 400,
  },
])('a socket $what is refused with $status', async ({ headers, path, status }) => {
  const { world } = await desk();
  expect(await upgrade(world, headers, path)).toBe(status);
});

test('with a public address only its own page may connect', async () => {
  const world = createDeskWorld({ publicOrigin: 'https://desk.example' });
  expect(await upgrade(world, { origin: ORIGIN })).toBe(403);
  expect(typeof (await upgrade(world, { origin: 'https://desk.example' }))).toBe('function');
});

test('a socket that does not say who it is hears nothing and is closed after five seconds', async () => {
  const { world } = await desk();
  const tab = await openTab(world);
  world.wake('desk:demo');
  expect(tab.hints).toEqual([]);
  world.clock.at += 5 * SECOND;
  world.staff.tick();
  expect(tab.closed[0]?.code).toBe(4401);
});

test.each([
  { what: 'a forged session', frame: { type: 'hello', session: 'f'.repeat(43) }, code: 4401 },
  { what: 'a beat before a hello', frame: { type: 'beat', active: true }, code: 4401 },
  { what: 'no JSON', frame: '{', code: 4400 },
  { what: 'a frame nobody knows', frame: { type: 'subscribe', topic: 'desk:other' }, code: 4400 },
  { what: 'a frame of a page', frame: { type: 'hello', session: 'x'.repeat(5000) }, code: 4400 },
])('$what ends the socket', async ({ frame, code }) => {
  const { world } = await desk();
  const tab = await openTab(world);
  await tab.say(frame);
  expect(tab.closed[0]?.code).toBe(code);
});

test('a console hears of its own desk, of cases it has read, and of nothing else', async () => {
  const { world, session } = await desk();
  const own = world.personComes({ name: 'own', danger: 'a' });
  const unread = world.personComes({ name: 'unread', danger: 'b' });
  await callStaff(world, { method: 'GET', path: `/staff/cases/${own}`, session });
  const tab = await signedInTab(world, session);
  tab.hints.length = 0;
  world.wake('desk:other');
  world.wake(`c:${unread}`);
  expect(tab.hints).toEqual([]);
  world.wake('desk:demo');
  world.wake(`c:${own}`);
  expect(tab.hints).toEqual([{ type: 'queue' }, { type: 'case', id: own }]);
});

test('an alarm reaches the consoles of its desk', async () => {
  const { world, session } = await desk();
  const tab = await signedInTab(world, session);
  const far = await signedInTab(world, await sessionOf(world, 'Far'));
  world.staff.alarm({ deskId: world.accounts[0]?.deskId as never, alarm: 'rise', level: 'emergency' });
  expect(tab.hints.at(-1)).toEqual({ type: 'alarm', alarm: 'rise', level: 'emergency' });
  expect(typesOf(far)).not.toContain('alarm');
});

test('signing out closes the socket at once, and nobody counts as present', async () => {
  const { world, session } = await desk();
  const tab = await signedInTab(world, session);
  expect(world.presence.snapshot('demo' as never).available).toBe(1);
  await callStaff(world, { method: 'DELETE', path: '/staff/session', session });
  expect(tab.hints.at(-1)).toEqual({ type: 'end', why: 'signed-out' });
  expect(tab.closed[0]?.code).toBe(4401);
  expect(world.presence.snapshot('demo' as never).available).toBe(0);
});

test('the server asks every five seconds; who does not answer for fifteen is dropped and not present', async () => {
  const { world, session } = await desk();
  const answering = await signedInTab(world, session);
  for (let second = 0; second < 20; second += 1) {
    world.clock.at += SECOND;
    world.staff.tick();
    if (answering.hints.at(-1)?.type === 'beat') await answering.say({ type: 'beat', active: false });
  }
  expect(answering.closed).toEqual([]);
  expect(typesOf(answering).filter((type) => type === 'beat')).toHaveLength(4);
  world.clock.at += 16 * SECOND;
  world.staff.tick();
  expect(answering.closed[0]?.code).toBe(4408);
  expect(world.presence.snapshot('demo' as never).available).toBe(0);
});

test('thirty minutes without a key end the session although the console still answers', async () => {
  const { world, session } = await desk();
  const tab = await signedInTab(world, session);
  for (let minute = 0; minute < 30 * 6; minute += 1) {
    world.clock.at += 10 * SECOND;
    world.staff.tick();
    await tab.say({ type: 'beat', active: false });
  }
  expect(tab.hints.at(-1)).toEqual({ type: 'end', why: 'idle' });
});

test('a key pressed now and then keeps it', async () => {
  const { world, session } = await desk();
  const tab = await signedInTab(world, session);
  for (let minute = 0; minute < 60 * 6; minute += 1) {
    world.clock.at += 10 * SECOND;
    world.staff.tick();
    await tab.say({ type: 'beat', active: minute % 60 === 0 });
  }
  expect(tab.closed).toEqual([]);
});

test('a status is what presence counts, and survives a broken line', async () => {
  const { world, session } = await desk();
  const tab = await signedInTab(world, session);
  const status = { method: 'POST', path: '/staff/status', body: { status: 'busy' }, session };
  await callStaff(world, status);
  expect(world.presence.snapshot('demo' as never).available).toBe(0);
  tab.handler.onClose();
  await signedInTab(world, session);
  expect(world.presence.snapshot('demo' as never).members[0]?.status).toBe('busy');
});

test('a session that ends while it says hello gets nothing', async () => {
  const { world, session } = await desk();
  const tab = await openTab(world);
  const hello = tab.say({ type: 'hello', session });
  await callStaff(world, { method: 'DELETE', path: '/staff/session', session });
  await hello;
  const heard = tab.hints.length;
  world.wake('desk:demo');
  expect(tab.closed).toHaveLength(1);
  expect(tab.hints).toHaveLength(heard);
});

test('closing the room closes every console and stops listening', async () => {
  const { world, session } = await desk();
  const tab = await signedInTab(world, session);
  world.staff.close();
  world.wake('desk:demo');
  expect(tab.closed).toEqual([{ code: 1001, reason: 'closing' }]);
});
