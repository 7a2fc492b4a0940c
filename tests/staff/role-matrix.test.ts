// Every route of the staff room × every kind of credential × own, foreign and nonexistent case (trust.md T9, rows 35, 78).
// A route without a row here fails.
import type { HttpResponse } from '../../src/core/index.js';
import { callStaff, press, sessionOf } from '../support/staff-caller.js';
import { type CasesWorld, worldWithCases } from './cases.js';

const NOBODY = 'nobodynobodynobodynobodynobodynobodynobodyn';
type Who = 'nobody' | 'a forged session' | 'advocate' | 'supervisor' | 'admin';
const PEOPLE: Readonly<Record<Who, string | null>> = {
  nobody: null,
  'a forged session': null,
  advocate: 'Ana',
  supervisor: 'Sue',
  admin: 'Ada',
};
const ANYONE = { nobody: 200, 'a forged session': 200, advocate: 200, supervisor: 200, admin: 200 };
const STAFF = { nobody: 401, 'a forged session': 401, advocate: 200, supervisor: 200, admin: 200 };
const READERS = { ...STAFF, admin: 403 };

interface Row {
  readonly route: string;
  readonly body?: Readonly<Record<string, string>>;
  /** Status on one's own desk; 409: allowed, and the machine says no because nobody holds the case. */
  readonly own: Readonly<Record<Who, number>>;
  readonly query?: string;
}

const held = (statuses: Readonly<Record<Who, number>>) =>
  Object.fromEntries(
    Object.entries(statuses).map(([who, status]) => [who, status === 200 ? 409 : status]),
  ) as Record<Who, number>;

const ROWS: readonly Row[] = [
  { route: 'GET /staff', own: ANYONE },
  { route: 'GET /staff/console.js', own: { ...ANYONE } },
  { route: 'GET /staff/console.css', own: { ...ANYONE } },
  { route: 'GET /staff/text/:file', own: ANYONE },
  {
    route: 'POST /staff/session',
    body: { link: 'x' },
    own: { ...ANYONE, nobody: 401, 'a forged session': 401, advocate: 401, supervisor: 401, admin: 401 },
  },
  { route: 'DELETE /staff/session', own: STAFF },
  { route: 'POST /staff/status', body: { status: 'busy' }, own: STAFF },
  { route: 'GET /staff/queue', own: STAFF },
  { route: 'GET /staff/phrases', own: STAFF },
  { route: 'POST /staff/next', body: { actId: '*' }, own: READERS },
  { route: 'GET /staff/cases/:id', own: READERS },
  { route: 'POST /staff/cases/:id/claim', body: { actId: '*' }, own: READERS },
  { route: 'POST /staff/cases/:id/release', body: { actId: '*' }, own: held(STAFF) },
  { route: 'POST /staff/cases/:id/activity', body: { actId: '*' }, own: held(READERS) },
  {
    route: 'POST /staff/cases/:id/message',
    body: { actId: '*', text: 'hello', language: 'en' },
    own: held(READERS),
  },
  { route: 'POST /staff/cases/:id/note', body: { actId: '*', text: 'a note' }, own: held(READERS) },
  { route: 'POST /staff/cases/:id/lower', body: { actId: '*', level: 'elevated' }, own: held(READERS) },
  { route: 'POST /staff/cases/:id/close', body: { actId: '*', disposition: 'helped' }, own: held(READERS) },
];

async function ask(cases: CasesWorld, row: Row, from: { who: Who; id: string }): Promise<HttpResponse> {
  const [method = '', pattern = ''] = row.route.split(' ');
  const name = PEOPLE[from.who];
  const forged = from.who === 'nobody' ? null : 'f'.repeat(43);
  const session = name === null ? forged : await sessionOf(cases.world, name);
  const path = pattern.replace(':id', from.id).replace(':file', 'en.json');
  const body = row.body && { ...row.body, ...(row.body['actId'] && { actId: press() }) };
  return callStaff(cases.world, { method, path, body, session });
}

const people = Object.keys(PEOPLE) as Who[];
const cells = ROWS.flatMap((row) =>
  people.map((who) => ({ route: row.route, who, row, status: row.own[who] })),
);

test('every route has a row', async () => {
  const { world } = await worldWithCases();
  const routes = world.staff.routes.map((route) => `${route.method} ${route.path}`);
  expect(ROWS.map((row) => row.route).sort()).toEqual(routes.sort());
});

test.each(cells.filter(({ route }) => !route.includes('/console.')))(
  '$route by $who answers $status',
  async ({ row, who, status }) => {
    const cases = await worldWithCases();
    expect((await ask(cases, row, { who, id: cases.own })).status).toBe(status);
  },
);

const onCases = cells.filter(({ route }) => route.includes(':id'));
test.each(onCases)(
  '$route by $who: a foreign case is a case that is not there',
  async ({ row, who, status }) => {
    const cases = await worldWithCases();
    const before = cases.world.caseOf(cases.foreign);
    const foreign = await ask(cases, row, { who, id: cases.foreign });
    const missing = await ask(cases, row, { who, id: NOBODY });
    expect(foreign).toEqual(missing);
    expect(foreign.status).toBe(status === 200 || status === 409 ? 404 : status);
    expect(cases.world.caseOf(cases.foreign)).toEqual(before);
    expect(cases.world.acts).toEqual([]);
    expect(cases.world.audit.filter((entry) => entry.conversationId !== null)).toEqual([]);
  },
);

test('the queue and "next" of one desk never show another’s', async () => {
  const { world, own, foreign } = await worldWithCases();
  for (const [name, seen, hidden] of [
    ['Sue', own, foreign],
    ['Far', foreign, own],
  ] as const) {
    const session = await sessionOf(world, name);
    const queue = await callStaff(world, { method: 'GET', path: '/staff/queue', session });
    expect(queue.body).toContain(seen);
    expect(queue.body).not.toContain(hidden);
    const next = { method: 'POST', path: '/staff/next', session, body: { actId: press() } };
    expect((await callStaff(world, next)).body).toBe(JSON.stringify({ id: seen }));
  }
});
