// WebSocket upgrades: match the path, ask the route, then a guarded connection. No compression, small frames only.
import type { IncomingMessage, Server as NodeServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Socket, SocketHandler, SocketRoute } from '../core/index.js';
import type { Budget } from './budget.js';
import { budgetKey } from './client-address.js';
import { guardSocket } from './guarded-socket.js';
import { type RefusalCode, rawRefusal } from './refusal.js';
import { screen } from './screen.js';
import { type Serving, toHttpHead } from './serve-route.js';

/** A message in more pieces than this is an attack on memory, not a message. */
const FRAGMENTS = { maxFragments: 64, maxBufferedChunks: 256 };

export interface MountedSockets {
  /** Ends every live connection with 1001. */
  close(): void;
}

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** Answers upgrades by these routes; any other path is 404, so no upgrade reaches a room that did not ask for it. */
export function mountSockets(
  server: NodeServer,
  routes: readonly SocketRoute[],
  gate: { serving: Serving; budget: Budget },
): MountedSockets {
  const wire = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: gate.serving.limits.socket.frameBytes,
    ...FRAGMENTS,
  });
  const match = routes.map((route) => ({ route, pattern: pathPattern(route.path) }));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const upgrade = { request, socket, head };
    accept(upgrade, match, gate).then(
      (open) => finish(upgrade, open, { wire, serving: gate.serving }),
      (thrown: unknown) => fail(upgrade, thrown, gate.serving),
    );
  });
  return { close: () => closeAll(wire) };
}

type Open = RefusalCode | number | ((socket: Socket) => SocketHandler);

async function accept(
  { request }: Upgrade,
  match: readonly { route: SocketRoute; pattern: RegExp }[],
  gate: { serving: Serving; budget: Budget },
): Promise<Open> {
  const refused = screen(request, gate.serving.limits);
  if (refused) return refused;
  const path = (request.url ?? '').split('?')[0] ?? '';
  for (const { route, pattern } of match) {
    const found = pattern.exec(path);
    if (!found) continue;
    const head = toHttpHead(request, decodeGroups(found.groups), gate.serving.proxies);
    return gate.budget.take(budgetKey(head.address)) ? route.accept(head) : 'too-many';
  }
  return 'not-found';
}

function finish(upgrade: Upgrade, open: Open, place: { wire: WebSocketServer; serving: Serving }): void {
  const { request, socket, head } = upgrade;
  if (typeof open !== 'function') turnAway(socket, open);
  else
    place.wire.handleUpgrade(request, socket, head, (live: WebSocket) =>
      guardSocket(live, open, place.serving.limits.socket),
    );
}

const CODES: Readonly<Record<number, RefusalCode>> = {
  400: 'malformed',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  429: 'too-many',
  503: 'away',
};

function turnAway(socket: Duplex, open: RefusalCode | number): void {
  socket.end(rawRefusal(typeof open === 'number' ? (CODES[open] ?? 'trouble') : open));
}

function fail(upgrade: Upgrade, thrown: unknown, serving: Serving): void {
  turnAway(upgrade.socket, 'trouble');
  const error = thrown instanceof Error ? thrown.constructor.name : typeof thrown;
  serving.log.error({ error }, 'an upgrade failed');
}

/** `/a/:id/b` as an expression with a named group for each parameter; a parameter never spans a slash. */
function pathPattern(path: string): RegExp {
  const body = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:([A-Za-z]+)/g, '(?<$1>[^/]+)');
  return new RegExp(`^${body}$`);
}

function decodeGroups(groups: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}

function closeAll(wire: WebSocketServer): void {
  for (const live of wire.clients) live.close(1001);
  setTimeout(() => wire.clients.forEach((live) => void live.terminate()), 1000).unref();
}
