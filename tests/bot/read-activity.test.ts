// Rows 64 to 68 of the hostile inputs: what an activity from outside is taken to be.
import { cleanActivity, fitText, readActivity } from '../../src/bot/read-activity.js';

const APP = '11111111-2222-3333-4444-555555555555';
const OTHER = '99999999-2222-3333-4444-555555555555';
const message = (fields: Record<string, unknown> = {}) => ({
  type: 'message',
  id: 'a1',
  text: 'help',
  conversation: { id: 'c1' },
  from: { id: 'person' },
  recipient: { id: `28:${APP}` },
  ...fields,
});
const read = (activity: unknown) => readActivity(activity as never, APP);

test.each<[string, Record<string, unknown>, string]>([
  ['row 64: no type', { type: undefined }, 'malformed'],
  ['row 64: a number as type', { type: 7 }, 'malformed'],
  ['row 64: a type of 10 KB', { type: 'x'.repeat(10_000) }, 'malformed'],
  ['row 64: no conversation', { conversation: undefined }, 'malformed'],
  ['row 64: a conversation id that is a list', { conversation: { id: ['a'] } }, 'malformed'],
  ['row 64: an unknown invoke', { type: 'invoke', name: 'whatever' }, 'ignored'],
  ['row 64: an update about nobody', { type: 'conversationUpdate' }, 'ignored'],
  ['typing', { type: 'typing' }, 'ignored'],
  ['an unknown event', { type: 'event', name: 'webchat/join' }, 'ignored'],
  ['row 66: written by the bot itself', { from: { id: `28:${APP}` } }, 'ignored'],
  ['row 66: written by some bot', { from: { id: 'x', role: 'bot' } }, 'ignored'],
  ['row 66: for another bot', { recipient: { id: `28:${OTHER}` } }, 'ignored'],
  ['row 66: an answer to itself', { replyToId: 'a1' }, 'ignored'],
  ['written by nobody', { from: undefined }, 'ignored'],
  ['an answer to what the bot said', { replyToId: 'b9' }, 'message'],
  ['a group', { conversation: { id: 'g', isGroup: true } }, 'group'],
  ['a channel of a team', { conversation: { id: 'g', conversationType: 'channel' } }, 'group'],
])('%s', (_label, fields, kind) => {
  expect(read(message(fields)).kind).toBe(kind);
});

test.each<[unknown, string | undefined]>([
  ['es', 'es'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['../../x', undefined],
  ['__proto__', undefined],
  ['xx-XX-x-very-long-private-part', undefined],
  [{ toString: 'en' }, undefined],
  [7, undefined],
])('row 67: a locale of %j is %j', (locale, expected) => {
  expect(read(message({ locale }))).toEqual({
    kind: 'message',
    text: 'help',
    ...(expected !== undefined && { locale: expected }),
  });
});

test.each<[unknown, string | undefined]>([
  [{ action: 'strike:needs' }, 'strike:needs'],
  [{ action: 'lang:pt-BR' }, 'lang:pt-BR'],
  ['topic:housing/eviction-notice', 'topic:housing/eviction-notice'],
  [{ action: '__proto__' }, undefined],
  [{ action: 'a b' }, undefined],
  [{ action: 'x'.repeat(200) }, undefined],
  [{ action: { deep: 1 } }, undefined],
  [null, undefined],
  [42, undefined],
])('a value of %j is the action %j', (value, action) => {
  const reading = read(message({ value }));
  expect(reading).toEqual({ kind: 'message', text: 'help', ...(action !== undefined && { action }) });
});

test.each<[string, unknown[], string]>([
  ['the person joined', [{ id: 'person' }], 'joined'],
  ['only the bot joined', [{ id: `28:${APP}` }], 'ignored'],
  ['nonsense joined', [null, { id: 7 }, 'x'], 'ignored'],
])('a welcome is due when %s', (_label, membersAdded, kind) => {
  expect(read(message({ type: 'conversationUpdate', membersAdded })).kind).toBe(kind);
});

test('rows 65 and 68: attachments, times and unknown fields do not come through', () => {
  const attachments = ['file:///etc/passwd', 'http://169.254.169.254/', 'gopher://x'].map((contentUrl) => ({
    contentUrl,
  }));
  const hostile = message({
    attachments,
    timestamp: '9999-01-01',
    localTimezone: '<x>',
    entities: [1],
    callerId: 'x',
  });
  const clean = cleanActivity(hostile as never, Date.UTC(2026, 0, 2));
  expect(Object.keys(clean).sort()).toEqual([
    'channelId',
    'conversation',
    'from',
    'id',
    'recipient',
    'serviceUrl',
    'text',
    'timestamp',
    'type',
  ]);
  expect(clean.timestamp).toEqual(new Date(Date.UTC(2026, 0, 2)));
});

test('a very long message keeps its beginning and its end, and no character is cut in two', () => {
  const text = `he has a gun ${'😀'.repeat(10_000)} we are at the motel`;
  const fitted = fitText(text, 8192);
  expect(fitted.length).toBeLessThanOrEqual(8192);
  expect(fitted.startsWith('he has a gun')).toBe(true);
  expect(fitted.endsWith('we are at the motel')).toBe(true);
  expect(fitted.isWellFormed()).toBe(true);
});

test('row 65: a picture without words is said to be one, and not looked at', () => {
  const attachments = [{ contentUrl: 'http://169.254.169.254/x.png' }];
  const picture = message({ text: '', attachments });
  expect(read(picture)).toEqual({ kind: 'message', text: '', action: 'attachment' });
  expect(cleanActivity(picture as never, 0).value).toEqual({ action: 'attachment' });
  expect(read(message({ attachments }))).toEqual({ kind: 'message', text: 'help' });
});

test('a lone surrogate becomes U+FFFD', () => {
  expect(read(message({ text: 'a\ud800b' }))).toMatchObject({ text: 'a\ufffdb' });
});
