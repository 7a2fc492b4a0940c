// Builds the requests that the http room would hand to a route, without a server.
import type { HttpRequest } from '../../src/core/index.js';

export interface RequestParts {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
  /** A JSON value, form fields, or nothing; `raw` follows from it. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

function rawOf(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.from(body instanceof URLSearchParams ? body.toString() : JSON.stringify(body));
}

/** A request as a route sees it: names of headers in lower case, the query taken from the path. */
export function httpRequest(parts: RequestParts = {}): HttpRequest {
  const path = parts.path ?? '/';
  const headers = new Map(
    Object.entries({ host: 'localhost:8080', ...parts.headers }).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  return {
    method: parts.method ?? 'GET',
    params: parts.params ?? {},
    query: new URL(path, 'http://localhost').searchParams,
    header: (name) => headers.get(name.toLowerCase()),
    raw: rawOf(parts.body),
    body: parts.body,
    url: path,
    address: parts.address ?? '127.0.0.1',
  };
}
