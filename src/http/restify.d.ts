// The part of restify 12 that this room uses; the package brings no types of its own and we use no plugin of it.

declare module 'restify' {
  import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';

  export interface Request extends IncomingMessage {
    params: Record<string, string>;
    getUrl(): URL;
  }
  export type Response = ServerResponse;
  export type Next = (error?: unknown) => void;
  export type Handler = (request: Request, response: Response, next: Next) => void;

  export interface Server {
    readonly server: HttpServer;
    /** Runs before anything else; `false` ends the request here. */
    first(handler: (request: Request, response: Response) => boolean): void;
    get(path: string, handler: Handler): void;
    post(path: string, handler: Handler): void;
    put(path: string, handler: Handler): void;
    del(path: string, handler: Handler): void;
    opts(path: string, handler: Handler): void;
    on(
      event: 'restifyError',
      listener: (request: Request, response: Response, error: unknown, done: () => void) => void,
    ): void;
    on(event: 'error', listener: (error: Error) => void): void;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
  }

  /** What restify asks of a logger; ours is silent, because the room logs by itself. */
  export interface RestifyLog {
    trace(...parts: unknown[]): void;
    debug(...parts: unknown[]): void;
    info(...parts: unknown[]): void;
    warn(...parts: unknown[]): void;
    error(...parts: unknown[]): void;
  }

  export function createServer(options: { name: string; log: RestifyLog }): Server;
}
