import { asId, type ConversationId } from '../../src/core/index.js';
import { bodyOf, callStaff, press, sessionOf } from '../support/staff-caller.js';
import type { DeskWorld } from '../support/staff-desk.js';
import { SUMMARY_WORDS, worldWithCases } from './cases.js';

const act = (
  world: DeskWorld,
  session: string,
  id: string,
  name: string,
  fields: Record<string, string> = {},
) =>
  callStaff(world, {
    method: 'POST',
    path: `/staff/cases/${id}/${name}`,
    session,
    body: { actId: press(), ...fields },
  });
const read = (world: DeskWorld, session: string, id: string) =>
  callStaff(world, { method: 'GET', path: `/staff/cases/${id}`, session });
const message = { text: 'I am here.', language: 'en' };

async function desk() {
  const { world, own } = await worldWithCases();
  const [ana, ben, sue] = await Promise.all(['Ana', 'Ben', 'Sue'].map((name) => sessionOf(world, name)));
  return { world, own, ana: ana ?? '', ben: ben ?? '', sue: sue ?? '' };
}

test('an open case shows what the person agreed to, in English, beside their own words', async () => {
  const { world, own, ana } = await desk();
  const view = bodyOf(await read(world, ana, own));
  expect(view).toMatchObject({
    id: own,
    level: 'urgent',
    mine: false,
    claimedBy: null,
    struck: 1,
    consent: 'given',
  });
  const lines = view['lines'] as { kind: string; text: string; quote: string | null }[];
  expect(lines[0]).toMatchObject({ kind: 'danger', quote: 'me tienen encerrada' });
  expect(lines.find((line) => line.kind === 'words')?.quote).toBe(SUMMARY_WORDS);
  expect(lines.some((line) => line.kind === 'state')).toBe(false);
  expect(JSON.stringify(view)).not.toContain('TX');
});

test('each reading of a case leaves one row in the audit, without a word of it', async () => {
  const { world, own, ana } = await desk();
  world.audit.length = 0;
  await read(world, ana, own);
  await read(world, ana, own);
  expect(world.audit.map((row) => row.what)).toEqual(['case.read', 'case.read']);
  expect(world.audit[0]).toMatchObject({
    staffId: world.accounts[0]?.id,
    conversationId: own,
    deskId: 'demo',
  });
  expect(JSON.stringify(world.audit)).not.toMatch(/encerrada|tía/);
});

test('a case that cannot be audited is neither shown nor changed', async () => {
  const { world, own, ana } = await desk();
  world.auditFails = true;
  await expect(read(world, ana, own)).rejects.toThrow();
  await expect(act(world, ana, own, 'claim')).rejects.toThrow();
  expect(world.acts).toEqual([]);
});

test('of two who claim one case the second is told that a colleague was faster', async () => {
  const { world, own, ana, ben } = await desk();
  const answers = await Promise.all([act(world, ana, own, 'claim'), act(world, ben, own, 'claim')]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect(answers.find((answer) => answer.status === 409)?.body).toBe('{"code":"already-claimed"}');
});

test('a button pressed twice, or a press sent twice, does one thing', async () => {
  const { world, own, ana } = await desk();
  await act(world, ana, own, 'claim');
  const body = { actId: press(), ...message };
  const send = () =>
    callStaff(world, { method: 'POST', path: `/staff/cases/${own}/message`, session: ana, body });
  await Promise.all([send(), send()]);
  expect(
    world.acts
      .filter(({ request }) => request.act.kind === 'message')
      .map(({ request }) => request.inboundId),
  ).toEqual(Array(2).fill(world.acts.at(-1)?.request.inboundId));
  const talk = bodyOf(await read(world, ana, own))['talk'] as { text: string }[];
  expect(talk.map((line) => line.text)).toEqual(['I am here.']);
});

test.each([
  { name: 'message', fields: message },
  { name: 'note', fields: { text: 'called the shelter' } },
  { name: 'lower', fields: { level: 'elevated' } },
  { name: 'close', fields: { disposition: 'helped' } },
  { name: 'release', fields: {} },
  { name: 'activity', fields: {} },
])(
  '$name on a colleague’s case is refused with a clear notice and changes nothing',
  async ({ name, fields }) => {
    const { world, own, ana, ben } = await desk();
    await act(world, ana, own, 'claim');
    const before = world.caseOf(own);
    expect(await act(world, ben, own, name, fields)).toMatchObject({
      status: 409,
      body: '{"code":"not-yours"}',
    });
    expect(world.caseOf(own)).toEqual(before);
  },
);

test('a claim that ran out says so to who still writes', async () => {
  const { world, own, ana } = await desk();
  await act(world, ana, own, 'claim');
  const dueAt = world.clock.at + 90_000;
  world.clock.at = dueAt;
  world.happens(own, { kind: 'timer', name: 'lease', dueAt });
  expect(await act(world, ana, own, 'message', message)).toMatchObject({
    status: 409,
    body: '{"code":"not-yours"}',
  });
});

test('nothing can be done to a closed case', async () => {
  const { world, own, ana } = await desk();
  await act(world, ana, own, 'claim');
  expect((await act(world, ana, own, 'close', { disposition: 'referred' })).status).toBe(200);
  for (const [name, fields] of [
    ['claim', {}],
    ['note', { text: 'x' }],
    ['close', { disposition: 'helped' }],
  ] as const) {
    expect(await act(world, ana, own, name, fields)).toMatchObject({
      status: 409,
      body: '{"code":"closed"}',
    });
  }
  expect(world.caseOf(own).disposition).toBe('referred');
});

test('a supervisor hands back a case that a colleague holds; the audit names the supervisor', async () => {
  const { world, own, ana, sue } = await desk();
  await act(world, ana, own, 'claim');
  expect((await act(world, sue, own, 'release')).status).toBe(200);
  expect(world.caseOf(own)).toMatchObject({ status: 'returned', claimedBy: null });
  expect(world.audit.at(-1)).toMatchObject({
    what: 'case.release',
    staffId: world.accounts.find((a) => a.name === 'Sue')?.id,
  });
});

test.each([
  { what: 'an empty message', name: 'message', fields: { text: '  ', language: 'en' } },
  { what: 'a message without a language', name: 'message', fields: { text: 'x' } },
  { what: 'a message of a page', name: 'message', fields: { text: 'x'.repeat(1501), language: 'en' } },
  { what: 'a note of a megabyte', name: 'note', fields: { text: 'x'.repeat(1e6) } },
  { what: 'a phrase nobody wrote', name: 'message', fields: { phrase: 'no.such' } },
  { what: 'an ending that does not exist', name: 'close', fields: { disposition: 'deported' } },
  { what: 'a level that does not exist', name: 'lower', fields: { level: 'fine' } },
  { what: 'a field too many', name: 'note', fields: { text: 'x', by: 'somebody else' } },
  { what: 'a press without an id', name: 'claim', fields: { actId: '' } },
])('$what is refused and nothing happens', async ({ name, fields }) => {
  const { world, own, ana } = await desk();
  await act(world, ana, own, 'claim');
  const before = world.caseOf(own);
  expect(await act(world, ana, own, name, fields)).toMatchObject({
    status: 400,
    body: '{"code":"not-understood"}',
  });
  expect(world.caseOf(own)).toEqual(before);
});

test('raising a level by "lower" is refused: only a person’s danger raises it', async () => {
  const { world, own, ana } = await desk();
  await act(world, ana, own, 'claim');
  expect((await act(world, ana, own, 'lower', { level: 'emergency' })).body).toBe('{"code":"not-lower"}');
  expect((await act(world, ana, own, 'lower', { level: 'elevated' })).status).toBe(200);
  expect(world.caseOf(own).level).toBe('elevated');
});

test('a text message can be answered for fifteen minutes after the person’s last', async () => {
  const { world, ana } = await desk();
  const id = world.personComes({ name: 'texter', channel: 'sms', danger: 'he is coming' });
  const now = world.clock.at;
  expect(bodyOf(await read(world, ana, id))).toMatchObject({ canReply: true, replyUntil: now + 15 * 60_000 });
  world.clock.at = now + 15 * 60_000;
  expect(bodyOf(await read(world, ana, id))).toMatchObject({
    canReply: false,
    replyUntil: now + 15 * 60_000,
  });
});

test('a case without consent shows its level and clock and not one word', async () => {
  const { world, ana } = await desk();
  const id = world.personComes({
    name: 'no answer',
    level: 'emergency',
    danger: 'he has a gun at the door',
    minimal: true,
  });
  const view = bodyOf(await read(world, ana, id));
  expect(view).toMatchObject({ minimal: true, level: 'emergency', lines: [], talk: [] });
  expect(JSON.stringify(view)).not.toContain('gun');
});

test('after a withdrawal what was told is gone at the next look', async () => {
  const { world, own, ana } = await desk();
  await act(world, ana, own, 'claim');
  world.happens(own, { kind: 'withdraw' });
  const view = bodyOf(await read(world, ana, own));
  expect(view).toMatchObject({ person: 'withdrew', lines: [], notes: [], language: null });
  expect((await act(world, ana, own, 'message', message)).body).toBe('{"code":"withdrawn"}');
});

test('notes and claims show colleagues by name, never by id', async () => {
  const { world, own, ana, ben } = await desk();
  await act(world, ana, own, 'claim');
  await act(world, ana, own, 'note', { text: 'speaks softly' });
  const view = bodyOf(await read(world, ben, own));
  expect(view).toMatchObject({
    claimedBy: 'Ana',
    mine: false,
    notes: [{ by: 'Ana', text: 'speaks softly' }],
  });
  expect(JSON.stringify(view)).not.toContain(world.accounts[0]?.id);
});

test.each(['..%2f..%2fsecrets', 'a%00b', '%', 'x'.repeat(8192), 'short', '__proto__'])(
  'a path that is no case id is the 404 of any other, and is never looked up: %s',
  async (id) => {
    const { world, ana } = await desk();
    expect(await read(world, ana, asId<ConversationId>(id))).toMatchObject({
      status: 404,
      body: '{"code":"not-found"}',
    });
    expect(world.looked).toEqual([]);
  },
);
