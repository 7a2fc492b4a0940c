// Who may do this: reads the bearer token, checks the page it comes from, and gives the route its claims.
import { type HttpRequest, type HttpResponse, isConversationId, type TenantId } from '../../core/index.js';
import { refusal } from './answers.js';
import { ownOrigin, readOrigin } from './origins.js';
import type { SessionClaims, WebPorts } from './ports.js';
import type { SessionTokens } from './session-token.js';
import type { StreamTickets } from './stream-tickets.js';
import type { Streams } from './streams.js';

/** What the routes of this channel share. */
export interface WebHouse {
  readonly ports: WebPorts;
  readonly sessions: SessionTokens;
  readonly tickets: StreamTickets;
  readonly streams: Streams;
  /** What clients called their own messages, by inbound id: echoed to them, kept for a little while. */
  readonly clientIds: Map<string, string>;
}

export interface Entry {
  readonly claims: SessionClaims;
  readonly token: string;
  readonly cors: Record<string, string>;
}

/**
 * The session behind a request, or the refusal to send: 401 for a bad token or another conversation's, 403 for a token
 * past its time or a page that is neither ours nor the partner's, 404 for an id that cannot be one.
 */
export async function enter(request: HttpRequest, house: WebHouse): Promise<Entry | HttpResponse> {
  const { helpText, partners, publicOrigin } = house.ports;
  const id = request.params['id'];
  if (id !== undefined && !isConversationId(id)) return refusal(404, helpText);
  const token = bearer(request) ?? '';
  const claims = house.sessions.read(token);
  if (claims === 'expired') return refusal(403, helpText, await blindCors(request, house));
  if (claims === 'invalid' || (id !== undefined && claims.conversationId !== id))
    return refusal(401, helpText, await blindCors(request, house));
  const origin = await readOrigin(request, { claims, partners, publicOrigin });
  return origin.allowed ? { claims, token, cors: origin.cors } : refusal(403, helpText);
}

export function isRefused(entry: Entry | HttpResponse): entry is HttpResponse {
  return 'status' in entry;
}

/** A partner's page must be able to read that its token is no good; whether the origin is listed is no secret to it. */
async function blindCors(request: HttpRequest, house: WebHouse): Promise<Record<string, string>> {
  const origin = request.header('origin');
  if (origin === undefined || !(await house.ports.partners.listsOrigin(origin))) return {};
  return { 'access-control-allow-origin': origin, vary: 'Origin' };
}

/**
 * The tenant of a partner's key, for servers only. A key that arrives from a browser is refused like a wrong one and
 * logged, because then everybody who reads that page has it.
 */
export async function enterByKey(request: HttpRequest, house: WebHouse): Promise<TenantId | null> {
  const key = bearer(request) ?? '';
  const partner = key === '' ? null : await house.ports.partners.byKey(key);
  if (partner && request.header('origin') !== undefined) {
    house.ports.log.warn({ error: 'key-from-browser' }, 'a partner key was sent by a browser: rotate it');
    return null;
  }
  return partner?.tenant ?? null;
}

/** The token of `Authorization: Bearer …`; undefined for anything else. */
export function bearer(request: Pick<HttpRequest, 'header'>): string | undefined {
  return /^Bearer ([A-Za-z0-9._~+/-]{1,512})$/.exec(request.header('authorization') ?? '')?.[1];
}

/** The whole address of a stream, with a ticket instead of the token. */
export function streamUrl(
  request: Pick<HttpRequest, 'header'>,
  place: { claims: SessionClaims; from: number },
  house: WebHouse,
): string {
  const origin = ownOrigin(request, house.ports.publicOrigin) ?? `http://${request.header('host') ?? ''}`;
  const id = place.claims.conversationId;
  const ticket = house.tickets.issue(place.claims);
  return `${origin.replace(/^http/, 'ws')}/v3/directline/conversations/${id}/stream?watermark=${place.from}&ticket=${ticket}`;
}

/** A watermark as an index: nothing is 0, anything but a plain number below 2^31 is null. */
export function readWatermark(text: string | null): number | null {
  if (text === null || text === '') return 0;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
