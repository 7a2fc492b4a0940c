// What every answer carries, by kind; and who may frame a page.
import type { Route } from '../../src/core/index.js';
import { startWire, type Wire } from './wire.js';

let wire: Wire;
const answering = (path: string, kind: Route['kind'], headers: Record<string, string> = {}): Route => ({
  method: 'GET',
  path,
  body: 'none',
  kind,
  handle: async () => ({ status: 200, headers, body: 'x' }),
});
const framed = (policy: string) => ({ 'content-security-policy': policy });

beforeAll(async () => {
  wire = await startWire({
    routes: [
      answering('/asset', 'asset'),
      answering('/api', 'api'),
      answering('/framed', 'page', framed('frame-ancestors https://a.example http://b.example:8080')),
      answering('/sneaky', 'page', framed("frame-ancestors *; script-src 'unsafe-inline'")),
      answering('/loose', 'page', framed("script-src 'unsafe-inline'")),
      answering('/cached', 'api', { 'cache-control': 'public', 'X-Content-Type-Options': 'off' }),
    ],
  });
});
afterAll(() => wire.server.close());

const headersOf = async (path: string) => (await fetch(wire.url + path)).headers;

test.each(['/page', '/asset', '/api', '/cached', '/nothing'])(
  '%s leaves no trace and tells nobody where the reader came from',
  async (path) => {
    const headers = await headersOf(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('server')).toBeNull();
  },
);

test('a page runs our own script only, and nobody frames it', async () => {
  const headers = await headersOf('/page');
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "trusted-types 'none'",
    "frame-ancestors 'none'",
  ])
    expect(policy).toContain(part);
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-frame-options')).toBe('DENY');
});

test('a page for partners names their origins and drops the frame option that would contradict it', async () => {
  const headers = await headersOf('/framed');
  expect(headers.get('content-security-policy')).toContain(
    'frame-ancestors https://a.example http://b.example:8080',
  );
  expect(headers.get('x-frame-options')).toBeNull();
});

test.each(['/sneaky', '/loose'])('%s cannot widen the policy', async (path) => {
  const policy = (await headersOf(path)).get('content-security-policy') ?? '';
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-inline');
});

test('an asset may be loaded by a partner, an answer of the API may not', async () => {
  expect((await headersOf('/asset')).get('cross-origin-resource-policy')).toBe('cross-origin');
  expect((await headersOf('/api')).get('cross-origin-resource-policy')).toBe('same-origin');
});
