// How many connections one address may hold open. Proxies are exempt: everybody comes through them.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { budgetKey, type Proxies } from './client-address.js';
import type { HttpLimits } from './limits.js';

/** Cuts connections above the cap of their address at once, before a byte is read. */
export function capConnections(server: Server, options: { limits: HttpLimits; proxies: Proxies }): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (options.proxies.isTrusted(address)) return;
    const key = budgetKey(address);
    const count = (open.get(key) ?? 0) + 1;
    open.set(key, count);
    socket.once('close', () => release(open, key));
    if (count > options.limits.connectionsPerAddress) socket.destroy();
  });
}

function release(open: Map<string, number>, key: string): void {
  const left = (open.get(key) ?? 1) - 1;
  if (left > 0) open.set(key, left);
  else open.delete(key);
}
