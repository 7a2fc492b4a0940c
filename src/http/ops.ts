// Health and metrics on a port of their own, for operators only; nothing of it is reachable on the public port.
import { createServer as createNodeServer, type Server as NodeServer, type ServerResponse } from 'node:http';
import type { Server } from './server.js';

export interface OpsParts {
  /** Each resolves when that part works; a rejection or 2 s without an answer makes health 503. Names are shown. */
  readonly checks: Readonly<Record<string, () => Promise<void>>>;
  /** Counters in the Prometheus text format; no ids, no addresses. */
  readonly metrics: () => string;
}

const CHECK_MS = 2000;

/** A server with `GET /health` (JSON, 200 or 503) and `GET /metrics` (text). Everything else is 404. */
export function createOps(parts: OpsParts): Server {
  const server = createNodeServer((request, response) => {
    answer(request.url ?? '', parts, response).catch(() => write(response, 500, 'text/plain', 'trouble\n'));
  });
  server.headersTimeout = 5000;
  server.requestTimeout = 5000;
  return { listen: (port, host) => listen(server, port, host), close: () => close(server) };
}

async function answer(url: string, parts: OpsParts, response: ServerResponse): Promise<void> {
  if (url === '/metrics') return write(response, 200, 'text/plain; version=0.0.4', parts.metrics());
  if (url !== '/health') return write(response, 404, 'text/plain', 'nothing here\n');
  const results = await Promise.all(
    Object.entries(parts.checks).map(async ([name, check]) => [name, await works(check)] as const),
  );
  const healthy = results.every(([, ok]) => ok);
  write(response, healthy ? 200 : 503, 'application/json', JSON.stringify(Object.fromEntries(results)));
}

async function works(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_MS);
  });
  const checked = Promise.resolve()
    .then(check)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([checked, late]).finally(() => clearTimeout(timer));
}

function write(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}

function listen(server: NodeServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: NodeServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
