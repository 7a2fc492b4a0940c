// `partner` and `staff`: records of the house, changed while the service is stopped; secrets are shown once.
import { readConfig } from '../../src/config.js';
import { openHouse } from '../../src/wiring/house.js';
import { openFolder, run } from './run-command.js';

const folder = openFolder();
afterAll(() => folder.remove());
const environment = { DATA_DIR: folder.at('data') };
const tool = (...words: string[]) => run(words, { environment });

test('a partner is added with a key that is shown once and works from then on', () => {
  expect(tool('partner', 'list').stdout).toBe('There are no partners yet.\n');
  const added = tool(
    ...['partner', 'add', 'harbor', '--name', 'Harbor House'],
    ...['--origins', 'https://harbor.example', '--languages', 'en,es'],
  );
  expect(added.status).toBe(0);
  const [key = ''] = /plk_[\w-]{43}/.exec(added.stdout) ?? [];
  expect(key).not.toBe('');
  const listed = tool('partner', 'list').stdout;
  expect(listed).toMatch(/^harbor +Harbor House +demo +https:\/\/harbor\.example +en es +1$/m);
  expect(listed).not.toContain(key);
});

test.each([
  ['an id that is taken', ['add', 'harbor', '--name', 'Again'], 'There is a partner harbor already.'],
  [
    'an origin with a path',
    ['add', 'pier', '--name', 'Pier', '--origins', 'https://a.example/x'],
    'an exact origin',
  ],
  [
    'a desk that is not there',
    ['add', 'pier', '--name', 'Pier', '--desk', 'none'],
    '--desk none: one of demo,',
  ],
  ['a key for nobody', ['key', 'nobody'], 'There is no partner nobody.'],
  ['no name', ['add', 'pier'], '--name is missing.'],
])('%s is refused in a sentence and nothing is saved', (_name, words, sentence) => {
  const { status, stderr } = tool('partner', ...words);
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
  expect(tool('partner', 'list').stdout).not.toContain('pier');
});

test("a partner's number and token are taken from a file, and the token is shown nowhere", () => {
  const token = folder.write('token', 'a-token-of-the-provider\n');
  const numbers = ['--account', 'AC123', '--token-file', token, '--numbers', '+15555550100'];
  const { status, stdout } = tool('partner', 'sms', 'harbor', ...numbers);
  expect([status, stdout]).toEqual([0, 'Partner harbor is reached by text at +15555550100.\n']);
});

test('staff are added with a password and an authenticator address, listed without them, and removed', () => {
  const added = tool('staff', 'add', 'Ana Ruiz', '--role', 'supervisor', '--languages', 'es,en');
  expect(added.stdout).toMatch(
    /Password {7}[a-z2-9-]{29}\n {2}Authenticator {2}otpauth:\/\/totp\/Porchlight%3AAna%20Ruiz\?/,
  );
  expect(tool('staff', 'list').stdout).toMatch(/^Ana Ruiz +demo +supervisor +es en +3$/m);
  expect(tool('staff', 'add', 'ana ruiz').stderr).toContain('There is somebody called ana ruiz already.');
  expect(tool('staff', 'remove', 'Ana Ruiz').status).toBe(0);
  expect(tool('staff', 'list').stdout).toBe('There are no staff yet.\n');
});

test('while a service holds the data, the command says so and changes nothing', async () => {
  const house = await openHouse(readConfig(environment));
  const { status, stderr } = tool('staff', 'add', 'Ben');
  await house.close();
  expect(status).toBe(2);
  expect(stderr).toContain(`in use by process ${process.pid}`);
  expect(stderr).toContain('stop it, then run this again');
  expect(tool('staff', 'list').stdout).not.toContain('Ben');
});
