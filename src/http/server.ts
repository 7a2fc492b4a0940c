// The HTTP server: restify's server and router under our own reader, limits and headers. Knows no room's routes by name.
import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import restify from 'restify';
import { type Clock, type Route, type SocketRoute, systemClock } from '../core/index.js';
import { type Budget, createBudget } from './budget.js';
import { budgetKey, clientAddress, createProxies } from './client-address.js';
import { capConnections } from './connections.js';
import type { HttpLog } from './http-log.js';
import { DEFAULT_LIMITS, type HttpLimits } from './limits.js';
import { type RefusalCode, rawRefusal } from './refusal.js';
import { kindFor, type Manner, refuse } from './respond.js';
import { screen } from './screen.js';
import { type Serving, serveRoute } from './serve-route.js';
import { mountSockets } from './sockets.js';

export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly sockets: readonly SocketRoute[];
  readonly limits?: Partial<HttpLimits>;
  /** Addresses or CIDR ranges whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly log: HttpLog;
  readonly manner: Manner;
  readonly clock?: Clock;
}

export interface Server {
  /** Resolves with the port once listening (0 picks a free one); rejects when the address is taken. */
  listen(port: number, host: string): Promise<number>;
  /** Stops accepting, ends live sockets with 1001, resolves when every connection is gone. */
  close(): Promise<void>;
}

/** A server over these routes. Throws a TypeError for a proxy that is no address. Nothing is open before `listen`. */
export function createServer(options: ServerOptions): Server {
  const serving: Serving = {
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    proxies: createProxies(options.trustedProxies),
    manner: options.manner,
    log: options.log,
  };
  const server = restify.createServer({ name: '', log: SILENT });
  limitNode(server.server, serving.limits);
  const clock = options.clock ?? systemClock;
  const { requestsPerSecond, requestBurst } = serving.limits;
  const budget = createBudget({ perSecond: requestsPerSecond, burst: requestBurst }, clock);
  server.first((request, response) => admit(request, response, { serving, budget }));
  for (const route of options.routes) mount(server, route, serving);
  server.on('restifyError', (request, response, error) =>
    refuseUnrouted(request, response, { error, serving }),
  );
  refuseBroken(server.server);
  capConnections(server.server, serving);
  const sockets = mountSockets(server.server, options.sockets, { serving, budget });
  return {
    listen: (port, host) => listen(server, port, host),
    close: () => closeAll(server, sockets),
  };
}

const quiet = () => {};
const SILENT = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };
const VERBS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'del', OPTIONS: 'opts' } as const;

function mount(server: restify.Server, route: Route, serving: Serving): void {
  server[VERBS[route.method]](route.path, (request, response, next) => {
    void serveRoute(route, { request, response }, serving).then(() => next());
  });
}

function limitNode(server: NodeServer, limits: HttpLimits): void {
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.keepAliveTimeout = limits.headersMs;
  server.maxConnections = limits.connections;
  // One more than allowed, because Node drops the surplus in silence; the screen refuses when it is there.
  server.maxHeadersCount = limits.headerCount + 1;
  // Both are read from the server at run time; restify passes no options to Node's constructor.
  Object.assign(server, {
    maxHeaderSize: limits.headerBytes,
    connectionsCheckingInterval: limits.timeoutCheckMs,
  });
}

interface Gate {
  readonly serving: Serving;
  readonly budget: Budget;
}

/** The first look at every request; false when it was answered here. */
function admit(request: IncomingMessage, response: ServerResponse, gate: Gate): boolean {
  const code = screen(request, gate.serving.limits) ?? overBudget(request, gate);
  if (code === null) return true;
  refuse(request, response, code, { kind: kindFor(request), manner: gate.serving.manner, close: true });
  return false;
}

function overBudget(request: IncomingMessage, gate: Gate): RefusalCode | null {
  const address = clientAddress(request.socket.remoteAddress ?? '', request.headers, gate.serving.proxies);
  return gate.budget.take(budgetKey(address)) ? null : 'too-many';
}

function refuseUnrouted(
  request: IncomingMessage,
  response: ServerResponse,
  place: { error: unknown; serving: Serving },
): void {
  const status = (place.error as { statusCode?: number } | null)?.statusCode;
  const code = status === 405 ? 'method' : status === 404 ? 'not-found' : 'trouble';
  refuse(request, response, code, { kind: kindFor(request), manner: place.serving.manner });
}

/** Bytes that never became a request: answered in one fixed line each and cut. */
function refuseBroken(server: NodeServer): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(rawRefusal(BROKEN[error.code ?? ''] ?? 'malformed'));
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => socket.end(rawRefusal('method')));
}

const BROKEN: Readonly<Record<string, RefusalCode>> = {
  HPE_HEADER_OVERFLOW: 'headers',
  HPE_INVALID_METHOD: 'method',
  ERR_HTTP_REQUEST_TIMEOUT: 'slow',
};

function listen(server: restify.Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => {
      server.server.off('error', reject);
      const address = server.server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function closeAll(server: restify.Server, sockets: { close(): void }): Promise<void> {
  sockets.close();
  const closed = new Promise<void>((resolve) => server.close(resolve));
  server.server.closeIdleConnections();
  setTimeout(() => server.server.closeAllConnections(), 2000).unref();
  await closed;
}
