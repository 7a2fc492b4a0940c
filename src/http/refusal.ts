// What is said when a request is refused: a fixed sentence, an opaque id, and the help line. Never what the caller sent.
import { randomBytes } from 'node:crypto';

const REFUSALS = {
  malformed: { status: 400, message: 'The request could not be read.' },
  'not-signed-in': { status: 401, message: 'This needs a valid session.' },
  'not-allowed': { status: 403, message: 'This is not allowed from here.' },
  'not-found': { status: 404, message: 'There is nothing here.' },
  method: { status: 405, message: 'This cannot be done here.' },
  slow: { status: 408, message: 'The request took too long.' },
  'too-large': { status: 413, message: 'The request is too large.' },
  encoding: { status: 415, message: 'This kind of content is not accepted.' },
  'too-many': { status: 429, message: 'Too many requests. Please wait a little.' },
  headers: { status: 431, message: 'The request has too many headers.' },
  trouble: { status: 500, message: 'Something went wrong on our side.' },
  away: { status: 503, message: 'The service is not ready.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** The status that goes with a refusal. */
export function refusalStatus(code: RefusalCode): number {
  return REFUSALS[code].status;
}

/** An id that a person can read out and that leads to one log line; it says nothing about them. */
export function opaqueId(): string {
  return randomBytes(9).toString('base64url');
}

/** The refusal as JSON, in the shape that Direct Line clients know, with the help line beside it. */
export function refusalJson(code: RefusalCode, id: string, help: string): string {
  return JSON.stringify({ error: { code, message: REFUSALS[code].message }, id, ...(help && { help }) });
}

/** The refusal as a page. `help` is our own text; it is escaped all the same. */
export function refusalPage(code: RefusalCode, id: string, help: string): string {
  const lines = [REFUSALS[code].message, help, id]
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chat</title>${lines.join('')}</html>`;
}

/** Text made safe to stand in HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (found) => names[found] ?? '');
}

/** A refusal as the bytes of a whole HTTP response, for sockets that never became requests. */
export function rawRefusal(code: RefusalCode): string {
  const status = REFUSALS[code].status;
  const body = refusalJson(code, opaqueId(), '');
  return (
    `HTTP/1.1 ${status} Refused\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n` +
    `X-Content-Type-Options: nosniff\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
  );
}
