// A load of whole turns over HTTP: so many connections, each sending its next message when the last was answered.
import { Agent, request } from 'node:http';

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly turns: number;
  readonly texts: readonly string[];
}

export interface LoadResult {
  readonly turnsPerSecond: number;
  /** Milliseconds of each turn. */
  readonly times: readonly number[];
}

/** Messages of one conversation before the next begins: a person rarely writes more, and no flood rule is met. */
const MESSAGES = 12;
let conversations = 0;

/** Sends every turn as a Bot Framework activity and waits for its replies. Rejects on any answer but 200. */
export async function load({ port, connections, turns, texts }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let sent = 0;
  const startedAt = performance.now();
  const person = async () => {
    for (let written = 0, id = nextId(); sent < turns; written += 1) {
      if (written % MESSAGES === 0) id = nextId();
      const text = texts[sent % texts.length] ?? '';
      sent += 1;
      const askedAt = performance.now();
      await post(agent, port, activity(id, written, text));
      times.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, person));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return { turnsPerSecond: turns / seconds, times };
}

function nextId(): string {
  conversations += 1;
  return `bench-${process.pid}-${conversations}`;
}

function activity(conversation: string, number: number, text: string): string {
  return JSON.stringify({
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
  });
}

function post(agent: Agent, port: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sending = request({ agent, port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers });
    sending.once('error', reject);
    sending.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => {
        const answer = Buffer.concat(chunks).toString();
        if (response.statusCode === 200 && answer.includes('"activities"')) resolve();
        else reject(new Error(`answered ${response.statusCode}: ${answer.slice(0, 200)}`));
      });
    });
    sending.end(body);
  });
}
