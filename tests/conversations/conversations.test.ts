// Plays every conversation of this folder. A new one is a new file; nothing is added here.
import { basename, join } from 'node:path';
import { describeProblem, listFiles, readContentFile } from '../../src/content/index.js';
import { conversationFileSchema } from '../../src/tools/stage/conversation-file.js';
import { playConversation } from '../../src/tools/stage/play.js';
import { builtBrain } from '../support/brain.js';

const files = listFiles(__dirname, '.yaml').map((name) => {
  const shown = `tests/conversations/${name}`;
  return [name, readContentFile(join(__dirname, name), shown, conversationFileSchema)] as const;
});

test.each(files)('%s says what it is and can be read', (name, { value, problems }) => {
  expect(problems.map(describeProblem)).toEqual([]);
  expect(value?.id).toBe(basename(name, '.yaml'));
});

const conversations = files.flatMap(([name, { value }]) => (value ? [[name, value] as const] : []));

test.each(conversations)('%s goes as written', (_name, conversation) => {
  const { transcript, problems } = playConversation(builtBrain(), conversation);
  if (problems.length > 0) throw new Error(`${transcript}\n\nDIFFERENT HERE:\n  ${problems.join('\n  ')}`);
});
