// Web session tokens: conversation id, a 256-bit secret, the time, and a seal over all of it. Stateless until used.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { asId, type Clock, isConversationId, type TenantId } from '../../core/index.js';
import type { SessionClaims, TokenHash } from './ports.js';

/** How long a token is good for; Direct Line clients refresh at half of it. */
export const TOKEN_SECONDS = 1800;

export interface Session {
  readonly token: string;
  readonly claims: SessionClaims;
}

/** `expired` is a genuine token past its time; `invalid` everything else, without a word why. */
export type TokenReading = SessionClaims | 'expired' | 'invalid';

export interface SessionTokens {
  /** A session of its own conversation under this tenant; nothing is stored. */
  mint(tenant: TenantId): Session;
  read(token: string): TokenReading;
  /** The session of a genuine token of any age: only for ending it. */
  open(token: string): SessionClaims | null;
  /** The same session with a new time. Null when the token is not good any more. */
  refresh(token: string): Session | null;
}

interface TokenParts {
  readonly conversationId: string;
  readonly tenant: string;
  readonly secret: string;
  readonly issued: string;
}

export function createSessionTokens(vault: TokenHash, clock: Clock): SessionTokens {
  const seal = (parts: TokenParts): Session => ({
    token: sealToken(parts, vault),
    claims: toClaims(parts, vault),
  });
  const read = (token: string): TokenReading => {
    const parts = openToken(token, vault);
    if (!parts) return 'invalid';
    return isFresh(parts, clock.now()) ? toClaims(parts, vault) : 'expired';
  };
  return {
    mint(tenant) {
      const externalId = `dl_${randomBytes(24).toString('base64url')}`;
      const conversationId = vault.hash('conversation', tenant, 'web', externalId);
      const secret = randomBytes(32).toString('base64url');
      return seal({ conversationId, tenant, secret, issued: stamp(clock.now()) });
    },
    read,
    open(token) {
      const parts = openToken(token, vault);
      return parts && toClaims(parts, vault);
    },
    refresh(token) {
      const parts = openToken(token, vault);
      if (!parts || !isFresh(parts, clock.now())) return null;
      return seal({ ...parts, issued: stamp(clock.now()) });
    },
  };
}

function sealToken(parts: TokenParts, vault: TokenHash): string {
  const body = [
    parts.conversationId,
    Buffer.from(parts.tenant).toString('base64url'),
    parts.secret,
    parts.issued,
  ];
  return [...body, vault.hash('token', ...body)].join('.');
}

function openToken(token: string, vault: TokenHash): TokenParts | null {
  if (token.length > 512) return null;
  const [conversationId = '', tenant = '', secret = '', issued = '', seal = '', ...more] = token.split('.');
  const expected = Buffer.from(vault.hash('token', conversationId, tenant, secret, issued));
  const given = Buffer.from(seal);
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  if (!isConversationId(conversationId)) return null;
  return { conversationId, tenant: Buffer.from(tenant, 'base64url').toString(), secret, issued };
}

function toClaims(parts: TokenParts, vault: TokenHash): SessionClaims {
  return {
    tenant: asId(parts.tenant),
    conversationId: asId(parts.conversationId),
    sessionHash: vault.hash('session', parts.secret),
  };
}

function isFresh(parts: TokenParts, now: number): boolean {
  const ageSeconds = now / 1000 - Number.parseInt(parts.issued, 36);
  // A clock that stepped back a little must not throw a person out.
  return ageSeconds > -TOKEN_SECONDS && ageSeconds <= TOKEN_SECONDS;
}

function stamp(now: number): string {
  return Math.floor(now / 1000).toString(36);
}
