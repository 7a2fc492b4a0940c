// The far side of SMS: a real HTTP server that speaks the provider's message API and keeps what it was asked to send.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signForm } from '../../src/channels/sms/signature.js';

export interface DeliveredText {
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly at: number;
}

export interface SmsProviderServer {
  readonly url: string;
  readonly delivered: DeliveredText[];
  /** What the next sends are answered with; 201 when empty. `hang-up` takes the text and drops the connection. */
  readonly answers: (number | 'hang-up')[];
  stop(): Promise<void>;
}

export async function startSmsProvider(): Promise<SmsProviderServer> {
  const delivered: DeliveredText[] = [];
  const answers: (number | 'hang-up')[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') return list(request, response, delivered);
    void readBody(request).then((body) => take(body, response, { delivered, answers }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, delivered, answers },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function take(
  body: URLSearchParams,
  response: ServerResponse,
  state: { delivered: DeliveredText[]; answers: (number | 'hang-up')[] },
): void {
  const answer = state.answers.shift() ?? 201;
  if (answer === 201 || answer === 'hang-up') {
    state.delivered.push({
      to: body.get('To') ?? '',
      from: body.get('From') ?? '',
      text: body.get('Body') ?? '',
      at: Date.now(),
    });
  }
  if (answer === 'hang-up') return void response.destroy();
  response.writeHead(answer, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer === 201 ? { sid: 'SM1', status: 'queued' } : { code: answer }));
}

function list(request: IncomingMessage, response: ServerResponse, delivered: readonly DeliveredText[]): void {
  const to = new URL(request.url ?? '', 'http://localhost').searchParams.get('To');
  const messages = delivered
    .filter((text) => text.to === to)
    .map((text) => ({ body: text.text, status: 'sent', date_created: new Date(text.at).toUTCString() }));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ messages }));
}

export interface TextIn {
  readonly from: string;
  readonly text: string;
  readonly sid: string;
}

/** Posts a text to the service's webhook as the provider does, signed. Resolves with the status, or 0 when nobody answered. */
export async function textIn(serviceUrl: string, text: TextIn, token = 'demo-auth-token'): Promise<number> {
  const fields = new URLSearchParams({
    MessageSid: text.sid,
    From: text.from,
    To: '+15555550123',
    Body: text.text,
    NumMedia: '0',
  });
  const url = `${serviceUrl}/sms/twilio`;
  try {
    const headers = { 'x-twilio-signature': signForm(token, url, fields) };
    const response = await fetch(url, { method: 'POST', headers, body: fields });
    await response.text();
    return response.status;
  } catch {
    return 0;
  }
}
