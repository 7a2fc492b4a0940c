// How long things are kept: the table of design §9, row by row.
import { type Conversation, DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/index.js';
import { LONGEST_RETENTION, retentionOf } from '../../src/handoff/index.js';
import { ANA, aConnected, aConversation, anOffered, aQueued, NOON, play } from '../core/a-case.js';

const closedAt = NOON + HOUR_MS;
const closed = play(aConnected(), [{ kind: 'close', staffId: ANA, disposition: 'd', at: closedAt }]);
const lateClose = play(aConnected(), [
  { kind: 'close', staffId: ANA, disposition: 'd', at: NOON + 28 * DAY_MS },
]);
const offered = anOffered(aConversation());

test.each<[string, Conversation, number]>([
  ['a web talk without a case goes 2 h after the last message', aConversation(), NOON + 2 * HOUR_MS],
  ['an SMS talk without a case goes after 24 h', aConversation('none', { channel: 'sms' }), NOON + DAY_MS],
  ['a case that was only offered is no case', aConversation('urgent', { case: offered }), NOON + 2 * HOUR_MS],
  [
    'a declined case is no case',
    aConversation('urgent', { case: play(offered, [{ kind: 'decline', at: NOON }]) }),
    NOON + 2 * HOUR_MS,
  ],
  ['a hidden talk without a case goes now', aConversation('none', { revoked: true }), NOON + MINUTE_MS],
  [
    'a hidden talk whose case is open stays for staff',
    aConversation('urgent', { revoked: true, case: aQueued() }),
    NOON + 30 * DAY_MS,
  ],
  ['an open case goes after 30 days', aConversation('urgent', { case: aQueued() }), NOON + 30 * DAY_MS],
  ['a closed case goes after 7 days', aConversation('urgent', { case: closed }), closedAt + 7 * DAY_MS],
  [
    'a case closed late still goes after 30',
    aConversation('urgent', { case: lateClose }),
    NOON + 30 * DAY_MS,
  ],
])('%s', (_, conversation, expiresAt) => {
  expect(retentionOf(conversation, LONGEST_RETENTION, NOON + MINUTE_MS)).toBe(expiresAt);
});

test('settings shorten these times and never lengthen them', () => {
  const shorter = { ...LONGEST_RETENTION, webTalkMs: HOUR_MS };
  const longer = { ...LONGEST_RETENTION, webTalkMs: DAY_MS };
  expect(retentionOf(aConversation(), shorter, NOON)).toBe(NOON + HOUR_MS);
  expect(retentionOf(aConversation(), longer, NOON)).toBe(NOON + 2 * HOUR_MS);
});
