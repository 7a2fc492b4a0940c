// What a room offers over HTTP, without knowing the server: `http` mounts routes given to it.

export interface HttpRequest {
  readonly method: string;
  /** Decoded parameters of the path; check their shape before use (trust.md rows 33-35). */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-cased names; a repeated header is joined by the server. */
  header(name: string): string | undefined;
  /** The body as it came, at most 64 KiB; signatures are computed over this. */
  readonly raw: Buffer;
  /** Parsed by the route's `body` kind: JSON value, form fields (URLSearchParams), or undefined. */
  readonly body: unknown;
  /** Path and query as received, for signatures. */
  readonly url: string;
  /** Network address of the client, behind configured proxies only. For budgets; never logged, never stored. */
  readonly address: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string or bytes as they are; undefined for an empty body. */
  readonly body?: string | Buffer;
}

export type BodyKind = 'none' | 'json' | 'form' | 'raw';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  /** restify path, parameters as `:name`. */
  readonly path: string;
  readonly body: BodyKind;
  /** `pages` get the page headers (CSP), `api` the API headers. */
  readonly kind: 'page' | 'api' | 'asset';
  handle(request: HttpRequest): Promise<HttpResponse>;
}

/** A live connection as the rooms see it. Sending on a closed one does nothing. */
export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
}

export interface SocketHandler {
  onMessage(text: string): void;
  onClose(): void;
}

/** A WebSocket endpoint. `accept` returns a status to refuse with, or a function that gets the open socket. */
export interface SocketRoute {
  /** Path with `:name` parameters. */
  readonly path: string;
  accept(request: Omit<HttpRequest, 'raw' | 'body'>): Promise<number | ((socket: Socket) => SocketHandler)>;
}
