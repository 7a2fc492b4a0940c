import { bodyOf, callStaff, press, sessionOf } from '../support/staff-caller.js';
import { createDeskWorld, type DeskWorld } from '../support/staff-desk.js';

async function desk(...names: string[]) {
  const world = createDeskWorld();
  for (const name of names) await world.addStaff(name, 'advocate');
  const sessions = await Promise.all(names.map((name) => sessionOf(world, name)));
  return { world, sessions, session: sessions[0] ?? '' };
}

const queueOf = async (world: DeskWorld, session: string, page = '1') =>
  bodyOf(await callStaff(world, { method: 'GET', path: `/staff/queue?page=${page}`, session }));
const next = (world: DeskWorld, session: string, actId = press()) =>
  callStaff(world, { method: 'POST', path: '/staff/next', session, body: { actId } });
/** Words that no other index has, so that nobody is folded into another's line. Digits and doubled letters do not count. */
const ownWords = (index: number) => {
  const letters = (at: number) =>
    String.fromCharCode(97 + (index % 9), 106 + Math.floor(index / 9), 115 + at);
  return Array.from({ length: 8 }, (_, at) => letters(at)).join(' ');
};
const linesOf = (queue: Record<string, unknown>) => queue['lines'] as Record<string, unknown>[];

test('the queue is by level and then by wait, and holds nothing that anybody wrote', async () => {
  const { world, session } = await desk('Ana');
  for (const [name, level] of [
    ['a', 'elevated'],
    ['b', 'urgent'],
    ['c', 'emergency'],
    ['d', 'urgent'],
  ] as const) {
    world.personComes({ name, level, danger: `he said he kills ${name}`, words: `secret words of ${name}` });
    world.clock.at += 1000;
  }
  const queue = await queueOf(world, session);
  expect(linesOf(queue).map((line) => line['level'])).toEqual(['emergency', 'urgent', 'urgent', 'elevated']);
  expect(linesOf(queue)[1]?.['waitingSince']).toBeLessThan(Number(linesOf(queue)[2]?.['waitingSince']));
  expect(JSON.stringify(queue)).not.toMatch(/kills|secret/);
});

test('a flood of one text is one line with a count', async () => {
  const { world, session } = await desk('Ana');
  for (let index = 0; index < 50; index += 1) {
    world.personComes({ name: `flood ${index}`, danger: 'kill kill kill they kill me now' });
  }
  const queue = await queueOf(world, session);
  expect(queue['total']).toBeLessThanOrEqual(50);
  expect(linesOf(queue).reduce((sum, line) => sum + Number(line['alike']), 0)).toBe(50);
});

test('a long queue comes in pages, and a page that does not exist is empty', async () => {
  const { world, session } = await desk('Ana');
  for (let index = 0; index < 70; index += 1)
    world.personComes({ name: `person ${index}`, danger: ownWords(index) });
  const pages = await Promise.all(['1', '2', '3', '9'].map((page) => queueOf(world, session, page)));
  expect(pages.map((page) => linesOf(page).length)).toEqual([30, 30, 10, 0]);
  expect(pages[0]).toMatchObject({ total: 70, pages: 3, page: 1 });
  for (const page of ['0', '-1', '1e9', 'x', '1.5']) {
    const response = await callStaff(world, { method: 'GET', path: `/staff/queue?page=${page}`, session });
    expect(response.status).toBe(400);
  }
});

test('ten who press "next" at once get ten people, each once', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `Staff ${index}`);
  const { world, sessions } = await desk(...names);
  for (let index = 0; index < 12; index += 1)
    world.personComes({ name: `p${index}`, danger: ownWords(index) });
  const answers = await Promise.all(sessions.map((session) => next(world, session)));
  const ids = answers.filter((answer) => answer.status === 200).map((answer) => bodyOf(answer)['id']);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(8);
  expect(ids.every((id) => world.caseOf(id as never).status === 'claimed')).toBe(true);
});

test('"next" takes the most urgent; with nobody waiting it says so', async () => {
  const { world, session } = await desk('Ana');
  expect((await next(world, session)).body).toBe('{"id":null}');
  world.personComes({ name: 'early', level: 'urgent', danger: 'a' });
  world.clock.at += 1000;
  const late = world.personComes({ name: 'late', level: 'emergency', danger: 'b' });
  expect((await next(world, session)).body).toBe(JSON.stringify({ id: late }));
  const claimed = (await queueOf(world, session))['claimed'] as Record<string, unknown>[];
  expect(claimed).toMatchObject([{ id: late, mine: true, claimedBy: 'Ana', status: 'claimed' }]);
});

test('a phrase chosen in English goes out in the person’s language', async () => {
  const { world, session } = await desk('Ana');
  const id = world.personComes({ name: 'maria', language: 'es', danger: 'ayuda' });
  const list = bodyOf(await callStaff(world, { method: 'GET', path: '/staff/phrases?language=es', session }));
  const phrases = list['phrases'] as { id: string; english: string; theirs: string; language: string }[];
  const phrase = phrases.find((row) => row.language === 'es');
  if (!phrase) throw new Error('the phrasebook has no Spanish');
  const path = (name: string) => `/staff/cases/${id}/${name}`;
  await callStaff(world, { method: 'POST', path: path('claim'), session, body: { actId: press() } });
  const body = { actId: press(), phrase: phrase.id };
  expect((await callStaff(world, { method: 'POST', path: path('message'), session, body })).status).toBe(200);
  expect(world.acts.at(-1)?.request.act).toEqual({
    kind: 'message',
    text: phrase.theirs,
    phrase: phrase.id,
    language: 'es',
  });
});
