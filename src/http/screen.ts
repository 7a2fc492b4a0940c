// What is refused before routing, from the head of a request alone: methods, targets, encodings, header floods.
import type { IncomingMessage } from 'node:http';
import type { HttpLimits } from './limits.js';
import type { RefusalCode } from './refusal.js';

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']);
const METHOD_OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];
/** restify builds a URL from this header and throws out of the request event when it cannot: the process would end. */
const HOST = /^(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;

/** Why this request goes no further, or null. Looks at the head only; nothing was read of the body yet. */
export function screen(request: IncomingMessage, limits: HttpLimits): RefusalCode | null {
  return screenHead(request, limits) ?? screenTarget(request.url ?? '', limits) ?? screenBody(request);
}

function screenHead(request: IncomingMessage, limits: HttpLimits): RefusalCode | null {
  const { headers } = request;
  if (request.rawHeaders.length / 2 > limits.headerCount) return 'headers';
  if (!METHODS.has(request.method ?? '')) return 'method';
  if (METHOD_OVERRIDES.some((name) => headers[name] !== undefined)) return 'method';
  if (!isHost(headers.host)) return 'malformed';
  return null;
}

function isHost(host: string | undefined): boolean {
  return host !== undefined && HOST.test(host) && URL.canParse(`http://${host}`);
}

function screenTarget(target: string, limits: HttpLimits): RefusalCode | null {
  if (target.length > limits.urlLength || !target.startsWith('/')) return 'malformed';
  const [path = ''] = target.split('?');
  const decoded = decodePath(path);
  if (decoded === null) return 'malformed';
  // Control characters, backslashes, empty and dotted segments have no honest use here; some routers decode them.
  return /[\u0000-\u001f\u007f\\]|\/\/|\/\.{1,2}(?:\/|$)/.test(decoded) ? 'not-found' : null;
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function screenBody(request: IncomingMessage): RefusalCode | null {
  const { headers } = request;
  if (headers['content-encoding'] !== undefined) return 'encoding';
  if (/^\s*multipart\b/i.test(headers['content-type'] ?? '')) return 'encoding';
  const transfer = headers['transfer-encoding'];
  return transfer !== undefined && transfer.toLowerCase() !== 'chunked' ? 'malformed' : null;
}
