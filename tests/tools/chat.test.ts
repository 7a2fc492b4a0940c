// `chat`: a talk in the terminal, and the conversation test that it writes.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { conversationFileSchema } from '../../src/tools/stage/conversation-file.js';
import { playConversation } from '../../src/tools/stage/play.js';
import { builtBrain } from '../support/brain.js';
import { openFolder, run } from './run-command.js';

const folder = openFolder();
afterAll(() => folder.remove());

test('a talk that was recorded is a conversation test that passes', () => {
  const typed = [
    '1',
    'he is outside my door with a gun',
    '1',
    'skip',
    '1',
    '/wait 3',
    '/staff I am here',
    '/close',
  ];
  const file = folder.at('talk.yaml');
  const { status, stdout } = run(['chat', '--record', file], { input: `${typed.join('\n')}\n/quit\n` });
  expect(status).toBe(0);
  expect(stdout).toContain("I'm Porchlight, an automated assistant");
  expect(stdout).toContain('  1  Bring a person');
  const recorded = conversationFileSchema.parse(parse(readFileSync(file, 'utf8')));
  expect(recorded.id).toBe('talk');
  expect(recorded.turns).toContainEqual(expect.objectContaining({ press: 'share-all' }));
  expect(playConversation(builtBrain(), recorded).problems).toEqual([]);
});

test('by text there are numbers and no page, and a number is a text', () => {
  const { stdout } = run(['chat', '--channel', 'sms', '--lang', 'es'], {
    input: 'esta afuera con una pistola\n2\n/quit\n',
  });
  expect(stdout).toContain('911');
  expect(stdout).toContain('1-888-373-7888');
  expect(stdout).not.toContain('[ ');
});

test('/why shows what was understood and /help what can be typed', () => {
  const { stdout } = run(['chat'], { input: 'he has a gun\n/why\n/help\n' });
  expect(stdout).toContain('"level": "emergency"');
  expect(stdout).toContain('/quit');
});

test('a file that is there is not written over', () => {
  const file = folder.write('mine.yaml', 'mine');
  const { status, stderr } = run(['chat', '--record', file]);
  expect([status, readFileSync(file, 'utf8')]).toEqual([2, 'mine']);
  expect(stderr).toContain('already there');
});
