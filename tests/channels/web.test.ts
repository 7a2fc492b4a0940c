// The web channel keeps the contract of a channel.
import type { Reply } from '../../src/core/index.js';
import { type ChannelCases, describeChannel, type Wire } from '../contracts/channel.js';
import { ask, createHouse, createWeb, openSession, PARTNER_KEY } from './web-world.js';

async function open() {
  const house = createHouse();
  const { channel, logged } = createWeb(house);
  return {
    house,
    channel,
    taken: () => house.inbounds.filter(({ action }) => action === undefined),
    logged: () => logged.join('\n'),
    close: async () => channel.close?.(),
    /** One session for the test, so that a repeat is a repeat. */
    session: null as ReturnType<typeof openSession> | null,
  };
}
type Opened = Awaited<ReturnType<typeof open>>;

async function post(
  opened: Opened,
  url: string,
  body: string,
  change: (token: string) => string = (token) => token,
): Promise<Wire> {
  opened.session ??= openSession(url);
  const { token, conversationId } = await opened.session;
  const headers = { authorization: `Bearer ${change(token)}`, 'content-type': 'application/json' };
  return {
    path: `/v3/directline/conversations/${conversationId}/activities`,
    init: { method: 'POST', headers, body },
  };
}

const message = (name: string, text: string) =>
  JSON.stringify({ type: 'message', text, channelData: { clientActivityID: name } });
const flip = (token: string, at: number) =>
  token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
const forged = (label: string, change: (token: string) => string) => ({
  label,
  wire: (opened: Opened, url: string) => post(opened, url, message('x', 'forged'), change),
});
const malformed = (label: string, status: number, body: string) => ({
  label,
  status,
  wire: (opened: Opened, url: string) => post(opened, url, body),
});

const cases: ChannelCases<Opened> = {
  open,
  genuine: (opened, { name, text }, url) => post(opened, url, message(name, text)),
  forged: [
    forged('no token', () => ''),
    forged('a token with another conversation in it', (token) => flip(token, 3)),
    forged('a token with another secret', (token) => flip(token, 60)),
    forged('a token with a broken seal', (token) => flip(token, token.length - 2)),
    forged('a token with something behind it', (token) => `${token}.x`),
    forged('a partner key instead of a token', () => PARTNER_KEY),
  ],
  malformed: [
    malformed('a list', 400, '[]'),
    malformed('half a message', 400, '{"type":"message"'),
    malformed('typing', 200, '{"type":"typing"}'),
    malformed('an event', 200, '{"type":"event","name":"webchat/join"}'),
  ],
  async said(opened, reply: Reply, url) {
    opened.session ??= openSession(url);
    const { token, conversationId } = await opened.session;
    await ask(url, token, `/conversations/${conversationId}/activities`, { type: 'message', text: 'hi' });
    opened.house.add(conversationId, { from: 'bot', id: reply.id, at: 0, reply });
    const answer = await ask(url, token, `/conversations/${conversationId}/activities?watermark=2`);
    const { activities } = (await answer.json()) as { activities: { text: string }[] };
    return activities.map(({ text }) => text);
  },
};

describeChannel('web', cases);
