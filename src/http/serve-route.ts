// One route behind the server: read the body, ask the route, write the answer, turn whatever is thrown into a refusal.
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'restify';
import type { HttpRequest, Route } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import { clientAddress, type Proxies } from './client-address.js';
import type { HttpLog } from './http-log.js';
import type { HttpLimits } from './limits.js';
import { hasBody, parseBody, readBody } from './read-body.js';
import type { RefusalCode } from './refusal.js';
import { type Manner, refuse, respond } from './respond.js';

export interface Serving {
  readonly limits: HttpLimits;
  readonly proxies: Proxies;
  readonly manner: Manner;
  readonly log: HttpLog;
}

/** Answers one request by one route. Never rejects: a failure becomes a fixed refusal and one log line. */
export async function serveRoute(
  route: Route,
  exchange: { request: Request; response: Response },
  serving: Serving,
): Promise<void> {
  const startedAt = performance.now();
  const { request, response } = exchange;
  try {
    const answer = await route.handle(await toHttpRequest(route, request, serving));
    respond(response, route.kind, { ...answer, secure: serving.manner.secure });
  } catch (thrown) {
    refuseThrown(thrown, route, { exchange, serving });
  }
  const durationMs = Math.round(performance.now() - startedAt);
  const line = { route: route.path, method: route.method, status: response.statusCode, durationMs };
  serving.log.debug(line, 'answered');
}

/** Everything of a request but its body. */
export function toHttpHead(
  request: IncomingMessage,
  params: Readonly<Record<string, string>>,
  proxies: Proxies,
): Omit<HttpRequest, 'raw' | 'body'> {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: request.method ?? '',
    params,
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    header(name) {
      const value = request.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    url: target,
    address: clientAddress(request.socket.remoteAddress ?? '', request.headers, proxies),
  };
}

async function toHttpRequest(route: Route, request: Request, serving: Serving): Promise<HttpRequest> {
  const raw = hasBody(request) ? await readBody(request, serving.limits.bodyBytes) : Buffer.alloc(0);
  const body = parseBody(route.body, request.headers['content-type'] ?? '', raw);
  return { ...toHttpHead(request, request.params, serving.proxies), raw, body };
}

const REFUSED: Partial<Record<string, RefusalCode>> = {
  'http.too-large': 'too-large',
  'http.encoding': 'encoding',
  'http.malformed': 'malformed',
  'store.unavailable': 'away',
};

function refuseThrown(
  thrown: unknown,
  route: Route,
  place: { exchange: { request: Request; response: Response }; serving: Serving },
): void {
  const { request, response } = place.exchange;
  const known = thrown instanceof PorchlightError ? thrown.code : undefined;
  const code = (known && REFUSED[known]) ?? 'trouble';
  const id = refuse(request, response, code, {
    kind: route.kind,
    manner: place.serving.manner,
    close: code === 'too-large' || code === 'encoding',
  });
  if (code !== 'trouble' && code !== 'away') return;
  const error = known ?? (thrown instanceof Error ? thrown.constructor.name : typeof thrown);
  place.serving.log.error({ id, route: route.path, error }, 'a route failed');
}
