// The web channel: Direct Line for any client, and our own page. Replies are read from the talk; nothing is pushed.
import type { Channel } from '../channel.js';
import { directLineRoutes, streamRoute, toActivitySets } from './direct-line.js';
import type { WebHouse } from './guard.js';
import { pageRoutes } from './pages.js';
import type { WebPorts } from './ports.js';
import { createSessionTokens } from './session-token.js';
import { createStreamTickets } from './stream-tickets.js';
import { createStreams } from './streams.js';
import { widgetSessionRoutes } from './widget-session.js';

/** The channel over these ports. Throws when the browser files were not built. */
export function createWebChannel(ports: WebPorts): Channel {
  const clientIds = new Map<string, string>();
  const streams = createStreams(ports.talk, (view, { conversationId: id }) =>
    toActivitySets(view, { id, clientIds }),
  );
  const house: WebHouse = {
    ports,
    sessions: createSessionTokens(ports.tokens, ports.clock),
    tickets: createStreamTickets(ports.clock),
    streams,
    clientIds,
  };
  return {
    name: 'web',
    delivery: 'pull',
    routes: [...directLineRoutes(house), ...widgetSessionRoutes(house), ...pageRoutes(house)],
    sockets: [streamRoute(house)],
    limits: { inboundUnits: 8192, pieceUnits: null, choices: 12 },
    secrets: [],
    close: () => streams.close(),
  };
}
