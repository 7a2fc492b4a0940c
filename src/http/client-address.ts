// Who is asking: the peer, or what a configured proxy says of it. Used for budgets; never logged, never stored.
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';

export interface Proxies {
  isTrusted(address: string): boolean;
}

/** Reads proxies given as addresses or CIDR ranges. Throws a TypeError naming an entry that is neither. */
export function createProxies(entries: readonly string[]): Proxies {
  const known = new BlockList();
  for (const entry of entries) addEntry(known, entry);
  return { isTrusted: (address) => isIP(address) !== 0 && known.check(address, family(address)) };
}

function addEntry(known: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  if (isIP(address) === 0) throw new TypeError(`TRUSTED_PROXIES: "${entry}" is not an address or a range.`);
  if (bits === undefined) known.addAddress(address, family(address));
  else known.addSubnet(address, Number(bits), family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}

/**
 * The client's address: the peer itself unless the peer is a configured proxy; then the last entry of X-Forwarded-For
 * that is no proxy of ours. A forged header of a direct caller changes nothing; a malformed one falls back to the peer.
 */
export function clientAddress(peer: string, headers: IncomingHttpHeaders, proxies: Proxies): string {
  let address = plainAddress(peer);
  if (!proxies.isTrusted(address)) return address;
  const chain = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .slice(-10);
  for (const entry of chain.reverse()) {
    const next = plainAddress(entry.trim());
    if (isIP(next) === 0) return address;
    address = next;
    if (!proxies.isTrusted(address)) return address;
  }
  return address;
}

/** What one budget counts: an IPv4 address, or the /64 of an IPv6 one, because a household has the whole of it. */
export function budgetKey(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const start = head.split(':').filter(Boolean);
  const end = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : 8 - start.length - end.length;
  return [...start, ...Array<string>(Math.max(0, missing)).fill('0'), ...end].slice(0, 4).join(':');
}

function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && isIPv4(address.slice(7)) ? address.slice(7) : address;
}
