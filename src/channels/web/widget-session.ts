// The public page's own way in and out: a session for our page, and the end of one by button, exit or closed tab.
import type { HttpRequest, HttpResponse, Route } from '../../core/index.js';
import { json, refusal } from './answers.js';
import { verbActivity } from './from-client.js';
import { bearer, type WebHouse } from './guard.js';
import { isOwnPage, ownOrigin } from './origins.js';
import { TOKEN_SECONDS } from './session-token.js';

/** Browsers keep what they have of us until told otherwise; sent with the end of a session. */
const CLEAR = { 'clear-site-data': '"cache", "cookies", "storage"' };
const END_VERBS = new Set(['hide', 'erase']);

export function widgetSessionRoutes(house: WebHouse): Route[] {
  return [
    {
      method: 'POST',
      path: '/widget/session',
      body: 'raw',
      kind: 'api',
      handle: (request) => openSession(request, house),
    },
    {
      method: 'POST',
      path: '/widget/end',
      body: 'raw',
      kind: 'api',
      handle: (request) => endSession(request, readBeacon(request.raw), house),
    },
    {
      method: 'DELETE',
      path: '/widget/end',
      body: 'none',
      kind: 'api',
      handle: (request) =>
        endSession(
          request,
          { token: bearer(request) ?? '', verb: request.query.get('verb') ?? 'hide' },
          house,
        ),
    },
  ];
}

/** A session for a visitor of our own page. Nothing is stored: an unused one is only a random number. */
async function openSession(request: HttpRequest, house: WebHouse): Promise<HttpResponse> {
  const { partners, allow, publicOrigin, helpText } = house.ports;
  if (!isOwnPage(request, publicOrigin)) return refusal(403, helpText);
  if (!allow.sessions.take(request.address)) return refusal(429, helpText, { 'retry-after': '30' });
  const partner = await partners.bySlug(request.query.get('partner') ?? '');
  if (!partner) return refusal(404, helpText);
  const { claims, token } = house.sessions.mint(partner.tenant);
  return json(201, { conversationId: claims.conversationId, token, expires_in: TOKEN_SECONDS });
}

/**
 * Ends a session: `hide` or `erase`. Always 204: whoever asks learns nothing, and a page that is going away does not
 * read the answer. A token past its time still ends its session.
 */
async function endSession(
  request: HttpRequest,
  asked: { token: string; verb: string },
  house: WebHouse,
): Promise<HttpResponse> {
  // A page under no-referrer sends its beacon with Origin: null. The token is the credential here; a page that has it is ours.
  const origin = request.header('origin') ?? 'null';
  if (origin !== 'null' && origin !== ownOrigin(request, house.ports.publicOrigin))
    return refusal(403, house.ports.helpText);
  const claims = house.sessions.open(asked.token);
  const verb = END_VERBS.has(asked.verb) ? asked.verb : 'hide';
  if (claims) await house.ports.talk.deliver(verbActivity(verb, claims, house.ports.tokens), claims);
  return { status: 204, headers: CLEAR };
}

/** The text/plain body of a beacon: `{"token":…,"verb":…}`. Anything else ends nothing. */
function readBeacon(raw: Buffer): { token: string; verb: string } {
  try {
    const { token, verb } = JSON.parse(raw.toString()) as { token?: unknown; verb?: unknown };
    return {
      token: typeof token === 'string' ? token : '',
      verb: typeof verb === 'string' ? verb : 'hide',
    };
  } catch {
    return { token: '', verb: 'hide' };
  }
}
