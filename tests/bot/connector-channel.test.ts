// The connector keeps the contract of a channel, with the tokens of a local issuer and a channel service on this machine.
import { createConnector } from '../../src/bot/index.js';
import { type ChannelCases, describeChannel, type Wire } from '../contracts/channel.js';
import {
  APP,
  hash,
  makeToken,
  recordingHouse,
  reply,
  startFarSide,
  startIssuer,
  tenant,
} from './bot-world.js';

async function open() {
  const house = recordingHouse();
  const [issuer, far] = await Promise.all([startIssuer(), startFarSide()]);
  const connector = createConnector({
    mode: { kind: 'production', appId: APP, appPassword: 'canary-password', appTenant: '' },
    trust: {
      metadataUrl: issuer.metadataUrl,
      issuer: 'https://api.botframework.com',
      allowsServiceUrl: (url) => url === far.url,
    },
    ...{ tenant, hash, ports: house.ports },
  });
  await connector.start();
  // What is said goes out unsigned: the token service of Azure is not on this machine.
  const unsigned = createConnector({ mode: { kind: 'development' }, tenant, hash, ports: house.ports });
  return {
    ...{ issuer, far, unsigned, channel: connector },
    taken: () => house.inbounds,
    logged: () => '',
    close: async () => void (await Promise.all([issuer.far.close(), far.close()])),
  };
}
type Opened = Awaited<ReturnType<typeof open>>;

function post(
  { issuer, far }: Opened,
  body: string,
  change: (token: string) => string = (token) => token,
): Wire {
  const authorization = `Bearer ${change(makeToken(issuer.privateKey, far.url))}`;
  const headers = { authorization, 'content-type': 'application/json' };
  return { path: '/api/messages', init: { method: 'POST', headers, body } };
}

const message = (opened: Opened, fields: Record<string, unknown>) =>
  JSON.stringify({
    type: 'message',
    channelId: 'test',
    serviceUrl: opened.far.url,
    conversation: { id: 'c1' },
    from: { id: 'person' },
    recipient: { id: `28:${APP}` },
    ...fields,
  });

const replyTo = (opened: Opened) =>
  JSON.stringify({
    ...{ serviceUrl: opened.far.url, channelId: 'test', conversationId: 'c1' },
    ...{ botId: 'bot', personId: 'person', activityId: 'm1' },
  });

const failing = (status: number) => async (opened: Opened) => {
  opened.far.status = status;
  await opened.unsigned.send(reply('r', 'x'), replyTo(opened), 'k').finally(() => {
    // Sent once: trying again is the outbox's to decide.
    expect(opened.far.calls).toHaveLength(1);
  });
};

const cases: ChannelCases<Opened> = {
  open,
  genuine: (opened, { name, text }) => post(opened, message(opened, { id: name, text })),
  forged: [
    { label: 'no token', wire: (opened) => post(opened, message(opened, { id: 'x' }), () => '') },
    {
      label: 'a broken signature',
      wire: (opened) => post(opened, message(opened, { id: 'x' }), (token) => `${token}x`),
    },
    {
      label: 'another service address',
      wire: (opened) => post(opened, message(opened, { serviceUrl: 'https://evil.example' })),
    },
  ],
  malformed: [
    { label: 'half a message', status: 400, wire: (opened) => post(opened, '{"type":') },
    {
      label: 'a message without a type',
      status: 400,
      wire: (opened) => post(opened, message(opened, { type: undefined })),
    },
    {
      label: 'a message without a conversation',
      status: 400,
      wire: (opened) => post(opened, message(opened, { conversation: null })),
    },
  ],
  async said(opened, said) {
    await opened.unsigned.send(said, replyTo(opened), 'k');
    return opened.far.calls.map(({ body }) => (body as { text: string }).text);
  },
  failures: [
    { label: 'a channel that asks to slow down', send: failing(429), code: 'connector.unreachable' },
    { label: 'a channel that refuses', send: failing(403), code: 'connector.unreachable' },
    { label: 'a channel that fails', send: failing(500), code: 'connector.unreachable' },
    { label: 'a channel that sends us elsewhere', send: failing(302), code: 'connector.unreachable' },
  ],
};

describeChannel('connector', cases);
