// Whose page a browser's request comes from: ours, a partner's, or neither. Exact matches only.
import type { HttpRequest } from '../../core/index.js';
import type { Partners, SessionClaims } from './ports.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
type Head = Pick<HttpRequest, 'header'>;

/** Our origin as the caller reaches it: the configured one, or the asked host when it is a loopback name; else null. */
export function ownOrigin(request: Head, publicOrigin: string | null): string | null {
  if (publicOrigin !== null) return publicOrigin;
  const address = `http://${request.header('host') ?? ''}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return LOOPBACK.has(url.hostname) ? url.origin : null;
}

/** True for a browser on our own pages. A program without an Origin is not one. */
export function isOwnPage(request: Head, publicOrigin: string | null): boolean {
  const origin = request.header('origin');
  return origin !== undefined && origin === ownOrigin(request, publicOrigin);
}

export type OriginReading = { readonly allowed: boolean; readonly cors: Record<string, string> };

/**
 * Whether a holder of this session may call from where it does: programs (no Origin), our pages, the partner's listed
 * origins. For the latter `cors` lets their page read the answer.
 */
export async function readOrigin(
  request: Head,
  session: { claims: SessionClaims; partners: Partners; publicOrigin: string | null },
): Promise<OriginReading> {
  const origin = request.header('origin');
  if (origin === undefined || isOwnPage(request, session.publicOrigin)) return { allowed: true, cors: {} };
  const partner = await session.partners.byTenant(session.claims.tenant);
  const allowed = partner?.origins.includes(origin) ?? false;
  return { allowed, cors: allowed ? corsHeaders(origin) : {} };
}

/** Headers that let one origin read an answer; no credentials, because there are no cookies. */
export function corsHeaders(origin: string): Record<string, string> {
  return { 'access-control-allow-origin': origin, vary: 'Origin' };
}
