import { totpCode, totpStep } from '../../src/staff/totp.js';
import { bodyOf, callStaff, sessionOf } from '../support/staff-caller.js';
import { createDeskWorld, type DeskWorld } from '../support/staff-desk.js';

const MINUTE = 60_000;

function signIn(
  world: DeskWorld,
  change: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) {
  const secret = world.accounts[0]?.totpSecret ?? '';
  const code = totpCode(secret, totpStep(world.clock.at));
  const body = { name: 'Ana', password: 'a long password', code, ...change };
  return callStaff(world, { method: 'POST', path: '/staff/session', body, headers });
}

async function worldOfAna() {
  const world = createDeskWorld();
  await world.addStaff('Ana', 'advocate', { languages: ['en', 'es'] });
  return world;
}

const queue = (world: DeskWorld, session: string, headers: Record<string, string> = {}) =>
  callStaff(world, { method: 'GET', path: '/staff/queue', session, headers });

test('an advocate signs in and learns who she is, and nothing secret', async () => {
  const world = await worldOfAna();
  const response = await signIn(world);
  expect(response.status).toBe(200);
  const body = bodyOf(response);
  expect(body['me']).toMatchObject({ name: 'Ana', role: 'advocate', deskName: 'Harbor Desk' });
  expect(String(response.body)).not.toMatch(/argon2|totp|passwordHash/);
  expect(response.headers).not.toHaveProperty('set-cookie');
  expect((await queue(world, String(body['session']))).status).toBe(200);
  expect(world.audit.map((row) => row.what)).toEqual(['sign-in']);
});

test('a code with a blank in the middle, as apps show it, is taken', async () => {
  const world = await worldOfAna();
  const code = totpCode(world.accounts[0]?.totpSecret ?? '', totpStep(world.clock.at));
  expect((await signIn(world, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(200);
});

test.each([
  { what: 'a wrong password', change: { password: 'wrong' } },
  { what: 'a wrong code', change: { code: '123' } },
  { what: 'an unknown name', change: { name: 'Ben' } },
])('$what gets the same answer, byte for byte', async ({ change }) => {
  const response = await signIn(await worldOfAna(), change);
  expect(response).toMatchObject({ status: 401, body: '{"code":"wrong-sign-in"}' });
});

test.each([
  { what: 'nothing', body: undefined },
  { what: 'a list', body: [] },
  { what: 'a name that is an object', body: { name: {}, password: 'x', code: '1' } },
  { what: 'a field too many', body: { name: 'Ana', password: 'x', code: '1', role: 'admin' } },
  { what: 'a password of a megabyte', body: { name: 'Ana', password: 'x'.repeat(1e6), code: '1' } },
])('a sign-in with $what is refused before any password is checked', async ({ body }) => {
  const world = await worldOfAna();
  const response = await callStaff(world, { method: 'POST', path: '/staff/session', body });
  expect(response).toMatchObject({ status: 400, body: '{"code":"not-understood"}' });
});

test('after three wrong answers the fourth is told how long to wait', async () => {
  const world = await worldOfAna();
  for (let index = 0; index < 3; index += 1) await signIn(world, { code: '1' });
  const held = await signIn(world);
  expect(held.status).toBe(429);
  expect(held.headers).toMatchObject({ 'retry-after': '1' });
  world.clock.at += 1000;
  expect((await signIn(world)).status).toBe(200);
});

test.each([
  { origin: 'http://localhost:8080', status: 200 },
  { origin: 'http://localhost:9090', status: 403 },
  { origin: 'https://evil.example', status: 403 },
  { origin: 'null', status: 403 },
])('a sign-in from a page of $origin answers $status', async ({ origin, status }) => {
  expect((await signIn(await worldOfAna(), {}, { origin })).status).toBe(status);
});

test('a page on a name that was pointed at this machine may not sign anybody in', async () => {
  const origin = 'http://evil.example:8080';
  const response = await signIn(await worldOfAna(), {}, { origin, host: 'evil.example:8080' });
  expect(response.status).toBe(403);
});

test.each([
  { after: '29:59', ms: 30 * MINUTE - 1000, status: 200 },
  { after: '30:01', ms: 30 * MINUTE + 1000, status: 401 },
])('$after after the last press of a key a session answers $status', async ({ ms, status }) => {
  const world = await worldOfAna();
  const session = await sessionOf(world, 'Ana');
  world.clock.at += 10 * MINUTE;
  await queue(world, session);
  world.clock.at += ms;
  expect((await queue(world, session)).status).toBe(status);
});

test('what the page asks by itself does not keep an unattended screen signed in', async () => {
  const world = await worldOfAna();
  const session = await sessionOf(world, 'Ana');
  for (let index = 0; index < 29; index += 1) {
    world.clock.at += MINUTE;
    expect((await queue(world, session, { 'x-background': '1' })).status).toBe(200);
  }
  world.clock.at += MINUTE;
  expect((await queue(world, session)).status).toBe(401);
});

test('a link signs in once, and only while the demo is on', async () => {
  const world = await worldOfAna();
  const ana = world.accounts[0];
  const path = ana && world.staff.issueLink(ana.id);
  expect(path).toMatch(/^\/staff#link=[A-Za-z0-9_-]{43}$/);
  const body = { link: path?.split('=')[1] };
  const use = () => callStaff(world, { method: 'POST', path: '/staff/session', body });
  expect((await use()).status).toBe(200);
  expect((await use()).status).toBe(401);
  const real = createDeskWorld({ demo: false });
  const ben = await real.addStaff('Ben', 'advocate');
  expect(real.staff.issueLink(ben.id)).toBeNull();
});

test('signing out ends the session; signing in again ends the one before', async () => {
  const world = await worldOfAna();
  const first = await sessionOf(world, 'Ana');
  const second = await sessionOf(world, 'Ana');
  expect((await queue(world, first)).status).toBe(401);
  expect((await queue(world, second)).status).toBe(200);
  await callStaff(world, { method: 'DELETE', path: '/staff/session', session: second });
  expect((await queue(world, second)).status).toBe(401);
});

test('an account that is removed, or changes its role, is so at the next request', async () => {
  const world = await worldOfAna();
  const session = await sessionOf(world, 'Ana');
  const account = world.accounts[0];
  if (!account) throw new Error('no account');
  world.accounts.splice(0, 1, { ...account, role: 'admin' });
  const next = { method: 'POST', path: '/staff/next', body: { actId: 'a'.repeat(20) }, session };
  expect((await callStaff(world, next)).status).toBe(403);
  world.accounts.splice(0, 1);
  expect((await callStaff(world, next)).status).toBe(401);
});

test('an audit that cannot be written lets nobody in', async () => {
  const world = await worldOfAna();
  world.auditFails = true;
  await expect(signIn(world)).rejects.toThrow();
});

test('the page holds nothing of anybody, and its words come by language', async () => {
  const world = await worldOfAna();
  const page = await callStaff(world, { method: 'GET', path: '/staff' });
  expect(String(page.body)).not.toMatch(/<script>|style=|Ana/);
  const text = await callStaff(world, { method: 'GET', path: '/staff/text/en.json' });
  expect(bodyOf(text)['queue.next']).toBe('Next person');
  for (const name of ['xx.json', 'en', '..%2f..%2fpackage.json', '__proto__.json']) {
    expect((await callStaff(world, { method: 'GET', path: `/staff/text/${name}` })).status).toBe(404);
  }
});
