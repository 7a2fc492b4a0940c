// The player of conversation tests: it stops at the first difference and says what is different.
import { conversationFileSchema } from '../../src/tools/stage/conversation-file.js';
import { playConversation } from '../../src/tools/stage/play.js';
import { builtBrain } from '../support/brain.js';

const play = (turns: readonly object[], more: object = {}) =>
  playConversation(
    builtBrain(),
    conversationFileSchema.parse({ id: 'x', about: 'A conversation of this test.', turns, ...more }),
  );

test.each([
  ['level', { level: 'none' }, 'level: expected "none", found "emergency"'],
  ['kinds', { kinds: ['answer'] }, 'kinds: expected ["answer"], found ["safety"]'],
  ['words', { contains: ['Have a nice day'] }, 'not said: "Have a nice day"'],
  ['forbidden words', { not_contains: ['911'] }, 'said, and should not be: "911"'],
  ['choices', { choices: ['yes'] }, 'choices: expected ["yes"], found ["person","hide","write"]'],
  ['case', { case: 'none' }, 'case: expected "none", found "offered"'],
  ['language', { language: 'es' }, 'language: expected "es", found "en"'],
  ['dialog', { dialog: 'welcome/safe' }, 'dialog: expected "welcome/safe", found "none"'],
  ['facts', { facts: { age: 15 } }, 'fact age: expected 15, found null'],
])('a difference in %s is found', (_name, expected, problem) => {
  const { problems } = play([{ say: 'he is outside my door with a gun', expect: expected }]);
  expect(problems).toEqual([problem]);
});

test('the transcript ends where the conversation first differs', () => {
  const { transcript, problems } = play([
    { press: 'start' },
    { say: 'thanks', expect: { level: 'emergency' } },
    { say: 'never reached' },
  ]);
  expect(problems).toHaveLength(1);
  expect(transcript).toContain('1. PERSON presses [start]');
  expect(transcript).toContain('2. PERSON: thanks');
  expect(transcript).not.toContain('never reached');
});

test('nobody can press a button that is not there', () => {
  const { problems } = play([{ press: 'share-all' }]);
  expect(problems).toEqual(['press share-all: no such button; there are none']);
});

test('time passes and the clocks of a case fall due', () => {
  const { problems } = play([
    { say: 'he is outside my door with a gun', expect: { case: 'offered' } },
    { staff: 'claim', expect: { case: 'offered', refused: 'not-waiting' } },
    { wait_minutes: 2, expect: { case: 'queued' } },
    { wait_minutes: 3, expect: { case: 'overflowed' } },
    { staff: 'claim', expect: { case: 'claimed' } },
    { staff_says: 'I am here.', expect: { case: 'connected', kinds: ['line', 'staff'] } },
    { staff: 'close', expect: { case: 'closed' } },
  ]);
  expect(problems).toEqual([]);
});

test('whoever writes after hiding begins anew', () => {
  const { problems } = play([
    { say: 'he is outside my door with a gun', expect: { level: 'emergency' } },
    { press: 'hide', expect: { kinds: ['notice'] } },
    { say: 'thanks', expect: { level: 'none', case: 'none' } },
  ]);
  expect(problems).toEqual([]);
});
