// Rows 1 to 13 of the hostile inputs: whatever is sent as a body, the answer is fixed and the service stays up.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { post, sendRaw, startWire, statusOf, type Wire } from './wire.js';

const JSON_TYPE = 'Content-Type: application/json';
const KIB64 = 64 * 1024;
let wire: Wire;

beforeAll(async () => {
  wire = await startWire({ limits: { headersMs: 700, requestMs: 900, timeoutCheckMs: 50 } });
});
afterAll(() => wire.server.close());
afterEach(async () => {
  const alive = await fetch(`${wire.url}/json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"alive":true}',
  });
  expect(await alive.json()).toEqual({ alive: true });
});

const filler = (size: number) => `{"a":"${'x'.repeat(size - 8)}"}`;

describe('a body is counted as it arrives', () => {
  test('row 1: 64 KiB pass, one byte more is refused and the connection closed', async () => {
    expect(statusOf(await sendRaw(wire.port, post('/json', [JSON_TYPE], filler(KIB64)), /"}$/))).toBe(200);
    const answer = await sendRaw(wire.port, post('/json', [JSON_TYPE], filler(KIB64 + 1)));
    expect(statusOf(answer)).toBe(413);
    expect(answer).toMatch(/^connection: close\r$/im);
  });

  test('row 1: the same without a declared length', async () => {
    const body = `${(KIB64 + 1).toString(16)}\r\n${'x'.repeat(KIB64 + 1)}\r\n0\r\n\r\n`;
    const answer = await sendRaw(
      wire.port,
      post('/raw', ['Transfer-Encoding: chunked', 'Content-Type: text/plain'], body, false),
    );
    expect(statusOf(answer)).toBe(413);
  });

  test('row 2: a body that never ends is cut', async () => {
    const reached = wire.reached.length;
    const answer = await sendRaw(
      wire.port,
      post('/raw', ['Transfer-Encoding: chunked'], '5\r\nhello\r\n', false),
    );
    expect([0, 400, 408]).toContain(statusOf(answer));
    expect(wire.reached).toHaveLength(reached);
  });
});

describe('nothing is ever decompressed or unpacked', () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  test.each<[string, string, string | Buffer]>([
    ['row 3: nine bytes that say gzip and are not', 'gzip', 'not gzip!'],
    ['row 4: a bomb', 'gzip', bomb],
    ['row 4: a bomb in a bomb', 'gzip', gzipSync(bomb)],
    ['row 4: brotli', 'br', brotliCompressSync('{}')],
    ['row 4: zstd', 'zstd', '{}'],
    ['row 4: deflate', 'deflate', '{}'],
    ['row 4: even identity', 'identity', '{}'],
  ])('%s is refused before any decoding', async (_label, encoding, body) => {
    const reached = wire.reached.length;
    const answer = await sendRaw(
      wire.port,
      post('/json', [JSON_TYPE, `Content-Encoding: ${encoding}`], body),
    );
    expect(statusOf(answer)).toBe(415);
    expect(wire.reached).toHaveLength(reached);
  });

  test('row 5: a GET that says gzip and has no body is refused', async () => {
    const answer = await sendRaw(
      wire.port,
      'GET /page HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\n\r\n',
    );
    expect(statusOf(answer)).toBe(415);
  });

  test.each([
    ['row 6: an upload', 'multipart/form-data; boundary=b'],
    ['row 7: no boundary', 'multipart/form-data'],
    ['row 7: mixed parts', 'Multipart/Mixed; boundary="../../x"'],
  ])('%s is refused and nothing is written', async (_label, type) => {
    const before = existsSync(tmpdir()) ? readdirSync(tmpdir()).filter(isUpload) : [];
    const body = `--b\r\nContent-Disposition: form-data; name="f"; filename="../../x"\r\n\r\n${'y'.repeat(5000)}\r\n--b--`;
    const answer = await sendRaw(wire.port, post('/form', [`Content-Type: ${type}`], body));
    expect(statusOf(answer)).toBe(415);
    expect(readdirSync(tmpdir()).filter(isUpload)).toEqual(before);
  });
});

const isUpload = (name: string) => name.startsWith('upload_');

async function sendJson(body: string | Buffer, type = 'application/json'): Promise<Response> {
  return fetch(`${wire.url}/json`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: body as string,
  });
}

describe('only a plain, bounded JSON object in UTF-8 comes through', () => {
  const deep = (levels: number) => `{"a":${'['.repeat(levels)}1${']'.repeat(levels)}}`;
  const keys = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1])));
  test.each<[string, number, string | Buffer]>([
    ['row 8: 16 levels', 200, deep(15)],
    ['row 8: 17 levels', 400, deep(16)],
    ['row 8: 30,000 levels', 400, deep(30_000)],
    ['row 9: 30,000 elements', 400, `{"a":[${'0,'.repeat(30_000)}0]}`],
    ['row 9: 512 keys', 200, keys(512)],
    ['row 9: 513 keys', 400, keys(513)],
    ['row 11: a list', 400, '[]'],
    ['row 11: a string', 400, '"text"'],
    ['row 11: a number', 400, '1'],
    ['row 11: null', 400, 'null'],
    ['row 11: nothing', 400, ''],
    ['row 12: bytes that are not UTF-8', 400, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['row 12: an overlong form', 400, Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d])],
    ['row 12: a byte order mark', 400, '\ufeff{}'],
    ['row 12: UTF-16', 400, Buffer.from('{"a":1}', 'utf16le')],
    ['row 12: a raw surrogate', 400, Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d])],
  ])('%s: %i', async (_label, status, body) => {
    expect((await sendJson(body)).status).toBe(status);
  });

  test('row 9: strange numbers and doubled keys arrive as plain values', async () => {
    const body = `{"a":1e999,"b":-0,"c":${'9'.repeat(400)},"d":1,"d":2}`;
    expect(await (await sendJson(body)).json()).toEqual({ a: null, b: 0, c: null, d: 2 });
  });

  test('row 10: names that reach prototypes are left out, at every depth', async () => {
    const body =
      '{"__proto__":{"polluted":1},"a":{"constructor":{"prototype":{"polluted":1}},"b":[{"__proto__":1}]}}';
    expect(await (await sendJson(body)).json()).toEqual({ a: { b: [{}] } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('row 10: the same in a form', async () => {
    const answer = await fetch(`${wire.url}/form`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: '__proto__=1&constructor=2&text=hi',
    });
    expect(answer.status).toBe(200);
    expect(wire.reached.at(-1)?.body).toEqual(new URLSearchParams('text=hi'));
  });

  test.each([
    ['latin1 label', 400, 'application/json; charset=latin1'],
    ['utf-16 label', 400, 'application/json; charset="utf-16"'],
    ['utf-8 label', 200, 'application/json; charset="UTF-8"'],
    ['another type', 415, 'text/plain'],
  ])('row 12: %s: %i', async (_label, status, type) => {
    expect((await sendJson('{}', type)).status).toBe(status);
  });

  test('row 12: the route gets the bytes as they came, for signatures', async () => {
    const bytes = randomBytes(200);
    await fetch(`${wire.url}/raw`, { method: 'POST', body: bytes });
    expect(wire.reached.at(-1)?.raw.equals(bytes)).toBe(true);
  });

  test('row 13: a lone surrogate becomes U+FFFD and survives a round trip', async () => {
    const answer = await sendJson('{"a":"x\\ud800y","b":"\\ud83d\\ude00"}');
    expect(await answer.json()).toEqual({ a: 'x\ufffdy', b: '😀' });
  });
});

test('a refusal repeats nothing that was sent, and carries an id and the help line', async () => {
  const answer = await sendJson('{"canary-7f3a": ');
  const body = (await answer.json()) as { id: string; help: string };
  expect(JSON.stringify(body)).not.toContain('canary');
  expect(body.id).toMatch(/^[A-Za-z0-9_-]{12}$/);
  expect(body.help).toContain('Help without this page');
  expect(JSON.stringify(wire.logged)).not.toContain('canary');
});
