// Direct Line 3.0: tokens, conversations, activities, the stream. Clients of Microsoft's protocol work unchanged.
import { randomUUID } from 'node:crypto';
import type { HttpRequest, HttpResponse, Route, SocketRoute, TenantId } from '../../core/index.js';
import { json, refusal } from './answers.js';
import { joinedActivity, readClientActivity } from './from-client.js';
import {
  bearer,
  type Entry,
  enter,
  enterByKey,
  isRefused,
  readWatermark,
  streamUrl,
  type WebHouse,
} from './guard.js';
import { corsHeaders, readOrigin } from './origins.js';
import type { TalkView } from './ports.js';
import { TOKEN_SECONDS } from './session-token.js';
import { type ActivitySet, cutSets } from './streams.js';
import { toActivity } from './to-activity.js';

const ROOT = '/v3/directline';
const CLIENT_IDS_KEPT = 10_000;
/** The first answer of a poll carries this much at most; the watermark leads to the rest. */
const NOTHING_NEW: ActivitySet['activities'] = [];

/** The HTTP routes of the protocol. */
export function directLineRoutes(house: WebHouse): Route[] {
  const route = (
    method: Route['method'],
    path: string,
    handle: (request: HttpRequest, house: WebHouse) => Promise<HttpResponse>,
    body: Route['body'] = 'none',
  ): Route => ({
    method,
    path: ROOT + path,
    body,
    kind: 'api',
    handle: (request) => handle(request, house),
  });
  return [
    route('POST', '/tokens/generate', generateToken),
    route('POST', '/tokens/refresh', refreshToken),
    route('POST', '/conversations', startConversation, 'raw'),
    route('GET', '/conversations/:id', reconnect),
    route('POST', '/conversations/:id/activities', postActivity, 'json'),
    route('GET', '/conversations/:id/activities', listActivities),
    ...['/tokens/refresh', '/conversations', '/conversations/:id', '/conversations/:id/activities'].map(
      (path) => route('OPTIONS', path, preflight),
    ),
  ];
}

/** The stream. A ticket of this conversation opens it once; a bearer token in the address is refused unread. */
export function streamRoute(house: WebHouse): SocketRoute {
  return {
    path: `${ROOT}/conversations/:id/stream`,
    async accept(request) {
      const { query, params } = request;
      if (['token', 'access_token', 't', 'authorization'].some((name) => query.has(name))) return 401;
      const from = readWatermark(query.get('watermark'));
      if (from === null) return 400;
      const claims = house.tickets.redeem(query.get('ticket') ?? '', params['id'] ?? '');
      if (!claims) return 401;
      const { partners, publicOrigin } = house.ports;
      const origin = await readOrigin(request, { claims, partners, publicOrigin });
      return origin.allowed ? house.streams.open(claims, from) : 403;
    },
  };
}

async function generateToken(request: HttpRequest, house: WebHouse): Promise<HttpResponse> {
  const tenant = await enterByKey(request, house);
  if (!tenant) return refusal(401, house.ports.helpText);
  const { claims, token } = house.sessions.mint(tenant);
  return json(200, { conversationId: claims.conversationId, token, expires_in: TOKEN_SECONDS });
}

async function refreshToken(request: HttpRequest, house: WebHouse): Promise<HttpResponse> {
  const entry = await enter(request, house);
  if (isRefused(entry)) return entry;
  const session = house.sessions.refresh(entry.token);
  // A session that was hidden or erased has nothing to view: it cannot be made to live on.
  if (!session || !(await viewOf(entry, 0, house))) return refusal(401, house.ports.helpText, entry.cors);
  const { token, claims } = session;
  return json(200, { conversationId: claims.conversationId, token, expires_in: TOKEN_SECONDS }, entry.cors);
}

async function startConversation(request: HttpRequest, house: WebHouse): Promise<HttpResponse> {
  const entry = await enterToStart(request, house);
  if (isRefused(entry)) return entry;
  const { claims, token, cors } = entry;
  const joined = joinedActivity(localeOf(request.raw), claims, house.ports.tokens);
  if ((await house.ports.talk.deliver(joined, claims)) === 'refused')
    return refusal(401, house.ports.helpText, cors);
  return json(201, conversationOf(request, entry, { token, from: 0, house }), cors);
}

/** Starting is open to a session's token, and to a partner's key from a server, which gets a session of its own. */
async function enterToStart(request: HttpRequest, house: WebHouse): Promise<Entry | HttpResponse> {
  const tenant: TenantId | null = bearer(request)?.includes('.') ? null : await enterByKey(request, house);
  return tenant ? { ...house.sessions.mint(tenant), cors: {} } : enter(request, house);
}

async function reconnect(request: HttpRequest, house: WebHouse): Promise<HttpResponse> {
  const entry = await enter(request, house);
  if (isRefused(entry)) return entry;
  const from = readWatermark(request.query.get('watermark'));
  if (from === null) return refusal(400, house.ports.helpText, entry.cors);
  const session = house.sessions.refresh(entry.token);
  if (!session || !(await viewOf(entry, from, house))) return refusal(401, house.ports.helpText, entry.cors);
  return json(200, conversationOf(request, entry, { token: session.token, from, house }), entry.cors);
}

function conversationOf(
  request: HttpRequest,
  { claims }: Entry,
  { token, from, house }: { token: string; from: number; house: WebHouse },
) {
  return {
    conversationId: claims.conversationId,
    token,
    expires_in: TOKEN_SECONDS,
    streamUrl: streamUrl(request, { claims, from }, house),
    referenceGrammarId: claims.conversationId,
  };
}

async function postActivity(request: HttpRequest, house: WebHouse): Promise<HttpResponse> {
  const entry = await enter(request, house);
  if (isRefused(entry)) return entry;
  const { claims, cors } = entry;
  if (!house.ports.allow.messages.take(claims.conversationId))
    return refusal(429, house.ports.helpText, { ...cors, 'retry-after': '2' });
  const session = { claims, tokens: house.ports.tokens, fallbackId: randomUUID() };
  const message = readClientActivity(request.body as Record<string, unknown>, session);
  // Typing, events and unknown kinds are taken and left: clients send them and wait for an id.
  if (!message) return json(200, { id: session.fallbackId }, cors);
  if (message.clientActivityId !== undefined)
    remember(house.clientIds, message.inboundId, message.clientActivityId);
  if ((await house.ports.talk.deliver(message.activity, claims)) === 'refused')
    return refusal(401, house.ports.helpText, cors);
  return json(200, { id: message.inboundId }, cors);
}

async function listActivities(request: HttpRequest, house: WebHouse): Promise<HttpResponse> {
  const entry = await enter(request, house);
  if (isRefused(entry)) return entry;
  const { claims, cors } = entry;
  const from = readWatermark(request.query.get('watermark'));
  if (from === null) return refusal(400, house.ports.helpText, cors);
  if (!house.ports.allow.polls.take(claims.conversationId))
    return refusal(429, house.ports.helpText, { ...cors, 'retry-after': '1' });
  const view = await viewOf(entry, from, house);
  if (!view) return refusal(401, house.ports.helpText, cors);
  const [set] = toActivitySets(view, { id: claims.conversationId, clientIds: house.clientIds });
  const empty = {
    activities: NOTHING_NEW,
    watermark: String(view.next),
    porchlight: { caseOpen: view.caseOpen },
  };
  return json(200, set ?? empty, cors);
}

function viewOf({ claims }: Entry, from: number, house: WebHouse): Promise<TalkView | null> {
  const { tenant, conversationId: id, sessionHash } = claims;
  return house.ports.talk.view({ tenant, id, sessionHash, from });
}

/** The sets of a view, oldest first; none when nothing is to be shown. */
export function toActivitySets(
  view: TalkView,
  { id, clientIds }: { id: Entry['claims']['conversationId']; clientIds: ReadonlyMap<string, string> },
): ActivitySet[] {
  const shown = view.entries.flatMap(({ index, entry }) => {
    const activity = toActivity(entry, id, clientIds.get(entry.id));
    return activity ? [{ index, activity }] : [];
  });
  return cutSets(shown, view);
}

async function preflight(request: HttpRequest, house: WebHouse): Promise<HttpResponse> {
  const origin = request.header('origin') ?? '';
  if (!(await house.ports.partners.listsOrigin(origin))) return { status: 403 };
  const allowed = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
    'access-control-max-age': '600',
  };
  return { status: 204, headers: { ...corsHeaders(origin), ...allowed } };
}

/** The locale that a starting client names, from a body that may be missing or not ours. */
function localeOf(raw: Buffer): unknown {
  try {
    return (JSON.parse(raw.toString()) as { locale?: unknown } | null)?.locale;
  } catch {
    return undefined;
  }
}

function remember(clientIds: Map<string, string>, inboundId: string, clientId: string): void {
  clientIds.set(inboundId, clientId);
  const oldest = clientIds.size > CLIENT_IDS_KEPT ? clientIds.keys().next().value : undefined;
  if (oldest !== undefined) clientIds.delete(oldest);
}
