// The connector in development, as the Emulator uses it; what is said later; groups; and where it may send at all.
import WebSocket from 'ws';
import { isBotFrameworkUrl } from '../../src/bot/service-url.js';
import { type FarSide, recordingHouse, reply, startConnector, startFarSide } from './bot-world.js';

let emulator: FarSide;
let running: Awaited<ReturnType<typeof startConnector>>;
const house = recordingHouse(reply('r1', 'Here is help.', [{ id: 'person', label: 'Bring a person' }]));

beforeAll(async () => {
  emulator = await startFarSide();
  running = await startConnector({ mode: { kind: 'development' }, ports: house.ports });
});
afterAll(async () => {
  await running.server.close();
  await emulator.close();
});
beforeEach(() => {
  emulator.calls.length = 0;
  emulator.status = 200;
});

function post(fields: Record<string, unknown>): Promise<Response> {
  const activity = {
    type: 'message',
    id: crypto.randomUUID(),
    channelId: 'emulator',
    serviceUrl: emulator.url,
    conversation: { id: 'c1' },
    from: { id: 'person' },
    recipient: { id: 'bot' },
    text: 'hola',
    locale: 'es',
    ...fields,
  };
  return fetch(running.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
  });
}

test('with expectReplies the replies come back in the answer, buttons and all', async () => {
  const answer = await post({ deliveryMode: 'expectReplies' });
  expect(await answer.json()).toMatchObject({
    activities: [
      {
        type: 'message',
        text: 'Here is help.',
        locale: 'en',
        suggestedActions: {
          actions: [{ type: 'messageBack', title: 'Bring a person', value: { action: 'person' } }],
        },
      },
    ],
  });
  expect(house.inbounds.at(-1)).toMatchObject({
    channel: 'connector',
    delivery: 'inline',
    text: 'hola',
    hints: { locale: 'es' },
  });
  expect(emulator.calls).toHaveLength(0);
});

test('otherwise the outbox says the reply, in the conversation that the message came from', async () => {
  expect(await (await post({ id: 'm-7' })).json()).toEqual({});
  const inbound = house.inbounds.at(-1);
  expect(inbound).toMatchObject({ delivery: 'push', conversationId: expect.stringMatching(/^[\w-]{43}$/) });
  expect(emulator.calls).toHaveLength(0);
  await running.connector.send(reply('r2', 'A person is here.'), inbound?.hints.replyTo ?? '', 'key');
  expect(emulator.calls).toHaveLength(1);
  expect(emulator.calls[0]).toMatchObject({
    method: 'POST',
    path: '/v3/conversations/c1/activities/m-7',
    body: { type: 'message', text: 'A person is here.', recipient: { id: 'person' } },
  });
});

test('a channel that refuses or is gone is a named error', async () => {
  await post({});
  const replyTo = house.inbounds.at(-1)?.hints.replyTo ?? '';
  emulator.status = 403;
  await expect(running.connector.send(reply('r3', 'x'), replyTo, 'k')).rejects.toMatchObject({
    code: 'connector.unreachable',
    detail: 'status 403',
  });
  const gone = replyTo.replace(emulator.url, 'http://127.0.0.1:9');
  await expect(running.connector.send(reply('r3', 'x'), gone, 'k')).rejects.toMatchObject({
    code: 'connector.unreachable',
  });
});

test('a handoff is offered and reported with the names of Bot Framework', async () => {
  await post({});
  const replyTo = house.inbounds.at(-1)?.hints.replyTo ?? '';
  await running.connector.sendHandoff({ name: 'handoff.status', value: { state: 'accepted' } }, replyTo);
  expect(emulator.calls[0]?.body).toMatchObject({
    type: 'event',
    name: 'handoff.status',
    value: { state: 'accepted' },
  });
});

test('a person who joins is welcomed; a thousand updates are one welcome a conversation', async () => {
  const before = house.inbounds.length;
  const update = { type: 'conversationUpdate', id: 'u1', membersAdded: [{ id: 'person' }, { id: 'bot' }] };
  await Promise.all(Array.from({ length: 100 }, () => post(update)));
  expect(house.inbounds.slice(before)).toMatchObject([{ action: 'start', text: '' }]);
});

test('a group gets one neutral line and never an answer', async () => {
  const before = house.inbounds.length;
  const group = { conversation: { id: 'g1', isGroup: true }, deliveryMode: 'expectReplies' };
  expect(await (await post(group)).json()).toMatchObject({
    activities: [{ text: 'Please write to me alone.' }],
  });
  expect(await (await post(group)).json()).toEqual({ activities: [] });
  expect(house.inbounds).toHaveLength(before);
});

test('development answers this machine only', async () => {
  expect((await post({ serviceUrl: 'https://evil.example' })).status).toBe(401);
  expect((await post({ serviceUrl: 'http://127.0.0.1@evil.example' })).status).toBe(401);
});

test('row 69: an upgrade finds nothing', async () => {
  const socket = new WebSocket(running.url.replace('http', 'ws'));
  const status = await new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
  expect(status).toBe(404);
});

test('row 64: a failure inside tells the caller nothing', async () => {
  const failing = await startConnector({
    mode: { kind: 'development' },
    ports: { ...house.ports, handle: () => Promise.reject(new Error('canary words of a person')) },
  });
  const answer = await fetch(failing.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'message', conversation: { id: 'c' }, from: { id: 'p' }, text: 'x' }),
  });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('canary');
  expect(failing.logged.join()).not.toContain('canary');
  await failing.server.close();
});

test.each([
  ['https://smba.trafficmanager.net/amer/', true],
  ['https://webchat.botframework.com/', true],
  ['https://europe.directline.botframework.com', true],
  ['http://webchat.botframework.com/', false],
  ['https://good@evil.example', false],
  ['https://webchat.botframework.com@evil.example', false],
  ['https://webchat.botframework.com:8443/', false],
  ['https://botframework.com.evil.example', false],
  ['https://evilbotframework.com', false],
  ['https://evil-smba.trafficmanager.net', false],
  ['file:///etc/passwd', false],
  [undefined, false],
])('the bot token may go to %s: %s', (url, allowed) => {
  expect(isBotFrameworkUrl(url)).toBe(allowed);
});
