// `ask` and `triage`: one message in a fresh conversation, in the shapes that others read.
import { openFolder, run } from './run-command.js';

const folder = openFolder();
afterAll(() => folder.remove());

const reason = {
  source: expect.stringMatching(/^(signal|classifier)$/),
  id: expect.any(String),
  text: expect.any(String),
  start: expect.any(Number),
  end: expect.any(Number),
};

describe('ask', () => {
  test('somebody who asks gets the words that a person gets, with the sources', () => {
    const { status, stdout } = run(['ask', 'what', 'is', 'a', 't', 'visa']);
    expect(status).toBe(0);
    expect(stdout).toContain('T visa');
    expect(stdout).toContain('Sources\n[1] ');
    expect(stdout).toContain('[ Talk to a person ]');
  });

  test('a worker reads JSON alone on stdout, in the documented shape', () => {
    const { status, stdout } = run(['ask', '--json', 'he is outside my door with a gun']);
    const answer = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(Object.keys(answer)).toEqual(['language', 'level', 'reasons', 'outcome', 'topics', 'reply']);
    expect(answer).toMatchObject({ language: 'en', level: 'emergency' });
    expect(answer.reasons[0]).toEqual(reason);
    expect(answer.topics[0]).toEqual({ id: expect.any(String), confidence: expect.any(Number) });
    expect(answer.reply).toContain('911');
    expect(answer.reply).toContain('1-888-373-7888');
  });

  test('by text in Spanish the reply is the text message itself', () => {
    const { stdout } = run([
      'ask',
      '--lang',
      'es',
      '--channel',
      'sms',
      'esta',
      'afuera',
      'con',
      'una',
      'pistola',
    ]);
    expect(stdout).toContain('911');
    expect(stdout).not.toMatch(/[áíóú]/);
    expect(stdout).not.toContain('[ ');
  });

  test('whoever asks for a person has that intent first among the topics', () => {
    const { stdout } = run(['ask', '--json', 'can i talk to a real person please']);
    const { level, topics } = JSON.parse(stdout);
    expect([level, topics[0].id]).toEqual(['elevated', 'talk-to-a-person']);
  });

  test.each([
    ['no question', ['ask'], 'A question is missing.'],
    ['an unknown option', ['ask', '--loud', 'hi'], "Unknown option '--loud'"],
    ['an unknown channel', ['ask', '--channel', 'fax', 'hi'], '--channel fax: one of web, sms, plain.'],
    ['an unknown language', ['ask', '--lang', 'xx', 'hi'], '--lang xx: one of en, es'],
  ])('%s is said in a sentence, with status 2', (_name, words, sentence) => {
    const { status, stderr, stdout } = run(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });
});

describe('triage', () => {
  test('every line is judged by itself, in order, in the documented shape', () => {
    const input = folder.writeLines('cases.jsonl', [
      { id: 'a', text: 'he has a gun and he is coming up the stairs' },
      { id: 2, text: 'what is a t visa' },
      { id: 'c', text: '' },
      { id: 'd', text: 'gracias' },
    ]);
    const { status } = run(['triage', '--in', input, '--out', folder.at('out.jsonl')]);
    const rows = folder.readLines('out.jsonl');
    expect(status).toBe(0);
    expect(rows.map(({ id }) => id)).toEqual(['a', 2, 'c', 'd']);
    for (const row of rows)
      expect(Object.keys(row)).toEqual(['id', 'level', 'language', 'topics', 'reasons']);
    expect(rows[0]).toMatchObject({ level: 'emergency', language: 'en' });
    expect(rows[0].reasons[0]).toEqual(reason);
    expect(rows[1]).toMatchObject({ level: 'routine', topics: expect.arrayContaining(['t-visa']) });
    expect(rows[2]).toMatchObject({ level: 'none', reasons: [] });
    expect(rows[3]).toMatchObject({ level: 'none', language: 'es' });
  });

  test('the place of a reason is where its words stand in the text as it was written', () => {
    const text = 'Hola… 🙂 HE  has a GUN, help';
    const input = folder.writeLines('place.jsonl', [{ id: 1, text }]);
    run(['triage', '--in', input, '--out', folder.at('place-out.jsonl')]);
    const [row] = folder.readLines('place-out.jsonl');
    expect(row.reasons.length).toBeGreaterThan(0);
    for (const { text: span, start, end } of row.reasons) expect(text.slice(start, end)).toBe(span);
  });

  test('all broken lines are named at once and nothing is written', () => {
    const input = folder.write(
      'broken.jsonl',
      '{"id":1,"text":"hi"}\n{"id":2}\nnot json\n\n{"text":5,"id":3}\n',
    );
    const { status, stderr } = run(['triage', '--in', input, '--out', folder.at('none.jsonl')]);
    expect(status).toBe(2);
    expect(stderr.match(/broken\.jsonl:\d+/g)).toEqual([
      'broken.jsonl:2',
      'broken.jsonl:3',
      'broken.jsonl:5',
    ]);
    expect(() => folder.readLines('none.jsonl')).toThrow('ENOENT');
  });

  test.each([
    ['no --out', ['triage', '--in', 'x.jsonl'], '--out is missing.'],
    ['a file that is not there', ['triage', '--in', '/nowhere.jsonl', '--out', 'y'], 'cannot be read'],
  ])('%s is said in a sentence, with status 2', (_name, words, sentence) => {
    const { status, stderr } = run(words);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
