// What a person gets when nobody has checked a topic in time: the same turns as everybody's, years later.

import { createShow } from '../../src/tools/show-reply.js';
import { openStage, type Stage } from '../../src/tools/stage/stage.js';
import { builtBrain } from '../support/brain.js';

const brain = builtBrain();
const LATE = Date.UTC(2036, 0, 15, 12);
const IN_TIME = Date.UTC(2026, 10, 22, 12);

function open(startAt: number, channel: 'web' | 'sms' = 'web', language = 'en') {
  const stage: Stage = openStage(brain, { channel, language, desk: 'staffed' }, startAt);
  const show = createShow(brain, channel);
  return { stage, ask: (action: string) => show(stage.press(action).replies) };
}

const text = (key: string, language = 'en', date = '') =>
  brain.speaker.text(language, `bot:answer.${key}`, { date });

test.each(['en', 'es'])(
  'in %s a critical topic past its date is contacts, never its old words',
  (language) => {
    const said = open(LATE, 'web', language).ask('topic:t-visa');
    expect(said).toContain(text('withheld', language));
    expect(said).toContain('1-888-373-7888');
    expect(said).not.toMatch(/I-914|\[1\]/);
  },
);

test('the same by text message', () => {
  const said = open(LATE, 'sms').ask('topic:t-visa');
  expect(said).toContain('1-888-373-7888');
  expect(said).not.toMatch(/I-914|4 years/);
});

test('another topic past its date is told, and says when it was due', () => {
  const said = open(LATE).ask('topic:what-happens-after-rescue');
  expect(said).toContain('Safety comes first');
  expect(said).toContain(text('stale', 'en', 'May 2027'));
});

test('in time nothing of the kind is said', () => {
  const { ask } = open(IN_TIME);
  const said = [ask('topic:t-visa'), ask('topic:what-happens-after-rescue')].join('\n');
  expect(said).toContain('I-914');
  expect(said).not.toContain(text('withheld'));
  expect(said).not.toMatch(/due to be checked/);
});

test('a composed answer leaves out what may not be said any more, and says that the rest is old', () => {
  const { stage } = open(LATE);
  const show = createShow(brain, 'web');
  const said = show(stage.say('what help is there for kids rescued from trafficking').replies);
  expect(said).toContain('Safety comes first');
  expect(said).not.toContain('A T visa lets');
  expect(said).toMatch(/due to be checked/);
});
