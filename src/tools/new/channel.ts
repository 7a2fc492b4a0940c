// Recipe of a channel: two new files and one row in src/parts.ts. What it brings compiles and refuses everything; its test
// says what is missing, because the contract suite is the same for every channel.
import { pascal, type Recipe } from './scaffold.js';

export const channel: Recipe = (id) => ({
  files: [
    { path: `src/channels/${id}/${id}-channel.ts`, text: source(id) },
    { path: `tests/channels/${id}.test.ts`, text: test(id) },
  ],
  next: [
    `Add its name to CHANNELS in src/core/inbound.ts if it is new there, export create${pascal(id)}Channel from src/channels/index.ts.`,
    `Add the row "${id}: create${pascal(id)}Channel" to channels in src/parts.ts.`,
    `Then: npm test -- tests/channels/${id}.test.ts, until it passes. The contract is src/channels/channel.ts.`,
  ],
});

const source = (
  id: string,
) => `// The ${id} channel: how a message arrives, is proved genuine, and how replies leave.
import type { Clock, ConversationId, PersonInbound, Reply, Route } from '../../core/index.js';
import type { Channel, SendAttempt } from '../channel.js';

/** What the channel needs of the house, given by app. */
export interface ${pascal(id)}Ports {
  /** Resolves when the message is durable. A repeat with the same id changes nothing. */
  handle(inbound: PersonInbound): Promise<{ readonly replies: readonly Reply[] }>;
  conversationId(externalId: string): ConversationId;
  readonly clock: Clock;
  readonly secrets: readonly string[];
}

/** The ${id} channel over its ports. */
export function create${pascal(id)}Channel(ports: ${pascal(id)}Ports): Channel {
  return {
    name: '${id}' as string as Channel['name'],
    delivery: 'push',
    routes: routesOf(ports),
    limits: { inboundUnits: 2000, pieceUnits: null, choices: 9 },
    send: (reply, replyTo, attempt) => send(ports, { reply, replyTo, attempt }),
    secrets: ports.secrets,
  };
}

/** The webhook: prove that it is genuine over the raw bytes, read it, hand it over, and only then acknowledge. */
function routesOf(_ports: ${pascal(id)}Ports): Route[] {
  return [];
}

/** Sends one reply. Rejects with a named error of src/errors.ts and nothing else. */
async function send(
  _ports: ${pascal(id)}Ports,
  _message: { reply: Reply; replyTo: string; attempt: SendAttempt },
): Promise<void> {
  throw new Error('the ${id} channel cannot send yet');
}
`;

const test = (id: string) => `// The ${id} channel keeps the contract of a channel.
import { systemClock } from '../../src/core/index.js';
import { create${pascal(id)}Channel } from '../../src/channels/${id}/${id}-channel.js';
import type { ConversationId, PersonInbound } from '../../src/core/index.js';
import { describeChannel } from '../contracts/channel.js';

async function open() {
  const inbounds: PersonInbound[] = [];
  const channel = create${pascal(id)}Channel({
    handle: async (inbound) => {
      if (!inbounds.some(({ id }) => id === inbound.id)) inbounds.push(inbound);
      return { replies: [] };
    },
    conversationId: (externalId) => externalId as ConversationId,
    clock: systemClock,
    secrets: ['secret-of-the-far-side'],
  });
  return { channel, taken: () => inbounds, logged: () => '', close: async () => channel.close?.() };
}

describeChannel('${id}', {
  open,
  /** A message as the far side really sends it, signed as it signs. */
  genuine: (_opened, { name, text }) => ({
    path: '/${id}',
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, text }),
    },
  }),
  forged: [{ label: 'no signature', wire: () => ({ path: '/${id}', init: { method: 'POST', body: '{}' } }) }],
  malformed: [
    { label: 'half a body', status: 400, wire: () => ({ path: '/${id}', init: { method: 'POST', body: '{' } }) },
  ],
  /** What the far side received of a reply. */
  said: async (opened, reply) => {
    await opened.channel.send?.(reply, 'somebody', { key: reply.id, again: false });
    return [];
  },
});
`;
