// A server over a few plain routes, and the means to send it exactly the bytes that a hostile caller would.
import { connect } from 'node:net';
import type { HttpRequest, Route, SocketRoute } from '../../src/core/index.js';
import { createServer, type HttpLimits, type HttpLogFields, type Server } from '../../src/http/index.js';

export interface Wire {
  readonly server: Server;
  readonly port: number;
  readonly url: string;
  /** Every request that reached a route. */
  readonly reached: HttpRequest[];
  readonly logged: { fields: HttpLogFields; message: string }[];
}

const HELP = 'Help without this page: call the number on the card.';

function recording(reached: HttpRequest[]): Route[] {
  const seen = async (request: HttpRequest) => {
    reached.push(request);
    return {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request.body ?? null),
    };
  };
  return [
    { method: 'POST', path: '/json', body: 'json', kind: 'api', handle: seen },
    { method: 'POST', path: '/form', body: 'form', kind: 'api', handle: seen },
    { method: 'POST', path: '/raw', body: 'raw', kind: 'api', handle: seen },
    { method: 'GET', path: '/page', body: 'none', kind: 'page', handle: seen },
    { method: 'GET', path: '/things/:id', body: 'none', kind: 'api', handle: seen },
  ];
}

/** Starts a server on a free loopback port. */
export async function startWire(
  options: {
    routes?: readonly Route[];
    sockets?: readonly SocketRoute[];
    limits?: Partial<HttpLimits>;
    trustedProxies?: string[];
  } = {},
): Promise<Wire> {
  const reached: HttpRequest[] = [];
  const logged: Wire['logged'] = [];
  const write = (fields: HttpLogFields, message: string) => void logged.push({ fields, message });
  const server = createServer({
    routes: [...recording(reached), ...(options.routes ?? [])],
    sockets: options.sockets ?? [],
    limits: { requestsPerSecond: 10_000, requestBurst: 10_000, ...options.limits },
    trustedProxies: options.trustedProxies ?? [],
    log: { debug: write, warn: write, error: write },
    manner: { helpText: HELP, secure: false },
  });
  const port = await server.listen(0, '127.0.0.1');
  return { server, port, url: `http://127.0.0.1:${port}`, reached, logged };
}

/** Sends raw bytes and resolves with everything that came back until the other side closed (or `enough` matches). */
export function sendRaw(port: number, bytes: string | Buffer, enough?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (enough?.test(answer)) socket.destroy();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer));
    socket.write(bytes);
  });
}

/** The head of a POST with these extra header lines, then the body as it is. */
export function post(
  path: string,
  headers: readonly string[],
  body: string | Buffer = '',
  length = true,
): Buffer {
  const size = length ? [`Content-Length: ${Buffer.byteLength(body)}`] : [];
  const head = [`POST ${path} HTTP/1.1`, 'Host: localhost', ...headers, ...size, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** The status of a raw answer. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
