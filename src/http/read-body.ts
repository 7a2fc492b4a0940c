// The raw body of a request, counted as it arrives. No decompression, ever: nine bytes of bad gzip end the usual parsers.
import type { IncomingMessage } from 'node:http';
import type { BodyKind } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import { parseForm, parseJsonObject } from './parse-json.js';

/**
 * All bytes of the body. Rejects with `http.too-large` as soon as there are more than `limit`, declared or counted;
 * the rest is not read. A body that never ends is cut by the server's request timeout.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit)
    return Promise.reject(new PorchlightError('http.too-large'));
  return new Promise((resolve, reject) => collect(request, limit, { resolve, reject }));
}

interface Settle {
  resolve(raw: Buffer): void;
  reject(failure: PorchlightError): void;
}

function collect(request: IncomingMessage, limit: number, settle: Settle): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else {
      request.pause();
      request.removeAllListeners('data');
      settle.reject(new PorchlightError('http.too-large'));
    }
  });
  request.once('end', () => settle.resolve(Buffer.concat(chunks)));
  request.once('error', () => settle.reject(new PorchlightError('http.malformed', 'body broke off')));
  request.once('close', () => settle.reject(new PorchlightError('http.malformed', 'body broke off')));
}

/** Whether the request says that a body follows. */
export function hasBody(request: IncomingMessage): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  );
}

/**
 * The body as the route wants it. `json` and `form` must be labelled as such, in UTF-8: throws `http.encoding` for
 * another type and `http.malformed` for another character set or a body that does not parse.
 */
export function parseBody(kind: BodyKind, contentType: string, raw: Buffer): unknown {
  if (kind === 'none' || kind === 'raw') return undefined;
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const wanted = kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  if (type.trim() !== wanted) throw new PorchlightError('http.encoding', 'content type');
  if (!parameters.every(isUtf8)) throw new PorchlightError('http.malformed', 'character set');
  return kind === 'json' ? parseJsonObject(raw) : parseForm(raw);
}

function isUtf8(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=');
  return name.trim() !== 'charset' || /^"?utf-?8"?$/.test(value.trim());
}
