// Tickets for stream addresses: a browser cannot send a header with a WebSocket, and a bearer token must not stand in a URL.
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../core/index.js';
import type { SessionClaims } from './ports.js';

const LIFE_MS = 60_000;
const MOST = 50_000;

export interface StreamTickets {
  /** 128 random bits for this session. */
  issue(claims: SessionClaims): string;
  /** The session of the ticket, once, within 60 s, for its own conversation; null otherwise. */
  redeem(ticket: string, conversationId: string): SessionClaims | null;
}

/**
 * Tickets of this process, in memory. Behind several replicas the balancer must keep a conversation's path on one of
 * them; where it does not, the client's next try gets a new ticket.
 */
export function createStreamTickets(clock: Clock): StreamTickets {
  const open = new Map<string, { claims: SessionClaims; until: number }>();
  return {
    issue(claims) {
      dropOld(open, clock.now());
      const ticket = randomBytes(16).toString('base64url');
      open.set(ticket, { claims, until: clock.now() + LIFE_MS });
      return ticket;
    },
    redeem(ticket, conversationId) {
      const found = open.get(ticket);
      open.delete(ticket);
      if (!found || found.until < clock.now()) return null;
      return found.claims.conversationId === conversationId ? found.claims : null;
    },
  };
}

function dropOld(open: Map<string, { until: number }>, now: number): void {
  for (const [ticket, { until }] of open) {
    if (until >= now && open.size < MOST) return;
    open.delete(ticket);
  }
}
