// Whether a browser's request comes from our own pages. Requests of programs carry no Origin; sockets of browsers always do.

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * True when `origin` is ours. With a public origin configured only that one is; without (loopback only) it must be the
 * host that was asked, and a loopback name: a name that was re-pointed at this machine is refused.
 */
export function isOwnOrigin(origin: string, host: string | undefined, publicOrigin: string | null): boolean {
  if (publicOrigin !== null) return origin === publicOrigin;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === origin && url.host === host && LOOPBACK.has(url.hostname);
}
