// Sessions of the web: who gets one, what it opens, and how it ends. Rows 33 to 35, 40, 46, 47, 70, 71; T23.
import { once } from 'node:events';
import WebSocket from 'ws';
import { ask, openSession, PARTNER_KEY, PARTNER_ORIGIN, startWeb, type Web } from './web-world.js';

let web: Web;
beforeEach(async () => {
  web = await startWeb();
});
afterEach(() => web.close());

const start = async () => {
  const session = await openSession(web.url);
  const path = `/conversations/${session.conversationId}`;
  await ask(web.url, session.token, `${path}/activities`, { type: 'message', value: { action: 'start' } });
  return {
    ...session,
    path,
    poll: (from = '0') => ask(web.url, session.token, `${path}/activities?watermark=${from}`),
  };
};
const sessionFrom = (headers: Record<string, string>) =>
  fetch(`${web.url}/widget/session?partner=demo`, { method: 'POST', headers });

test.each([
  ['nobody says from where', {}],
  ['a sandboxed page', { origin: 'null' }],
  ['a sibling name', { origin: 'http://127.0.0.1.evil.example' }],
  ['our host with another port', { origin: 'http://127.0.0.1:1' }],
  ["the partner's page, which must frame ours", { origin: PARTNER_ORIGIN }],
])('row 40: no session when %s', async (_label, headers) => {
  expect((await sessionFrom(headers)).status).toBe(403);
});

test('with a public address only that one is ours, whatever Host says', async () => {
  const behind = await startWeb({ publicOrigin: 'https://chat.example' });
  const from = (origin: string) =>
    fetch(`${behind.url}/widget/session?partner=demo`, { method: 'POST', headers: { origin } });
  expect((await from(behind.url)).status).toBe(403);
  expect((await from('https://chat.example')).status).toBe(201);
  await behind.close();
});

test('an unused session leaves nothing behind, and an unknown partner gives none', async () => {
  await openSession(web.url);
  expect(web.house.kept.size).toBe(0);
  const headers = { origin: web.url };
  expect((await fetch(`${web.url}/widget/session?partner=x`, { method: 'POST', headers })).status).toBe(404);
});

test('a budget on new sessions answers with the help line', async () => {
  const tight = await startWeb({
    allow: { sessions: { take: () => false }, messages: { take: () => true }, polls: { take: () => false } },
  });
  const answer = await fetch(`${tight.url}/widget/session?partner=demo`, {
    method: 'POST',
    headers: { origin: tight.url },
  });
  expect(answer.status).toBe(429);
  expect(await answer.json()).toMatchObject({ help: 'Call the number on the card.' });
  await tight.close();
});

test('T23: what a client says of itself is not believed', async () => {
  const mine = await start();
  const other = await start();
  const lying = {
    type: 'message',
    text: 'hello',
    from: { id: 'dl_somebody', role: 'bot' },
    conversation: { id: other.conversationId },
    timestamp: '1970-01-01T00:00:00Z',
  };
  await ask(web.url, mine.token, `${mine.path}/activities`, lying);
  const { activities } = (await (await mine.poll()).json()) as { activities: Record<string, unknown>[] };
  const said = activities.find(({ text }) => text === 'hello');
  expect(said).toMatchObject({ from: { role: 'user' }, timestamp: '2026-06-01T12:00:00.000Z' });
  expect(said?.['from']).not.toEqual({ id: 'dl_somebody', role: 'bot' });
  const theirs = (await (await other.poll()).json()) as { activities: unknown[] };
  expect(JSON.stringify(theirs)).not.toContain('hello');
});

test('rows 35 and 71: another conversation looks like none at all', async () => {
  const mine = await start();
  const other = await start();
  const foreign = await ask(web.url, mine.token, `${other.path}/activities`);
  const nothing = await ask(web.url, mine.token, `/conversations/${'x'.repeat(43)}/activities`);
  expect([foreign.status, await foreign.text()]).toEqual([nothing.status, await nothing.text()]);
  expect(foreign.status).toBe(401);
});

test.each(['..%2f..%2fsecrets', '%2e', 'short', 'a'.repeat(65), 'a%20b'.repeat(5)])(
  'row 33: %s is no id',
  async (id) => {
    const { token } = await start();
    expect((await ask(web.url, token, `/conversations/${id}/activities`)).status).toBe(404);
  },
);

test.each(['-1', '9007199254740992', '1e3', 'x', '0x1', ' 1'])(
  'row 70: a watermark of "%s" is 400',
  async (watermark) => {
    const session = await start();
    expect((await session.poll(encodeURIComponent(watermark))).status).toBe(400);
  },
);

test.each(['hide', 'erase'])(
  'row 71: after %s by beacon the token opens nothing and cannot be renewed',
  async (verb) => {
    const session = await start();
    const body = JSON.stringify({ token: session.token, verb });
    const ended = await fetch(`${web.url}/widget/end`, {
      method: 'POST',
      headers: { origin: web.url, 'content-type': 'text/plain' },
      body,
    });
    expect(ended.status).toBe(204);
    expect(ended.headers.get('clear-site-data')).toContain('"storage"');
    const tries = [
      session.poll(),
      ask(web.url, session.token, `${session.path}/activities`, { type: 'message', text: 'back' }),
      ask(web.url, session.token, '/tokens/refresh', {}),
      ask(web.url, session.token, session.path),
      ask(web.url, session.token, '/conversations', {}),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(401);
    expect(web.house.inbounds.at(-1)).toMatchObject({ action: verb });
  },
);

test('ending by header works as well, for a token past its time too, and a foreign page cannot end a session', async () => {
  const session = await start();
  const end = (headers: Record<string, string>) =>
    fetch(`${web.url}/widget/end?verb=hide`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${session.token}`, ...headers },
    });
  expect((await end({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await session.poll()).status).toBe(200);
  web.house.clock.time += 3_600_000;
  expect((await end({})).status).toBe(204);
  expect(web.house.inbounds.at(-1)).toMatchObject({ action: 'hide' });
});

test('a beacon that is not ours ends nothing and learns nothing', async () => {
  for (const body of ['', 'nonsense', '{"token":7}', '{"token":"a.b.c.d.e"}']) {
    const answer = await fetch(`${web.url}/widget/end`, { method: 'POST', body });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  }
  expect(web.house.inbounds).toEqual([]);
});

test('a token past its half hour is 403, as Direct Line clients expect, and one renewed in time goes on', async () => {
  const session = await start();
  web.house.clock.time += 1_700_000;
  const renewed = (await (await ask(web.url, session.token, '/tokens/refresh', {})).json()) as {
    token: string;
  };
  web.house.clock.time += 200_000;
  expect((await session.poll()).status).toBe(403);
  expect((await ask(web.url, renewed.token, `${session.path}/activities`)).status).toBe(200);
});

test('row 71: a partner key makes tokens for servers; from a browser it is refused and reported', async () => {
  const generate = (headers: Record<string, string> = {}) =>
    fetch(`${web.url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${PARTNER_KEY}`, ...headers },
    });
  const made = (await (await generate()).json()) as { token: string; conversationId: string };
  expect((await ask(web.url, made.token, '/conversations', {})).status).toBe(201);
  expect((await generate({ origin: PARTNER_ORIGIN })).status).toBe(401);
  expect(web.logged.join()).toContain('key-from-browser');
  expect(web.logged.join()).not.toContain(PARTNER_KEY);
});

test("a partner's page may call Direct Line with a token; an unlisted one may not", async () => {
  const session = await start();
  const from = (origin: string) =>
    ask(web.url, session.token, `${session.path}/activities`, undefined, { origin });
  const listed = await from(PARTNER_ORIGIN);
  expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([200, PARTNER_ORIGIN]);
  for (const origin of [
    'null',
    'https://partner.example.evil.tld',
    'https://sub.partner.example',
    'http://partner.example',
  ])
    expect((await from(origin)).status).toBe(403);
  const preflight = await fetch(`${web.url}/v3/directline/conversations`, {
    method: 'OPTIONS',
    headers: { origin: PARTNER_ORIGIN, 'access-control-request-method': 'POST' },
  });
  expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
    204,
    'GET, POST',
  ]);
});

describe('streams', () => {
  const streamOf = async (session: { token: string; path: string }) => {
    const answer = await ask(web.url, session.token, session.path);
    return ((await answer.json()) as { streamUrl: string }).streamUrl;
  };
  const statusOf = async (url: string, headers: Record<string, string> = {}) => {
    const socket = new WebSocket(url, { headers });
    const refused = once(socket, 'unexpected-response').then(([, response]) => response.statusCode as number);
    const status = await Promise.race([refused, once(socket, 'open').then(() => 101)]);
    socket.on('error', () => {});
    socket.terminate();
    return status;
  };

  test('a ticket opens its stream once, within a minute', async () => {
    const session = await start();
    const url = await streamOf(session);
    expect(await statusOf(url)).toBe(101);
    expect(await statusOf(url)).toBe(401);
    const late = await streamOf(session);
    web.house.clock.time += 61_000;
    expect(await statusOf(late)).toBe(401);
  });

  test('row 47: a ticket of one conversation opens no other, and is spent by trying', async () => {
    const mine = await start();
    const other = await start();
    const url = await streamOf(mine);
    const crossed = url.replace(mine.conversationId, other.conversationId);
    expect(await statusOf(crossed)).toBe(401);
    expect(await statusOf(url)).toBe(401);
  });

  test('row 46: a bearer token in the address is refused', async () => {
    const session = await start();
    const url = `${web.url.replace('http', 'ws')}/v3/directline${session.path}/stream`;
    for (const name of ['token', 't', 'access_token', 'ticket'])
      expect(await statusOf(`${url}?${name}=${session.token}`)).toBe(401);
  });

  test("row 40: a stream from a page that is nobody's is refused", async () => {
    const session = await start();
    expect(await statusOf(await streamOf(session), { origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf(await streamOf(session), { origin: PARTNER_ORIGIN })).toBe(101);
  });

  test('hiding ends the stream that is open', async () => {
    const session = await start();
    const socket = new WebSocket(await streamOf(session));
    await once(socket, 'message');
    await ask(web.url, session.token, `${session.path}/activities`, {
      type: 'message',
      value: { action: 'hide' },
    });
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1008);
  });
});
