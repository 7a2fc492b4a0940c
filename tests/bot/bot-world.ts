// The house as the bot sees it, recorded; an issuer on this machine; and a channel on this machine to answer to.
import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer as createFarSide, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ConnectorOptions, createConnector, type HandleResult } from '../../src/bot/index.js';
import { asId, type PersonInbound, type Reply, type TenantId } from '../../src/core/index.js';
import { createServer } from '../../src/http/index.js';

export const APP = '11111111-2222-3333-4444-555555555555';
export const NOW = Date.UTC(2026, 5, 1, 12);
export const tenant = asId<TenantId>('demo');

export const reply = (id: string, text: string, choices: Reply['choices'] = []): Reply => ({
  id,
  kind: 'answer',
  language: 'en',
  dir: 'ltr',
  paragraphs: [[{ text }]],
  choices,
});

/** A house that answers everything with one reply, once for each inbound id. */
export function recordingHouse(answer: Reply = reply('r1', 'Here is help.')) {
  const inbounds: PersonInbound[] = [];
  const seen = new Set<string>();
  return {
    inbounds,
    ports: {
      clock: { now: () => NOW },
      groupNotice: () => 'Please write to me alone.',
      handle: async (inbound: PersonInbound): Promise<HandleResult> => {
        const outcome = seen.has(inbound.id) ? 'repeat' : 'done';
        seen.add(inbound.id);
        if (outcome === 'done') inbounds.push(inbound);
        return { outcome, replies: outcome === 'done' ? [answer] : [] };
      },
    },
  };
}

export const hash = (purpose: string, ...parts: readonly string[]) =>
  createHmac('sha256', 'a key of this test')
    .update([purpose, ...parts].join('\0'))
    .digest('base64url');

/** A connector behind the real server, on loopback. */
export async function startConnector(
  options: Partial<ConnectorOptions> & Pick<ConnectorOptions, 'mode' | 'ports'>,
) {
  const logged: string[] = [];
  const log = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  const connector = createConnector({ tenant, hash, ...options });
  const server = createServer({
    routes: connector.routes,
    sockets: [],
    trustedProxies: [],
    log: { debug: log, warn: log, error: log },
    manner: { helpText: '', secure: false },
  });
  const port = await server.listen(0, '127.0.0.1');
  return { connector, server, logged, url: `http://127.0.0.1:${port}/api/messages` };
}

export interface FarSide {
  readonly url: string;
  readonly calls: { method: string; path: string; body: unknown; authorization: string | undefined }[];
  status: number;
  answers: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/** An HTTP far side on this machine that records what reaches it. */
export async function startFarSide(answers: Readonly<Record<string, unknown>> = {}): Promise<FarSide> {
  const far: FarSide = { url: '', calls: [], status: 200, answers, close: async () => {} };
  const server = createFarSide(async (request, response) => {
    const path = request.url ?? '';
    const body = await readJson(request);
    far.calls.push({
      method: request.method ?? '',
      path,
      body,
      authorization: request.headers.authorization,
    });
    response.writeHead(far.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(far.answers[path] ?? { id: `far-${far.calls.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(far, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : JSON.parse(text);
}

/** An issuer: its keys, its published documents, and tokens as good or bad as asked. */
export async function startIssuer() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', endorsements: ['msteams', 'test'] }];
  const far = await startFarSide();
  far.answers = { '/metadata': { issuer: 'x', jwks_uri: `${far.url}/keys` }, '/keys': { keys } };
  return { far, privateKey, publicKey, metadataUrl: `${far.url}/metadata` };
}

export interface TokenParts {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  /** RS256 with the issuer's key unless given. */
  readonly signature?: (signed: string) => string;
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function makeToken(key: KeyObject, serviceUrl: string, parts: TokenParts = {}): string {
  const seconds = NOW / 1000;
  const claims = {
    iss: 'https://api.botframework.com',
    aud: APP,
    exp: seconds + 600,
    nbf: seconds - 60,
    serviceurl: serviceUrl,
    ...parts.claims,
  };
  const signed = `${base64url({ alg: 'RS256', kid: 'k1', typ: 'JWT', ...parts.header })}.${base64url(claims)}`;
  const signature =
    parts.signature ?? ((text: string) => sign('RSA-SHA256', Buffer.from(text), key).toString('base64url'));
  return `${signed}.${signature(signed)}`;
}

/** HS256 with a public key as the secret: the classic confusion. */
export function hmacSignature(publicKey: KeyObject) {
  const secret = publicKey.export({ type: 'spki', format: 'pem' });
  return (signed: string) => createHmac('sha256', secret).update(signed).digest('base64url');
}

export const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex');
