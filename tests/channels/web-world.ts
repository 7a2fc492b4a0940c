// The house as the web channel sees it, in memory: the bot's real adapter in front, a talk behind. The service's own store
// and turns are not here; tests of the whole service bring them.
import { createHmac } from 'node:crypto';
import { createWebBot } from '../../src/bot/index.js';
import {
  createWebChannel,
  type SessionClaims,
  type TalkView,
  type WebPartner,
  type WebPorts,
} from '../../src/channels/index.js';
import { asId, type PersonInbound, type Reply, type TalkEntry, type TenantId } from '../../src/core/index.js';
import { createServer } from '../../src/http/index.js';

export const NOW = Date.UTC(2026, 5, 1, 12);
export const PARTNER_ORIGIN = 'https://partner.example';
export const PARTNER_KEY = 'pk_canary_partner_key';

const partnerOf = (origins: readonly string[]): WebPartner => ({
  tenant: asId<TenantId>('demo'),
  slug: 'demo',
  origins,
  language: 'en',
});

export const hash = (purpose: string, ...parts: readonly string[]) =>
  createHmac('sha256', 'a key of this test')
    .update([purpose, ...parts].join('\0'))
    .digest('base64url');

export const say = (id: string, text: string, more: Partial<Reply> = {}): Reply => ({
  ...{ id, kind: 'answer', language: 'en', dir: 'ltr', paragraphs: [[{ text }]], choices: [] },
  ...more,
});

interface Kept {
  sessionHash: string;
  entries: TalkEntry[];
  seen: Set<string>;
  revoked: boolean;
}

/** A house in memory that keeps the rules of a session: the first message fixes it, hide revokes it, foreign is nothing. */
export function createHouse(replies: (inbound: PersonInbound) => Reply[] = plainReplies) {
  const kept = new Map<string, Kept>();
  const listeners = new Set<(topic: string) => void>();
  const inbounds: PersonInbound[] = [];
  const clock = { time: NOW, now: () => clock.time };
  const desk = { caseOpen: false };
  const wake = (id: string) => listeners.forEach((listener) => void listener(`c:${id}`));
  const add = (id: string, entry: TalkEntry) => {
    kept.get(id)?.entries.push(entry);
    wake(id);
  };
  const handle = async (inbound: PersonInbound) => {
    const sessionHash = inbound.hints.sessionHash ?? '';
    const talk = kept.get(inbound.conversationId) ?? {
      sessionHash,
      entries: [],
      seen: new Set(),
      revoked: false,
    };
    if (talk.revoked || talk.sessionHash !== sessionHash) return { outcome: 'refused' as const, replies: [] };
    kept.set(inbound.conversationId, talk);
    if (talk.seen.has(inbound.id)) return { outcome: 'repeat' as const, replies: [] };
    talk.seen.add(inbound.id);
    inbounds.push(inbound);
    if (['hide', 'erase'].includes(inbound.action ?? '')) talk.revoked = true;
    else answer(inbound, { add, clock, replies });
    wake(inbound.conversationId);
    return { outcome: 'done' as const, replies: [] };
  };
  const view = async (request: {
    id: string;
    sessionHash: string;
    from: number;
  }): Promise<TalkView | null> => {
    const talk = kept.get(request.id);
    if (!talk || talk.revoked || talk.sessionHash !== request.sessionHash) return null;
    const entries = talk.entries.map((entry, index) => ({ index, entry })).slice(request.from);
    return { entries, next: talk.entries.length, caseOpen: desk.caseOpen };
  };
  const onWake = (listener: (topic: string) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { kept, inbounds, clock, desk, wake, add, handle, view, onWake };
}

interface Answering {
  add(id: string, entry: TalkEntry): void;
  readonly clock: { now(): number };
  replies(inbound: PersonInbound): Reply[];
}

function answer(inbound: PersonInbound, house: Answering): void {
  const at = house.clock.now();
  const id = inbound.conversationId;
  const { text, action } = inbound;
  if (action !== 'start')
    house.add(id, {
      from: 'person',
      id: inbound.id,
      at,
      text,
      language: 'en',
      ...(action !== undefined && { action }),
    });
  for (const reply of house.replies(inbound)) house.add(id, { from: 'bot', id: reply.id, at, reply });
}

function plainReplies({ id, action, text }: PersonInbound): Reply[] {
  return [say(`r-${id}`, action === 'start' ? 'Welcome.' : `You wrote ${text.length} characters.`)];
}

const strings = { 'page.title': 'Chat', 'page.heading': 'Chat & help' };
const help = [[{ text: 'Call ' }, { text: '911', strong: true as const, href: 'tel:911' }]];
const ASSETS = ['app.js', 'app.css', 'loader.js', 'icon.svg'].map(
  (name) => [name, Buffer.from(`/* ${name} */`)] as const,
);
const PAGE = Buffer.from(
  '<html lang="{{lang}}" dir="{{dir}}"><title>{{page.title}}</title>{{help}}<script type="application/json">{{start}}</script></html>',
);

export type House = ReturnType<typeof createHouse>;

/** The channel over a house, with logs kept. */
export function createWeb(
  house: House,
  {
    origins = [PARTNER_ORIGIN],
    ...options
  }: Partial<Pick<WebPorts, 'publicOrigin' | 'allow' | 'look'>> & {
    origins?: readonly string[];
  } = {},
) {
  const partner = partnerOf(origins);
  const logged: string[] = [];
  const bot = createWebBot({ clock: house.clock, groupNotice: () => '', handle: house.handle });
  const always = { take: () => true };
  const channel = createWebChannel({
    tokens: { hash },
    clock: house.clock,
    partners: {
      bySlug: async (slug) => (slug === 'demo' ? partner : null),
      byTenant: async (tenant) => (tenant === partner.tenant ? partner : null),
      byKey: async (key) => (key === PARTNER_KEY ? partner : null),
      listsOrigin: async (origin) => origin === PARTNER_ORIGIN,
    },
    talk: { deliver: bot.deliver, view: house.view, onWake: house.onWake },
    look: {
      assets: new Map([...ASSETS, ['page.template', PAGE]]),
      languages: [
        { tag: 'en', name: 'English', dir: 'ltr' },
        { tag: 'ar', name: 'العربية', dir: 'rtl' },
      ],
      match: (tag) => ['en', 'ar'].find((known) => tag.toLowerCase().startsWith(known)) ?? null,
      text: (tag) =>
        tag === 'en' || tag === 'ar'
          ? { tag, dir: tag === 'ar' ? 'rtl' : 'ltr', strings, help, notice: null }
          : null,
    },
    allow: { sessions: always, messages: always, polls: always },
    publicOrigin: null,
    helpText: 'Call the number on the card.',
    log: { warn: (fields, message) => void logged.push(JSON.stringify({ ...fields, message })) },
    ...options,
  });
  return { channel, logged };
}

/** The channel behind the real server, on loopback. */
export async function startWeb(options: Parameters<typeof createWeb>[1] = {}) {
  const house = createHouse();
  const { channel, logged } = createWeb(house, options);
  const server = createServer({
    routes: channel.routes,
    sockets: channel.sockets ?? [],
    trustedProxies: [],
    log: { debug() {}, warn() {}, error: (fields) => void logged.push(JSON.stringify(fields)) },
    manner: { helpText: 'Call the number on the card.', secure: false },
  });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  const close = async () => {
    channel.close?.();
    await server.close();
  };
  return { house, channel, logged, url, close };
}

export type Web = Awaited<ReturnType<typeof startWeb>>;

/** A session as our own page opens it. */
export async function openSession(url: string): Promise<{ conversationId: string; token: string }> {
  const answer = await fetch(`${url}/widget/session?partner=demo`, {
    method: 'POST',
    headers: { origin: url },
  });
  return (await answer.json()) as { conversationId: string; token: string };
}

/** A request of a session, with JSON when there is a body. */
export function ask(
  url: string,
  token: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  return fetch(`${url}/v3/directline${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

export const claimsOf = (house: House): SessionClaims[] =>
  house.inbounds.map(({ tenant, conversationId, hints }) => ({
    tenant,
    conversationId,
    sessionHash: hints.sessionHash ?? '',
  }));
