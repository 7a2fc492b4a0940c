// Microsoft's own Direct Line client, unchanged, over real HTTP and WebSocket on this machine.
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import WebSocket from 'ws';
import { openSession, say, startWeb, type Web } from './web-world.js';

let web: Web;
beforeAll(async () => {
  // The client looks for a browser's globals; rxjs 5 makes its requests with XMLHttpRequest.
  Object.assign(globalThis, { WebSocket, XMLHttpRequest: FetchingRequest });
  web = await startWeb();
});
afterAll(() => web.close());

/** The part of XMLHttpRequest that rxjs uses, on fetch. */
class FetchingRequest {
  readyState = 0;
  status = 0;
  responseText = '';
  responseType = '';
  response: unknown = null;
  timeout = 0;
  onreadystatechange: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  upload = {};
  private request: { method: string; url: string } = { method: 'GET', url: '' };
  private readonly headers: Record<string, string> = {};
  private sent: Response | null = null;

  open(method: string, url: string) {
    this.request = { method, url };
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader(name: string) {
    return this.sent?.headers.get(name) ?? null;
  }
  abort() {}
  send(body?: string) {
    const { method, url } = this.request;
    void fetch(url, {
      method,
      headers: this.headers,
      ...(body !== undefined && method !== 'GET' && { body }),
    })
      .then(async (answer) => {
        this.sent = answer;
        this.status = answer.status;
        this.responseText = await answer.text();
        this.response = this.responseText === '' ? null : JSON.parse(this.responseText);
        this.readyState = 4;
        this.onreadystatechange?.();
      })
      .catch(() => {
        this.readyState = 4;
        this.onreadystatechange?.();
      });
  }
}

async function talkWith(webSocket: boolean) {
  const { token } = await openSession(web.url);
  const line = new DirectLine({ token, domain: `${web.url}/v3/directline`, webSocket, pollingInterval: 200 });
  const seen: Activity[] = [];
  const waiting: (() => void)[] = [];
  const subscription = line.activity$.subscribe((activity: Activity) => {
    seen.push(activity);
    for (const look of waiting.splice(0)) look();
  });
  const until = async (find: (activity: Activity) => boolean): Promise<Activity> => {
    for (;;) {
      const found = seen.find(find);
      if (found) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  const post = (activity: Partial<Activity>) =>
    new Promise<string>((resolve, reject) =>
      line.postActivity(activity as Activity).subscribe(resolve, reject),
    );
  const close = () => {
    subscription.unsubscribe();
    line.end();
  };
  return { line, seen, until, post, close };
}

const textOf = (activity: Activity) => ('text' in activity ? activity.text : undefined);

describe.each([
  ['WebSocket', true],
  ['polling', false],
])('over %s', (_label, webSocket) => {
  test('joins, is welcomed, writes, sees its own message with its own id, and reads the answer', async () => {
    const talk = await talkWith(webSocket);
    await talk.until((activity) => textOf(activity) === 'Welcome.');
    expect(talk.line.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
    const channelData = { clientActivityID: 'client-1' };
    const id = await talk.post({ type: 'message', text: 'hola', from: { id: 'me' }, channelData });
    const own = await talk.until((activity) => activity.id === id);
    expect(own).toMatchObject({ text: 'hola', from: { role: 'user' }, channelData });
    await talk.until((activity) => textOf(activity) === 'You wrote 4 characters.');
    talk.close();
  });

  test('hears what is said later, with buttons and what our own page needs', async () => {
    const talk = await talkWith(webSocket);
    await talk.until((activity) => textOf(activity) === 'Welcome.');
    const conversationId = web.house.inbounds.at(-1)?.conversationId ?? '';
    const reply = say('s1', 'A person is here.', { kind: 'staff', choices: [{ id: 'hide', label: 'Hide' }] });
    web.house.add(conversationId, { from: 'staff', id: 's1', at: 0, reply, deskName: 'The desk' });
    const heard = await talk.until((activity) => activity.id === 's1');
    expect(heard).toMatchObject({
      text: 'A person is here.',
      from: { role: 'bot', name: 'The desk' },
      suggestedActions: { actions: [{ type: 'messageBack', title: 'Hide', value: { action: 'hide' } }] },
      channelData: {
        porchlight: { from: 'staff', kind: 'staff', paragraphs: [[{ text: 'A person is here.' }]] },
      },
    });
    talk.close();
  });
});

test('a message posted twice with one client id is one message', async () => {
  const talk = await talkWith(false);
  await talk.until((activity) => textOf(activity) === 'Welcome.');
  const before = web.house.inbounds.length;
  const message = {
    type: 'message' as const,
    text: 'once',
    from: { id: 'me' },
    channelData: { clientActivityID: 'c-9' },
  };
  const [first, second] = await Promise.all([talk.post(message), talk.post(message)]);
  expect(first).toBe(second);
  expect(web.house.inbounds).toHaveLength(before + 1);
  talk.close();
});

test('a long talk arrives whole, in order, in sets that a slow phone can take', async () => {
  const { token, conversationId } = await openSession(web.url);
  const post = (body: object) =>
    fetch(`${web.url}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', ...body }),
    });
  await post({ value: { action: 'start' } });
  for (let index = 0; index < 60; index++)
    web.house.add(conversationId, {
      from: 'bot',
      id: `b${index}`,
      at: 0,
      reply: say(`b${index}`, 'x'.repeat(4000)),
    });
  const stream = (await (
    await fetch(`${web.url}/v3/directline/conversations/${conversationId}`, {
      headers: { authorization: `Bearer ${token}` },
    })
  ).json()) as { streamUrl: string };
  const socket = new WebSocket(stream.streamUrl);
  const ids: string[] = [];
  const sizes: number[] = [];
  let watermark = '';
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const set = JSON.parse(data.toString()) as { activities: { id: string }[]; watermark: string };
      ids.push(...set.activities.map(({ id }) => id));
      sizes.push(data.toString().length);
      watermark = set.watermark;
      if (ids.length === 61) resolve();
    });
  });
  socket.terminate();
  expect(ids.slice(1)).toEqual(Array.from({ length: 60 }, (_, index) => `b${index}`));
  expect(Math.max(...sizes)).toBeLessThan(40_000);
  expect(watermark).toBe('61');
});
