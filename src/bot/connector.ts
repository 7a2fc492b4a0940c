// The connector: /api/messages for channels of Azure Bot Service. Checks the token itself, then runs the bot; sends later
// replies and handoff events to where the conversation is. Streaming is not offered: an upgrade here finds nothing.
import type { Activity } from 'botbuilder';
import type { HttpRequest, HttpResponse, Reply, Route, TenantId } from '../core/index.js';
import { asId } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import { ConnectorAdapter, type ConnectorAddress, type Credentials } from './connector-adapter.js';
import { type BotPorts, PorchlightBot, type TurnIdentity } from './porchlight-bot.js';
import { cleanActivity, readActivity } from './read-activity.js';
import { isBotFrameworkUrl, isLoopbackUrl } from './service-url.js';
import { createSigningKeys, type SigningKeys } from './signing-keys.js';
import { toActivities } from './to-activities.js';
import { isSignedBy, readToken, type TokenRules } from './token-check.js';

const METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const ISSUER = 'https://api.botframework.com';
/** Longer than one request may take, because a token may have to be fetched before it. */
const SEND_MS = 30_000;

export interface ConnectorOptions {
  /** Development takes anonymous activities from this machine and answers this machine only. */
  readonly mode: ({ readonly kind: 'production' } & Credentials) | { readonly kind: 'development' };
  /** Whose conversations these are. */
  readonly tenant: TenantId;
  readonly ports: BotPorts;
  /** Keyed hashes of the vault: conversation and inbound ids say nothing of the channel's own. */
  readonly hash: (purpose: 'conversation' | 'inbound', ...parts: readonly string[]) => string;
  /** Where signing keys are found and who must have issued tokens; Bot Framework's by default. */
  readonly trust?: {
    readonly metadataUrl: string;
    readonly issuer: string;
    allowsServiceUrl(url: unknown): boolean;
  };
}

/** What another hub is told of a handoff: Bot Framework's two event names. */
export interface HandoffEvent {
  readonly name: 'handoff.initiate' | 'handoff.status';
  readonly value: Readonly<Record<string, unknown>>;
}

/** Keeps the contract of channels/channel.ts, and can speak handoff events. */
export interface Connector {
  readonly name: 'connector';
  readonly delivery: 'push';
  readonly routes: readonly Route[];
  readonly limits: {
    readonly inboundUnits: number;
    readonly pieceUnits: number | null;
    readonly choices: number;
  };
  readonly secrets: readonly string[];
  /** Fetches the signing keys, so that the first token is checked without a call. Rejects with `connector.unreachable`. */
  start(): Promise<void>;
  /** `attempt` is not looked at: Bot Framework has no idempotency key, so a reply of unknown fate may be said twice. */
  send(reply: Reply, replyTo: string, attempt: unknown): Promise<void>;
  sendHandoff(event: HandoffEvent, replyTo: string): Promise<void>;
}

interface Place {
  readonly options: ConnectorOptions;
  readonly adapter: ConnectorAdapter;
  readonly bot: PorchlightBot;
  readonly keys: SigningKeys;
  readonly trust: NonNullable<ConnectorOptions['trust']>;
}

/** Throws `config.invalid` in production without an app id or password: the SDK would then accept anybody. */
export function createConnector(options: ConnectorOptions): Connector {
  const { mode, ports } = options;
  if (mode.kind === 'production' && (mode.appId === '' || mode.appPassword === ''))
    throw new PorchlightError(
      'config.invalid',
      'MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD: needed in production.',
    );
  const trust = options.trust ?? {
    metadataUrl: METADATA,
    issuer: ISSUER,
    allowsServiceUrl: isBotFrameworkUrl,
  };
  const adapter = new ConnectorAdapter(mode.kind === 'production' ? mode : null);
  const keys = createSigningKeys(trust.metadataUrl, ports.clock);
  const place: Place = { options, adapter, bot: new PorchlightBot(ports), keys, trust };
  return {
    name: 'connector',
    delivery: 'push',
    routes: [messagesRoute(place)],
    limits: { inboundUnits: 8192, pieceUnits: null, choices: 12 },
    secrets: mode.kind === 'production' ? [mode.appPassword] : [],
    start: () => (mode.kind === 'production' ? keys.refresh() : Promise.resolve()),
    send: (reply, replyTo) => {
      const address = readAddress(replyTo);
      return sayWithin(adapter, address, toActivities(reply, address.channelId));
    },
    sendHandoff: (event, replyTo) =>
      sayWithin(adapter, readAddress(replyTo), [{ type: 'event', name: event.name, value: event.value }]),
  };
}

function messagesRoute(place: Place): Route {
  return {
    method: 'POST',
    path: '/api/messages',
    body: 'json',
    kind: 'api',
    handle: (request) => takeActivity(request, place),
  };
}

const UNAUTHORIZED: HttpResponse = answer(401, { error: { code: 'Unauthorized' } });
const MALFORMED: HttpResponse = answer(400, { error: { code: 'BadArgument' } });

async function takeActivity(request: HttpRequest, place: Place): Promise<HttpResponse> {
  const activity = request.body as Partial<Activity>;
  if (!(await isGenuine(request, activity, place))) return UNAUTHORIZED;
  const reading = readActivity(activity, appIdOf(place));
  if (reading.kind === 'malformed') return MALFORMED;
  if (reading.kind === 'ignored') return answer(200, {});
  const clean = cleanActivity(activity, place.options.ports.clock.now());
  const result = await place.adapter.runVerified(clean, identityOf(clean, place), place.bot);
  return answer(200, result.activities ? { activities: result.activities } : {});
}

/** Production: the token says everything. Development: only this machine, and only replies to this machine. */
async function isGenuine(request: HttpRequest, activity: Partial<Activity>, place: Place): Promise<boolean> {
  const { serviceUrl, channelId } = activity;
  const { mode, ports } = place.options;
  if (mode.kind === 'development')
    return isLocal(request.address) && (serviceUrl === undefined || isLoopbackUrl(serviceUrl));
  if (!place.trust.allowsServiceUrl(serviceUrl) || typeof channelId !== 'string') return false;
  const nowSeconds = ports.clock.now() / 1000;
  const rules: TokenRules = {
    ...{ issuer: place.trust.issuer, audience: mode.appId },
    ...{ nowSeconds, serviceUrl, channelId },
  };
  const token = readToken(request.header('authorization') ?? '', rules);
  const key = token && (await place.keys.find(token.keyId));
  return token !== null && key !== null && isSignedBy(token, key, channelId);
}

function isLocal(address: string): boolean {
  return address === '127.0.0.1' || address === '::1';
}

function appIdOf({ options: { mode } }: Place): string {
  return mode.kind === 'production' ? mode.appId : '';
}

/** Ids from the channel's own through a keyed hash; a message without an id is its own, because nothing can repeat it. */
function identityOf(activity: Partial<Activity>, place: Place): TurnIdentity {
  const { hash, tenant } = place.options;
  const channelId = activity.channelId ?? '';
  const conversation = activity.conversation?.id ?? '';
  const address: ConnectorAddress = {
    ...{ channelId, serviceUrl: activity.serviceUrl ?? '', conversationId: conversation },
    ...{ botId: activity.recipient?.id ?? '', personId: activity.from?.id ?? '' },
    activityId: activity.id ?? '',
  };
  return {
    ...{ tenant, channel: 'connector', appId: appIdOf(place) },
    conversationId: asId(hash('conversation', tenant, 'connector', `${channelId}/${conversation}`)),
    inboundId: asId(hash('inbound', channelId, conversation, activity.id ?? crypto.randomUUID())),
    delivery: activity.deliveryMode === 'expectReplies' ? 'inline' : 'push',
    replyTo: JSON.stringify(address),
  };
}

function readAddress(replyTo: string): ConnectorAddress {
  return JSON.parse(replyTo) as ConnectorAddress;
}

/** Any failure is `connector.unreachable`: the SDK's own says too much, and the outbox decides about trying again. */
async function sayWithin(
  adapter: ConnectorAdapter,
  address: ConnectorAddress,
  activities: readonly Partial<Activity>[],
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new PorchlightError('connector.unreachable', 'no answer in time')),
      SEND_MS,
    );
  });
  try {
    await Promise.race([adapter.say(address, activities), late]);
  } catch (thrown) {
    if (thrown instanceof PorchlightError) throw thrown;
    throw new PorchlightError('connector.unreachable', 'no token');
  } finally {
    clearTimeout(timer);
  }
}

function answer(status: number, value: unknown): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}
