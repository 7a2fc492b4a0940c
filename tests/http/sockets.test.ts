// Rows 37 and 41 to 47 of the hostile inputs, on live connections.
import { once } from 'node:events';
import { connect } from 'node:net';
import WebSocket from 'ws';
import type { Socket, SocketRoute } from '../../src/core/index.js';
import { sendRaw, startWire, statusOf, type Wire } from './wire.js';

let wire: Wire;
const opened: Socket[] = [];
const received: string[] = [];
const echo: SocketRoute = {
  path: '/live/:id',
  accept: async (request) => {
    if (request.params['id'] === 'foreign') return 404;
    if (request.header('origin') === 'null') return 403;
    return (socket) => {
      opened.push(socket);
      return { onMessage: (text) => void received.push(text), onClose: () => {} };
    };
  },
};

beforeAll(async () => {
  wire = await startWire({
    sockets: [echo],
    limits: {
      socket: { frameBytes: 16_384, framesPerSecond: 5, frameBurst: 20, backlogBytes: 65_536, pingMs: 100 },
    },
  });
});
afterAll(() => wire.server.close());

async function open(path = '/live/mine', options: WebSocket.ClientOptions = {}): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${wire.port}${path}`, options);
  socket.on('error', () => {});
  await once(socket, 'open');
  return socket;
}

async function closedWith(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

const upgrade = (path: string, ...headers: string[]) =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ...headers,
    '',
    '',
  ].join('\r\n');

test.each([
  ['row 47: a topic that is not theirs', '/live/foreign', 404],
  ['row 47: a topic that does not exist', '/live/a/b', 404],
  ['row 69: the bot endpoint', '/api/messages', 404],
  ['row 34: a decoded trick', '/live/a%00', 404],
])('%s is refused with %s %i', async (_label, path, status) => {
  expect(statusOf(await sendRaw(wire.port, upgrade(path)))).toBe(status);
});

test('row 40: the route sees the origin and may refuse it', async () => {
  expect(statusOf(await sendRaw(wire.port, upgrade('/live/mine', 'Origin: null')))).toBe(403);
});

test('row 43: a flood of frames is closed with 1008', async () => {
  const socket = await open();
  for (let index = 0; index < 200; index++) socket.send('x');
  expect(await closedWith(socket)).toBe(1008);
  expect(received.length).toBeLessThanOrEqual(25);
});

test('row 43: a message in pieces that never end is closed', async () => {
  const socket = await open();
  for (let index = 0; index < 200; index++) socket.send('x', { fin: false });
  expect([1008, 1009]).toContain(await closedWith(socket));
});

test('row 44: a frame over 16 KiB is closed with 1009', async () => {
  const socket = await open();
  socket.send('x'.repeat(16_385));
  expect(await closedWith(socket)).toBe(1009);
});

test.each([
  ['an unmasked frame', Buffer.from([0x81, 0x01, 0x61])],
  ['a reserved opcode', Buffer.from([0x83, 0x80, 0, 0, 0, 0])],
  ['a compressed frame nobody agreed to', Buffer.from([0xc1, 0x80, 0, 0, 0, 0])],
])('row 44: %s is closed with 1002', async (_label, frame) => {
  const answer = await sendRaw(
    wire.port,
    Buffer.concat([
      Buffer.from(upgrade('/live/mine', 'Sec-WebSocket-Extensions: permessage-deflate')),
      frame,
    ]),
  );
  expect(answer).not.toContain('permessage-deflate');
  // A close frame with code 1002 (0x03ea).
  expect(Buffer.from(answer, 'latin1').includes(Buffer.from([0x88, 0x02, 0x03, 0xea]))).toBe(true);
});

test('row 44: bytes instead of text are closed with 1003', async () => {
  const socket = await open();
  socket.send(Buffer.from([1, 2, 3]));
  expect(await closedWith(socket)).toBe(1003);
});

test('row 45: a flood of pings is closed, and one that never answers ours is cut', async () => {
  const flooding = await open();
  for (let index = 0; index < 100; index++) flooding.ping();
  expect(await closedWith(flooding)).toBe(1008);
  const deaf = await open('/live/mine', { autoPong: false });
  expect(await closedWith(deaf)).toBe(1006);
});

test('a reader that does not read is cut before it holds more than its share', async () => {
  const before = opened.length;
  const raw = connect(wire.port, '127.0.0.1');
  raw.on('error', () => {});
  raw.write(upgrade('/live/mine'));
  await once(raw, 'data');
  raw.pause();
  const socket = opened[before];
  const gone = new Promise((resolve) => raw.once('close', resolve));
  for (let index = 0; index < 2000; index++) socket?.send('x'.repeat(16_000));
  raw.resume();
  await gone;
  expect(raw.destroyed).toBe(true);
});
