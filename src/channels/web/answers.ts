// The few answers that the routes of this channel give, in the shapes that Direct Line clients expect.
import type { HttpResponse } from '../../core/index.js';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

export function json(status: number, value: unknown, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

/** A fixed refusal. `help` is said with every one: a person who is refused still gets the numbers. */
export function refusal(
  status: 400 | 401 | 403 | 404 | 429,
  help: string,
  headers: Record<string, string> = {},
): HttpResponse {
  return json(status, { error: REFUSALS[status], help }, headers);
}

const REFUSALS = {
  400: { code: 'BadArgument', message: 'The request could not be read.' },
  401: { code: 'Unauthorized', message: 'This needs a valid session.' },
  403: { code: 'Forbidden', message: 'This is not allowed from here.' },
  404: { code: 'NotFound', message: 'There is nothing here.' },
  429: { code: 'TooManyRequests', message: 'Too many requests. Please wait a little.' },
} as const;
