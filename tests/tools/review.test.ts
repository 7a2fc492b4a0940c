// The page that a reviewer gets: every language beside English by what it rests on, and nothing hidden that is wrong.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimDifferences, sideBySide } from '../../src/tools/review/side-by-side.js';
import { openReview } from '../../src/tools/review/topic-under-review.js';
import { PROJECT_ROOT } from '../support/brain.js';
import { openFolder, run } from './run-command.js';

const says = (text: string, ...claims: string[]) => ({ text, claims });

describe('a text beside the English one', () => {
  const english = [says('first', 'a', 'b'), says('ask', ...[]), says('second', 'c'), says('third', 'd')];

  test('stands by its claims, in whatever order it was written', () => {
    const french = [says('trois', 'd'), says('deux', 'c'), says('un', 'a'), says('demandez', ...[])];
    const rows = sideBySide(english, new Map([['fr', french]]));
    expect(rows.map(({ english: own, others }) => [own?.text, others.get('fr')?.text])).toEqual([
      ['first', 'un'],
      ['ask', 'demandez'],
      ['second', 'deux'],
      ['third', 'trois'],
    ]);
  });

  test('that says one claim in two paragraphs keeps both, in their order', () => {
    const twice = [says('one', 'a'), says('two', 'a')];
    const rows = sideBySide(twice, new Map([['fr', [says('un', 'a'), says('deux', 'a')]]]));
    expect(rows.map(({ others }) => others.get('fr')?.text)).toEqual(['un', 'deux']);
  });

  test('leaves a gap for what it lacks, and a row of its own for what only it says', () => {
    const rows = sideBySide(english, new Map([['fr', [says('un', 'a', 'b'), says('autre', 'z')]]]));
    expect(rows.map(({ others }) => others.get('fr')?.text)).toEqual([
      'un',
      undefined,
      undefined,
      undefined,
      'autre',
    ]);
    expect(rows.at(-1)?.english).toBeUndefined();
  });

  test('that rests on other claims, or is meant for others, is told so', () => {
    expect(claimDifferences(says('x', 'a', 'b'), says('y', 'b', 'c'))).toEqual(['without a', 'adds c']);
    expect(claimDifferences({ ...says('x'), audience: ['child'] }, says('y'))).toEqual([
      'said to everybody, in English to child',
    ]);
    expect(claimDifferences(says('x', 'a'), says('y', 'a'))).toEqual([]);
  });
});

describe('npm run review', () => {
  const folder = openFolder();
  const root = join(folder.path, 'root');
  const topic = join(root, 'knowledge/topics/immigration-legal/t-visa');
  const out = join(folder.path, 'out');
  const ARABIC = `title: "<b>T</b>"
short: "تأشيرة T. {{nhth.phone}} وأكثر من ذلك"
full:
  - { text: "تسمح تأشيرة T بالبقاء {{nhth.phone}}", claims: [stay-and-work, green-card] }
  - { text: "فقرة أخرى هنا", claims: [moon] }
questions: [سؤال أول, سؤال ثان, سؤال ثالث, سؤال رابع, سؤال خامس, سؤال سادس, سؤال سابع, سؤال ثامن]
status: { state: reviewed, by: Noor, on: 2026-11-22 }
`;

  beforeAll(() => {
    for (const part of ['knowledge', 'locales'])
      cpSync(join(PROJECT_ROOT, part), join(root, part), { recursive: true, dereference: true });
    writeFileSync(join(topic, 'ar.yaml'), ARABIC);
    const critical = readFileSync(join(topic, 'topic.yaml'), 'utf8');
    writeFileSync(join(topic, 'topic.yaml'), critical.replace(/review_by: .*/, 'review_by: 2020-01'));
  });
  afterAll(() => folder.remove());

  let whole = '';
  beforeAll(() => {
    whole = page();
  });
  const page = (...words: string[]) => {
    const { status, stdout, stderr } = run(['review', 't-visa', '--root', root, '--out', out, ...words]);
    expect([status, stderr]).toEqual([0, '']);
    return readFileSync(stdout.trim(), 'utf8');
  };

  test('writes one page with claims, sources, contacts and every language, numbers filled in', () => {
    const html = whole;
    expect(html).toContain('T status lasts up to 4 years');
    expect(html).toContain('href="https://www.uscis.gov/policy-manual/volume-3-part-b-chapter-2"');
    expect(html).toContain('Español · Spanish');
    expect(html).toMatch(
      /<div lang="ar" dir="rtl"><p>تسمح تأشيرة T بالبقاء <bdi><a href="tel:\+18883737888">/,
    );
    expect(html).toContain('Trained advocates');
    expect(html).not.toContain('{{');
    expect(html).not.toMatch(/<(script|link|img|iframe)\b/);
  });

  test('shows what is wrong: the checks, what is missing, what only one language says, what is overdue', () => {
    const html = whole;
    expect(html).toContain('no paragraph rests on claim &quot;form&quot;');
    expect(html).toContain('>missing</p>');
    expect(html).toContain('Only here');
    expect(html).toContain('overdue');
    expect(html).toContain('Reviewed by Noor on 2026-11-22.');
  });

  test('takes no word of the content for HTML', () => {
    expect(whole).toContain('<h3>&lt;b&gt;T&lt;/b&gt;</h3>');
  });

  test('keeps to the languages that were asked for, beside English', () => {
    const html = page('--lang', 'ar');
    expect(html).toContain('data-lang="en"');
    expect(html).toContain('data-lang="ar"');
    expect(html).not.toContain('data-lang="es"');
  });

  test.each([
    [[], 'Say which topic'],
    [['moonlight'], 'There is no topic moonlight'],
  ])('%j is refused with the list of topics', (words, sentence) => {
    const { status, stderr } = run(['review', ...words, '--root', root, '--out', join(out, 'none')]);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('t-visa');
    expect(existsSync(join(out, 'none'))).toBe(false);
  });
});

test('a topic that names concepts has nothing wrong on its page', () => {
  const found = openReview(PROJECT_ROOT, '2026-11-23').topic('t-visa', ['es']);
  expect(found?.problems).toEqual([]);
});
