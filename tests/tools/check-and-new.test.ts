// `check-content` and `new` on a copy of the project's content: what is wrong is named, what is new has to be filled in.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../support/brain.js';
import { openFolder, run } from './run-command.js';

const folder = openFolder();
const root = folder.path;
beforeAll(() => {
  for (const part of ['knowledge', 'locales', 'dialogs'])
    cpSync(join(PROJECT_ROOT, part), join(root, part), { recursive: true });
  mkdirSync(join(root, 'tests', 'conversations'), { recursive: true });
});
afterAll(() => folder.remove());

const make = (...words: string[]) => run(['new', ...words, '--root', root]);
const check = (...words: string[]) => run(['check-content', '--root', root, ...words]);
const problemsOf = (stdout: string, part: string) =>
  stdout.split('\n').filter((line) => line.startsWith(part));

describe('check-content', () => {
  test('the coverage of every language and of the examples is a table', () => {
    const { stdout } = check();
    expect(stdout).toMatch(/^language +ring +review +sentences +words +topics +concepts +signals$/m);
    expect(stdout).toMatch(/^en +full +draft +(\d+)\/\1 +yes /m);
    expect(stdout).toMatch(/^en +test +\d+( +\d+){6}$/m);
  });

  test('what a language still lacks is counted, and named one by one for whoever fills it', () => {
    const { stdout } = check('--gaps', 'ko');
    expect(stdout).toMatch(/^language +called complete +topics +no text +other gaps$/m);
    expect(stdout).toMatch(/^es +yes +(\d+)\/\1 +0 +0$/m);
    expect(stdout).toMatch(/^Gaps of ko beside English$/m);
  });

  test('a fault is a sentence with file and line, and the status is 1', () => {
    const path = join(root, 'dialogs', 'feedback.yaml');
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, sound.replace('end: thanks', 'end: not-a-sentence'));
    const { status, stdout } = check();
    writeFileSync(path, sound);
    expect(status).toBe(1);
    expect(problemsOf(stdout, 'dialogs/feedback.yaml:').join()).toContain('not-a-sentence');
    expect(stdout.trim()).toMatch(/\d+ problems?\.$/);
  });

  test('--stale lists what is due or says that nothing is', () => {
    const topics = join(root, 'knowledge', 'topics', 'immigration-legal', 't-visa', 'topic.yaml');
    const sound = readFileSync(topics, 'utf8');
    writeFileSync(topics, sound.replace(/review_by: .*/, 'review_by: 2020-01-31'));
    const { stdout } = check('--stale');
    writeFileSync(topics, sound);
    expect(stdout).toMatch(/^overdue +2020-01-31 +critical +t-visa$/m);
  });
});

describe('new', () => {
  test('a topic is named by check-content until it is filled in, then only its missing translations', () => {
    expect(make('topic', 'night-buses', '--section', 'getting-help')).toMatchObject({ status: 0 });
    const place = 'knowledge/topics/getting-help/night-buses/';
    expect(problemsOf(check().stdout, place).length).toBeGreaterThan(5);
    fillTopic(join(root, place));
    const left = problemsOf(check().stdout, place);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((line) => !line.includes('no text in '))).toEqual([]);
  });

  test('what is there is never written over', () => {
    make('concept', 'first-try');
    const path = join(root, 'knowledge', 'concepts', 'first-try.yaml');
    writeFileSync(path, 'mine');
    const { status, stderr } = make('concept', 'first-try');
    expect([status, readFileSync(path, 'utf8')]).toEqual([2, 'mine']);
    expect(stderr).toContain('knowledge/concepts/first-try.yaml');
  });

  test.each([
    ['concept', 'night-fear', 'knowledge/concepts/night-fear.yaml'],
    ['signal', 'night-danger', 'knowledge/signals/night-danger.yaml'],
    ['dialog', 'night-walk', 'dialogs/night-walk.yaml'],
  ])('a %s waits in check-content for its author', (kind, id, path) => {
    expect(make(kind, id)).toMatchObject({ status: 0 });
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(problemsOf(stdout, path)).not.toEqual([]);
  });

  test('a language is files and a row, and every sentence it lacks is named with its English', () => {
    const before = readFileSync(join(root, 'locales', 'languages.yaml'), 'utf8');
    expect(make('language', 'tpi')).toMatchObject({ status: 0 });
    const table = readFileSync(join(root, 'locales', 'languages.yaml'), 'utf8');
    expect(table.startsWith(before)).toBe(true);
    expect(problemsOf(check().stdout, 'locales/languages.yaml').length).toBeGreaterThan(2);
    const row = { own_name: 'Tok Pisin', english_name: 'Tok Pisin', dir: 'ltr', ring: 'safety', sms: 'gsm7' };
    const filled = Object.entries(row).reduce(
      (text, [field, value]) => text.replace(new RegExp(`(tpi:[\\s\\S]*?  ${field}:).*`), `$1 ${value}`),
      table,
    );
    writeFileSync(
      join(root, 'locales', 'languages.yaml'),
      filled.replace(/(tpi:[\s\S]*?names:) \[\]/, '$1 [tok pisin]'),
    );
    const problems = problemsOf(check().stdout, 'locales/tpi/');
    expect(problems.length).toBeGreaterThan(300);
    expect(problems.join('\n')).toContain('welcome.short: missing; English says:');
  });

  test.each([
    [
      'channel',
      'night-bus',
      ['src/channels/night-bus/night-bus-channel.ts', 'tests/channels/night-bus.test.ts'],
    ],
    ['store', 'shelf', ['src/stores/shelf.ts', 'tests/stores/shelf.test.ts']],
  ])('a %s is two files that call the contract suite', (kind, id, paths) => {
    const { stdout } = make(kind, id);
    for (const path of paths) expect(existsSync(join(root, path))).toBe(true);
    expect(stdout).toContain('src/parts.ts');
    expect(readFileSync(join(root, paths[1] ?? ''), 'utf8')).toMatch(/describe(Channel|Store)\(/);
  });

  test.each([
    [['spaceship', 'x'], 'Say what is new'],
    [['topic'], 'Say what is new'],
    [['topic', 'not an id', 'more'], 'Say what is new'],
    [['topic', 'Not An Id'], '"Not An Id": an id is'],
    [['topic', '../outside'], '"../outside": an id is lower-case words joined by hyphens'],
    [['language', 'english'], '"english": a language tag'],
  ])('%j is refused in a sentence', (words, sentence) => {
    const { status, stderr } = make(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

/** What an author would write, with the sources and words of the house. */
function fillTopic(place: string): void {
  const topic = readFileSync(join(place, 'topic.yaml'), 'utf8')
    .replace('audience: []', 'audience: [adult]')
    .replace('review_by:', 'review_by: 2099-05-31')
    .replace('text: ""', 'text: The hotline answers at every hour.')
    .replace('sources: []', 'sources: [nhth-what]')
    .replace('as_of:', 'as_of: 2026-11-22')
    .replace('confidence:', 'confidence: high');
  writeFileSync(join(place, 'topic.yaml'), topic);
  const questions = [
    'is the bus free',
    'bus at night',
    'how do i get home late',
    'night bus',
    'late bus home',
  ]
    .concat(['any bus after midnight', 'bus for my kid at night', 'no car at night what now'])
    .map((question) => `  - ${question} zq`)
    .join('\n');
  const english = readFileSync(join(place, 'en.yaml'), 'utf8')
    .replace('title: ""', 'title: Getting home at night')
    .replace('short: ""', 'short: You can ask about night buses at any hour.')
    .replaceAll('text: ""', 'text: You can ask at any hour. A person answers.')
    .replace('questions: []', `questions:\n${questions}`);
  writeFileSync(join(place, 'en.yaml'), english);
}
