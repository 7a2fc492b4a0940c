// Replies as activities: plain words, sources at the end, buttons that a channel can carry.
import { toActivities } from '../../src/bot/to-activities.js';
import type { Reply } from '../../src/core/index.js';

const full: Reply = {
  id: 'r',
  kind: 'answer',
  language: 'ar',
  dir: 'rtl',
  title: 'Title',
  paragraphs: [
    [{ text: 'Call ' }, { text: '911', strong: true, href: 'tel:911' }],
    [{ text: '*not* [markup](x)' }],
  ],
  choices: [{ id: 'topic:t-visa', label: 'Visa' }],
  asOf: 'As of 2026.',
  sources: [
    { id: 's', title: 'Law', publisher: 'Congress', url: 'https://example.gov/law', date: '2026-01' },
    { id: 's2', title: 'Paper', publisher: 'Court', url: null, date: '2025' },
  ],
  preview: [
    { id: 'a', label: 'State', text: 'Texas', struck: false },
    { id: 'b', label: 'Needs', text: 'shelter', struck: true },
  ],
};

test('a reply is plain text in its language, and what was struck is not in it', () => {
  const [activity] = toActivities(full, 'webchat');
  expect(activity).toMatchObject({ textFormat: 'plain', locale: 'ar', id: 'r' });
  expect(activity?.text).toBe(
    'Title\n\nCall 911\n\n*not* [markup](x)\n\nState: Texas\n\nAs of 2026.\n\n' +
      '[1] Law, Congress, 2026-01. https://example.gov/law\n[2] Paper, Court, 2025',
  );
});

test.each([
  ['webchat', { type: 'messageBack', title: 'Visa', displayText: 'Visa', value: { action: 'topic:t-visa' } }],
  ['telegram', { type: 'imBack', title: 'Visa', value: 'Visa' }],
])('on %s a choice is a button that comes back', (channelId, button) => {
  expect(toActivities(full, channelId)[0]?.suggestedActions?.actions).toEqual([button]);
});
