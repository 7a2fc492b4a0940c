// The headers of every response, by kind (trust.md §2). A route may widen one thing only: who may frame its page.
import type { Route } from '../core/index.js';

const EVERYWHERE: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=()',
  'X-DNS-Prefetch-Control': 'off',
};

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];
const STRICT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** One source of frame-ancestors: a scheme and host, or 'self'. Anything else would let a route rewrite the policy. */
const ANCESTOR = /^(?:'self'|https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?)$/;

/**
 * Headers for a response of this kind. `asked` are the route's own: its content-security-policy may say
 * `frame-ancestors …` and nothing else; sources that are not plain origins are dropped, and none left means 'none'.
 * `secure` adds HSTS.
 */
export function securityHeaders(
  kind: Route['kind'],
  asked: Readonly<Record<string, string>>,
  secure: boolean,
): Record<string, string> {
  const own = lowerNames(asked);
  const headers: Record<string, string> = { ...EVERYWHERE };
  headers['Cross-Origin-Resource-Policy'] = kind === 'asset' ? 'cross-origin' : 'same-origin';
  if (secure) headers['Strict-Transport-Security'] = 'max-age=63072000; includeSubDomains';
  if (kind === 'page') Object.assign(headers, pageHeaders(own['content-security-policy'] ?? ''));
  else headers['Content-Security-Policy'] = STRICT_POLICY;
  for (const name of Object.keys(headers)) delete own[name.toLowerCase()];
  delete own['x-frame-options'];
  return { ...headers, ...own };
}

function pageHeaders(asked: string): Record<string, string> {
  const ancestors = frameAncestors(asked);
  const policy = [...PAGE_POLICY, `frame-ancestors ${ancestors.join(' ') || "'none'"}`].join('; ');
  return {
    'Content-Security-Policy': policy,
    ...(ancestors.length === 0 && { 'X-Frame-Options': 'DENY' }),
  };
}

function frameAncestors(policy: string): string[] {
  const [name, ...sources] = policy.trim().split(/\s+/);
  return name === 'frame-ancestors' ? sources.filter((source) => ANCESTOR.test(source)) : [];
}

function lowerNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
