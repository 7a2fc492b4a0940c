// Writing answers and refusals to a Node response. The only place of the room that writes a head.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpResponse, Route } from '../core/index.js';
import { opaqueId, type RefusalCode, refusalJson, refusalPage, refusalStatus } from './refusal.js';
import { securityHeaders } from './security-headers.js';

/** What the answers of one server share. */
export interface Manner {
  /** One line with the numbers that need no software; said with every refusal. */
  readonly helpText: string;
  /** Reached over https: HSTS is sent. */
  readonly secure: boolean;
}

const LINGER_MS = 1000;

/** Sends what a route answered, under the headers of its kind. */
export function respond(
  response: ServerResponse,
  kind: Route['kind'],
  answer: HttpResponse & Pick<Manner, 'secure'>,
): void {
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(answer.body ?? '');
  const headers = securityHeaders(kind, answer.headers ?? {}, answer.secure);
  const bodiless = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, bodiless ? headers : { ...headers, 'Content-Length': body.length });
  response.end(bodiless ? undefined : body);
}

export interface RefusalPlace {
  readonly kind: Route['kind'];
  readonly manner: Manner;
  /** Headers beside the fixed ones (Allow). */
  readonly headers?: Readonly<Record<string, string>>;
  /** Stop listening to the caller: what it still sends is not read. */
  readonly close?: boolean;
}

/** Sends a refusal and returns its opaque id. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  code: RefusalCode,
  place: RefusalPlace,
): string {
  const id = opaqueId();
  const page = place.kind === 'page';
  const { helpText, secure } = place.manner;
  if (place.close) closeAfter(request, response);
  respond(response, place.kind, {
    status: refusalStatus(code),
    headers: {
      'Content-Type': page ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      ...(place.close && { Connection: 'close' }),
      ...place.headers,
    },
    body: page ? refusalPage(code, id, helpText) : refusalJson(code, id, helpText),
    secure,
  });
  return id;
}

/** Ends the connection after the answer; a short wait lets the caller read it before the reset. */
function closeAfter(request: IncomingMessage, response: ServerResponse): void {
  request.pause();
  response.once('finish', () => {
    const { socket } = request;
    socket.end();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  });
}

/** The kind of refusal for a caller whose route is not known: browsers that ask for a page get one. */
export function kindFor(request: IncomingMessage): Route['kind'] {
  return (request.headers.accept ?? '').includes('text/html') ? 'page' : 'api';
}
