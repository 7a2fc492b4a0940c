// The web's way through Bot Framework: our adapter, the ActivityHandler, and an inbound for the house.
import { createWebBot } from '../../src/bot/index.js';
import { asId, type ConversationId } from '../../src/core/index.js';
import { recordingHouse, tenant } from './bot-world.js';

const claims = { tenant, conversationId: asId<ConversationId>('c'.repeat(43)), sessionHash: 'h' };
const activity = {
  type: 'message',
  id: 'i1',
  channelId: 'directline',
  serviceUrl: 'urn:porchlight:web',
  conversation: { id: claims.conversationId },
  from: { id: 'dl_x', role: 'user' },
  recipient: { id: 'porchlight', role: 'bot' },
  text: 'she took my papers',
};

test('words and buttons arrive as an inbound of the verified session, whatever the activity claims', async () => {
  const house = recordingHouse();
  const { deliver } = createWebBot(house.ports);
  const lying = { ...activity, conversation: { id: 'somebody else' }, timestamp: '1970-01-01' };
  expect(await deliver(lying, claims)).toBe('done');
  expect(await deliver({ ...activity, id: 'i2', text: '', value: { action: 'strike:needs' } }, claims)).toBe(
    'done',
  );
  expect(house.inbounds).toMatchObject([
    {
      from: 'person',
      channel: 'web',
      delivery: 'pull',
      id: 'i1',
      text: 'she took my papers',
      conversationId: claims.conversationId,
      hints: { sessionHash: 'h' },
    },
    { id: 'i2', text: '', action: 'strike:needs' },
  ]);
});

test('a session that may not write here is refused', async () => {
  const house = recordingHouse();
  const refusing = createWebBot({
    ...house.ports,
    handle: async () => ({ outcome: 'refused' as const, replies: [] }),
  });
  expect(await refusing.deliver(activity, claims)).toBe('refused');
});

test('a turn that failed is not acknowledged', async () => {
  const house = recordingHouse();
  const failing = createWebBot({ ...house.ports, handle: () => Promise.reject(new Error('no store')) });
  await expect(failing.deliver(activity, claims)).rejects.toThrow('no store');
});
