// What a load is put on: the SDK's echo bot, and our web channel, each over its own wire and one request a message.
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

export interface Talk {
  /** Resolves when the message was answered: the echo bot's reply, our acknowledgement of what is durable. */
  say(text: string): Promise<void>;
}

export interface Target {
  open(): Promise<Talk>;
  close(): void;
}

let opened = 0;

/** Activities whose replies come in the response (`expectReplies`). */
export function echoTarget(port: number): Target {
  const agent = openAgent();
  return {
    close: () => agent.destroy(),
    async open() {
      opened += 1;
      const id = `bench-${opened}`;
      let count = 0;
      return {
        async say(text) {
          count += 1;
          const body = JSON.stringify(activity(id, count, text));
          await post({ agent, port, path: '/api/messages', headers: {}, body });
        },
      };
    },
  };
}

/** Direct Line activities of the demo partner's page, each conversation from an address of its own. */
export function webTarget(port: number): Target {
  const agent = openAgent();
  return {
    close: () => agent.destroy(),
    async open() {
      opened += 1;
      const from = { 'x-forwarded-for': `10.${opened >> 16}.${(opened >> 8) & 255}.${opened & 255}` };
      const headers = { ...from, origin: `http://127.0.0.1:${port}` };
      const path = '/widget/session?partner=demo';
      const { token, conversationId } = JSON.parse(await post({ agent, port, path, headers, body: '' }));
      const activities = `/v3/directline/conversations/${conversationId}/activities`;
      let count = 0;
      return {
        async say(text) {
          count += 1;
          const body = JSON.stringify({
            type: 'message',
            text,
            channelData: { clientActivityID: `m${count}` },
          });
          const own = { ...from, authorization: `Bearer ${token}` };
          await post({ agent, port, path: activities, headers: own, body });
        },
      };
    },
  };
}

function openAgent(): Agent {
  return new Agent({ keepAlive: true });
}

function activity(conversation: string, number: number, text: string) {
  return {
    type: 'message',
    id: `${conversation}-${number}`,
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1:9',
    deliveryMode: 'expectReplies',
    timestamp: new Date().toISOString(),
    locale: 'en-US',
    from: { id: `user-${conversation}`, name: 'person', role: 'user' },
    recipient: { id: 'bot', name: 'bot', role: 'bot' },
    conversation: { id: conversation },
    text,
  };
}

interface Post {
  readonly agent: Agent;
  readonly port: number;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/** The body of a 2xx answer; rejects on anything else. */
function post({ agent, port, path, headers, body }: Post): Promise<string> {
  return new Promise((resolve, reject) => {
    const all = {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sending = request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers: all });
    sending.once('error', reject);
    sending.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => {
        const answer = Buffer.concat(chunks).toString();
        if (Math.floor((response.statusCode ?? 0) / 100) === 2) resolve(answer);
        else reject(new Error(`${path} answered ${response.statusCode}: ${answer.slice(0, 200)}`));
      });
    });
    sending.end(body);
  });
}
