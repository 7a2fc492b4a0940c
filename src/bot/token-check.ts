// Our own check of Bot Framework tokens, before the SDK sees anything: exact issuer, audience, RS256, times, endorsement,
// service address. Pure: keys and time are given. Every failure is the same `null`.
import { type KeyObject, verify } from 'node:crypto';

const SKEW_SECONDS = 300;
const KEY_ID = /^[A-Za-z0-9_.-]{1,128}$/;
const TOKEN = /^Bearer ([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

export interface SigningKey {
  readonly key: KeyObject;
  /** Channels that this key may speak for. */
  readonly endorsements: readonly string[];
}

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly nowSeconds: number;
  /** What the activity says of itself; the token must say the same. */
  readonly serviceUrl: unknown;
  readonly channelId: unknown;
}

export interface ReadToken {
  readonly keyId: string;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

/**
 * The parts of a token whose claims would be right if its signature were. Looked at before any key is, so that a wrong
 * token costs no key lookup.
 */
export function readToken(header: string, rules: TokenRules): ReadToken | null {
  const [, head = '', body = '', signature = ''] = TOKEN.exec(header) ?? [];
  const { alg, kid } = decodePart(head);
  if (alg !== 'RS256' || typeof kid !== 'string' || !KEY_ID.test(kid)) return null;
  if (!claimsHold(decodePart(body), rules)) return null;
  return {
    keyId: kid,
    signed: Buffer.from(`${head}.${body}`),
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** Whether this key signed the token and may speak for the channel. */
export function isSignedBy(token: ReadToken, key: SigningKey, channelId: string): boolean {
  if (!key.endorsements.includes(channelId)) return false;
  try {
    return verify('RSA-SHA256', token.signed, key.key, token.signature);
  } catch {
    return false;
  }
}

function claimsHold(claims: Record<string, unknown>, rules: TokenRules): boolean {
  const { iss, aud, exp, nbf, serviceurl } = claims;
  if (iss !== rules.issuer || aud !== rules.audience) return false;
  if (!isSeconds(exp) || rules.nowSeconds > exp + SKEW_SECONDS) return false;
  if (!isSeconds(nbf) || rules.nowSeconds < nbf - SKEW_SECONDS) return false;
  return typeof serviceurl === 'string' && serviceurl !== '' && serviceurl === rules.serviceUrl;
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function decodePart(part: string): Record<string, unknown> {
  try {
    const value = JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...(value as Record<string, unknown>) }
      : {};
  } catch {
    return {};
  }
}
