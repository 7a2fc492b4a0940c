// Rows 33 to 41 of the hostile inputs: paths, headers, methods, forged addresses, slow connections.
import { connect } from 'node:net';
import type { Route } from '../../src/core/index.js';
import { post, sendRaw, startWire, statusOf, type Wire } from './wire.js';

let wire: Wire;
const failing: Route[] = [
  {
    method: 'GET',
    path: '/throws',
    body: 'none',
    kind: 'api',
    handle: () => {
      throw new RangeError('canary-secret');
    },
  },
  {
    method: 'GET',
    path: '/rejects',
    body: 'none',
    kind: 'page',
    handle: () => Promise.reject(new Error('canary-secret')),
  },
];

beforeAll(async () => {
  wire = await startWire({
    routes: failing,
    limits: { headersMs: 300, requestMs: 500, timeoutCheckMs: 50 },
    trustedProxies: ['10.9.0.0/16'],
  });
});
afterAll(() => wire.server.close());
afterEach(async () => expect((await fetch(`${wire.url}/things/alive`)).status).toBe(200));

const get = (target: string, ...headers: string[]) =>
  sendRaw(
    wire.port,
    [`GET ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'),
  );

describe('paths', () => {
  test('row 33: a decoded slash stays inside the parameter, and no route mistakes it for its own', async () => {
    expect(statusOf(await get('/things/..%2f..%2fsecrets'))).toBe(404);
    expect(statusOf(await get('/things/a%2fb'))).toBe(200);
    expect(wire.reached.at(-1)?.params).toEqual({ id: 'a/b' });
  });

  test.each([
    ['a NUL', '/things/a%00b', 404],
    ['a header split', '/things/a%0d%0aSet-Cookie:x=1', 404],
    ['bytes that are no text', '/things/%ff', 400],
    ['a lone percent sign', '/things/%', 400],
    ['another host', '//host/%2f..', 404],
    ['8 KiB', `/things/${'a'.repeat(8192)}`, 400],
    ['a whole address', 'http://other.example/things/a', 400],
    ['a backslash', '/things/a%5cb', 404],
  ])('row 34: %s', async (_label, target, status) => {
    const answer = await get(target);
    expect(statusOf(answer)).toBe(status);
    expect(answer).not.toMatch(/Set-Cookie/i);
  });
});

describe('heads that two parsers could read in two ways', () => {
  const smuggled = 'GET /things/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n';
  test.each([
    ['two lengths', post('/raw', ['Content-Length: 5'], 'hello')],
    ['length and chunks', post('/raw', ['Transfer-Encoding: chunked'], '0\r\n\r\n')],
    ['an unknown transfer encoding', post('/raw', ['Transfer-Encoding: xchunked'], '0\r\n\r\n', false)],
    ['bare line feeds', Buffer.from('GET /things/a HTTP/1.1\nHost: localhost\n\n')],
    ['a space before the colon', Buffer.from('GET /things/a HTTP/1.1\r\nHost : localhost\r\n\r\n')],
  ])('row 36: %s: 400, closed, and no second request is read', async (_label, bytes) => {
    const reached = wire.reached.length;
    const answer = await sendRaw(wire.port, Buffer.concat([bytes, Buffer.from(smuggled)]));
    expect(statusOf(answer)).toBe(400);
    expect(wire.reached).toHaveLength(reached);
  });

  test('row 37: 2,000 headers are refused, on a request and on an upgrade', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `h${index}: 1`);
    expect(statusOf(await get('/page', ...many))).toBe(431);
    const upgrade = ['Upgrade: websocket', 'Connection: Upgrade', ...many.slice(0, 500)];
    expect(statusOf(await get('/page', ...upgrade))).toBe(431);
  });

  test('a header field of 20 KiB is refused', async () => {
    expect(statusOf(await get('/page', `h: ${'x'.repeat(20_000)}`))).toBe(431);
  });

  test.each(['a b', '', 'x/y', '[', 'a:b:c', 'x:99999999'])(
    'a Host of "%s" does not stop the process',
    async (host) => {
      const answer = await sendRaw(
        wire.port,
        `GET /page HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      expect(statusOf(answer)).toBe(400);
    },
  );
});

describe('who is asking', () => {
  test('row 38: a forged X-Forwarded-For, Forwarded or Host changes nothing', async () => {
    await get('/things/a', 'X-Forwarded-For: 203.0.113.9', 'Forwarded: for=203.0.113.9');
    expect(wire.reached.at(-1)?.address).toBe('127.0.0.1');
  });

  test('row 38: a budget is not escaped by forging an address', async () => {
    const small = await startWire({ limits: { requestsPerSecond: 0.001, requestBurst: 3 } });
    const statuses = [];
    for (let index = 0; index < 5; index++) {
      const answer = await fetch(`${small.url}/things/a`, {
        headers: { 'X-Forwarded-For': `203.0.113.${index}` },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    await small.server.close();
  });

  test('a configured proxy is believed, up to the first address that is not ours', async () => {
    const behind = await startWire({ trustedProxies: ['127.0.0.1', '10.9.0.0/16'] });
    await fetch(`${behind.url}/things/a`, {
      headers: { 'X-Forwarded-For': '1.1.1.1, 203.0.113.9, 10.9.3.4' },
    });
    expect(behind.reached.at(-1)?.address).toBe('203.0.113.9');
    await behind.server.close();
  });
});

describe('methods', () => {
  test.each(['TRACE', 'PATCH', 'HEAD', 'PROPFIND', 'BREW'])('row 39: %s is 405', async (method) => {
    const answer = await sendRaw(
      wire.port,
      `${method} /page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(statusOf(answer)).toBe(405);
  });

  test('row 39: CONNECT is 405 and opens no tunnel', async () => {
    expect(
      statusOf(await sendRaw(wire.port, 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n')),
    ).toBe(405);
  });

  test('row 39: a method in a header is 405, and so is a known method in the wrong place', async () => {
    expect(statusOf(await get('/page', 'X-HTTP-Method-Override: DELETE'))).toBe(405);
    const answer = await fetch(`${wire.url}/page`, { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });
});

describe('slow and many', () => {
  test('row 41: headers that drip are cut', async () => {
    expect(statusOf(await sendRaw(wire.port, 'GET /page HTTP/1.1\r\nHost: loc'))).toBe(408);
  });

  test('row 41: one address holds only so many connections', async () => {
    const few = await startWire({ limits: { connectionsPerAddress: 3 } });
    const sockets = Array.from({ length: 5 }, () => connect(few.port, '127.0.0.1'));
    const cut = await Promise.race(
      sockets.slice(3).map((socket) => new Promise((resolve) => socket.once('close', () => resolve('cut')))),
    );
    expect(cut).toBe('cut');
    for (const socket of sockets) socket.destroy();
    await few.server.close();
  });
});

describe('a route that fails', () => {
  test.each([
    ['now', '/throws'],
    ['later', '/rejects'],
  ])('%s: a fixed 500, one log line with the same id, and not a word of the error', async (_label, path) => {
    const answer = await fetch(wire.url + path);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain('canary');
    const line = wire.logged.findLast(({ message }) => message === 'a route failed');
    expect(text).toContain(line?.fields.id ?? 'no id');
    expect(JSON.stringify(wire.logged)).not.toContain('canary');
  });
});

test('unknown paths look the same whatever they are called', async () => {
  const one = (await (await fetch(`${wire.url}/a`)).json()) as Record<string, unknown>;
  const two = (await (await fetch(`${wire.url}/admin/canary`)).json()) as Record<string, unknown>;
  expect({ ...one, id: '' }).toEqual({ ...two, id: '' });
});
