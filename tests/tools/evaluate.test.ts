// `evaluate`: the same parts on anybody's data, in shapes that a machine can read.
import { openFolder, run } from './run-command.js';

const folder = openFolder();
afterAll(() => folder.remove());

const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  weather: ['will it rain today', 'is it sunny outside', 'how cold is it tomorrow', 'do i need an umbrella'],
  music: ['play a song by the beatles', 'turn up the music', 'skip this track', 'who sings this song'],
  money: ['how much is in my account', 'transfer ten dollars', 'pay my rent', 'what is my balance'],
};
const train = Object.entries(SAYINGS).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
const test_ = [
  { text: 'will it be sunny tomorrow', label: 'weather' },
  { text: 'play the next song', label: 'music' },
  { text: 'how much money is in my account', label: 'money' },
];
const json = (name: string, value: unknown) => folder.write(name, JSON.stringify(value));
const share = expect.any(Number);

describe('intents', () => {
  const files = () => ['--train', json('train.json', train), '--test', json('test.json', test_)];

  test('any label set gets its six figures, shares from 0 to 1', () => {
    const oos = [
      '--oos',
      json('oos.json', [{ text: 'what is the meaning of life' }, { text: 'hello there' }]),
    ];
    const { status, stdout } = run(['evaluate', 'intents', ...files(), ...oos, '--json']);
    const figures = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(Object.keys(figures)).toEqual([
      'inScopeAccuracy',
      'outOfScopeRecall',
      'threshold',
      'auroc',
      'accuracyWithoutThreshold',
      'microsecondsPerText',
    ]);
    expect(figures.accuracyWithoutThreshold).toBe(1);
    for (const name of ['inScopeAccuracy', 'outOfScopeRecall', 'threshold', 'auroc']) {
      expect(figures[name]).toBeGreaterThanOrEqual(0);
      expect(figures[name]).toBeLessThanOrEqual(1);
    }
  });

  test('without questions out of scope those figures are null, not nothing', () => {
    const { stdout } = run(['evaluate', 'intents', ...files(), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ outOfScopeRecall: null, auroc: null });
  });

  test('people get a table instead of JSON', () => {
    const { stdout } = run(['evaluate', 'intents', ...files()]);
    expect(stdout).toMatch(/inScopeAccuracy\s+[\d.]+/);
  });

  test('every broken entry is named', () => {
    const broken = json('broken.json', [{ text: 'a', label: 'b' }, { text: 1, label: 'b' }, { label: 'c' }]);
    const { status, stderr } = run(['evaluate', 'intents', '--train', broken, '--test', broken]);
    expect(status).toBe(2);
    expect(stderr.match(/entry \d+/g)).toEqual(['entry 2', 'entry 3']);
  });
});

test('ranking finds the documents that answer, by text or by question and answer', () => {
  const docs = json('docs.json', [
    { id: 'd1', text: 'The cat sleeps on the warm roof of the house.' },
    { id: 2, question: 'How do I bake bread?', answer: 'Mix flour and water, then bake.' },
    { id: 'd3', text: 'Trains leave from the northern platform.', lang: 'en' },
  ]);
  const queries = json('queries.json', [
    { text: 'bake bread', relevant: [2] },
    { text: 'where do trains leave', relevant: ['d3'] },
  ]);
  const { stdout } = run(['evaluate', 'ranking', '--docs', docs, '--queries', queries, '--json']);
  const figures = JSON.parse(stdout);
  expect(Object.keys(figures)).toEqual(['map', 'ndcg10', 'p5', 'mrr', 'microsecondsPerQuery']);
  expect(figures).toMatchObject({ map: 1, mrr: 1, ndcg10: 1, p5: 0.2 });
});

test('language is counted for each language by itself', () => {
  const cases = json('cases.json', [
    { text: 'where is the nearest hospital please', lang: 'en' },
    { text: 'dónde está el hospital más cercano', lang: 'es' },
    { text: 'necesito ayuda con mis papeles', lang: 'es' },
  ]);
  const { stdout } = run(['evaluate', 'language', '--in', cases, '--json']);
  expect(JSON.parse(stdout)).toEqual({ mean: 1, perLanguage: { en: 1, es: 1 }, microsecondsPerText: share });
});

describe('own', () => {
  const { stdout } = run(['evaluate', 'own', '--json', '--split', 'tune']);
  const report = JSON.parse(stdout);
  const counted = { hits: share, of: share, share: expect.anything(), low: share, high: share };

  test('the figures stand for each language and for all, with their intervals', () => {
    expect(Object.keys(report)).toEqual(['split', 'all', 'languages', 'parity', 'worst']);
    expect(report.split).toBe('tune');
    expect(Object.keys(report.languages)).toEqual(expect.arrayContaining(['en', 'es']));
    for (const own of [report.all, ...Object.values(report.languages)] as Record<string, unknown>[])
      expect(own).toMatchObject({
        ...{ rows: share, urgentRecall: counted, emergencyRecall: counted, overEscalation: counted },
        ...{ exactLevel: counted, topicFirst: counted, topicAmongThree: counted, language: counted },
      });
  });

  test('parity compares the same meaning across languages', () => {
    expect(report.parity.meanings).toBeGreaterThanOrEqual(10);
    expect(Object.keys(report.parity.rightLevel)).toEqual(expect.arrayContaining(['en', 'es']));
  });

  test('the worst misses come with id and text', () => {
    for (const miss of report.worst)
      expect(miss).toEqual({
        id: expect.any(String),
        text: expect.any(String),
        truth: expect.any(String),
        given: expect.any(String),
      });
  });
});

test.each([
  ['nothing to evaluate', ['evaluate'], 'Say what to evaluate: intents, ranking, language, own.'],
  ['an option of another part', ['evaluate', 'own', '--docs', 'x'], "Unknown option '--docs'"],
  [
    'a split that is learned from',
    ['evaluate', 'own', '--split', 'train'],
    '--split train: one of test, tune.',
  ],
])('%s is said in a sentence, with status 2', (_name, words, sentence) => {
  const { status, stderr } = run(words);
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
});
