// The recogniser process: what it reads, and that no text can hold it longer than its deadline.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecognisers, type Recognisers } from '../../src/understanding/index.js';

jest.setTimeout(60_000);

let now = 1_700_000_000_000;
let recognisers: Recognisers;

beforeAll(() => {
  recognisers = createRecognisers({ clock: { now: () => now } });
});
afterAll(() => recognisers.close());

/** Asks again while the machine is too busy to answer in time; the model is loaded anew in between. */
async function patiently(text: string, language: string, kind: 'age' | 'date' | 'boolean') {
  for (let attempt = 0; attempt < 8; attempt++) {
    await recognisers.warm(language, kind);
    const found = await recognisers.recognise(text, language, kind);
    if (found !== null) return found;
  }
  return null;
}

test('an age with its unit is read', async () => {
  expect(await patiently('I am 15 years old', 'en', 'age')).toEqual({ kind: 'age', years: 15 });
});

test('a date is read', async () => {
  expect(await patiently('march 3 2031', 'en', 'date')).toEqual({ kind: 'date', isoDate: '2031-03-03' });
});

test('a yes is read in Spanish and Chinese', async () => {
  expect(await patiently('sí', 'es', 'boolean')).toEqual({ kind: 'boolean', value: true });
  expect(await patiently('是', 'zh-Hant', 'boolean')).toEqual({ kind: 'boolean', value: true });
});

test('a text that holds no such value answers null', async () => {
  await recognisers.warm('en', 'boolean');
  expect(await recognisers.recognise('the weather', 'en', 'boolean')).toBeNull();
});

test('a language without a model answers null at once', async () => {
  expect(await recognisers.warm('so', 'age')).toBe(false);
  expect(await recognisers.recognise('15 sano', 'so', 'age')).toBeNull();
  expect(await recognisers.recognise('3 de março', 'pt-BR', 'date')).toBeNull();
});

const HOSTILE: readonly (readonly [text: string, language: string, kind: 'age' | 'date' | 'boolean'])[] = [
  ['1-1-'.repeat(500), 'en', 'date'],
  ['yes '.repeat(500), 'en', 'boolean'],
  ['1.1.'.repeat(500), 'en', 'age'],
  ['一二三四五六七八九十'.repeat(50), 'zh-Hans', 'age'],
  ['一二三四五六七'.repeat(50), 'zh-Hans', 'date'],
];

test.each(HOSTILE)('"%.12s…" (%s, %s) neither holds us nor stops us', async (text, language, kind) => {
  await recognisers.warm(language, kind);
  const found = await recognisers.recognise(text, language, kind);
  expect(found === null || found.kind === kind).toBe(true);
  expect(await patiently('yes', 'en', 'boolean')).toEqual({ kind: 'boolean', value: true });
});

test('fifty hostile texts at once are all answered', async () => {
  await recognisers.warm('en', 'date');
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => recognisers.recognise('1-1-'.repeat(500), 'en', 'date')),
  );
  expect(answers).toHaveLength(50);
  expect(await patiently('no', 'en', 'boolean')).toEqual({ kind: 'boolean', value: false });
});

/** A child's program in a folder of its own; `folder` is where it may leave something. */
function childProgram(body: string): { processFile: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'recogniser-'));
  const processFile = join(folder, 'child.js');
  writeFileSync(processFile, body);
  return { processFile, folder };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a child that does not answer is ended, and what waited for it answers null', async () => {
  const { processFile, folder } = childProgram(`
    require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid));
    process.on('message', (request) => {
      if (request.do === 'warm') process.send({ id: request.id, results: [] });
    });`);
  const silent = createRecognisers({ processFile });
  await silent.warm('en', 'boolean');
  expect(await silent.recognise('yes', 'en', 'boolean')).toBeNull();
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  while (isAlive(pid)) await new Promise(setImmediate);
  silent.close();
  expect(await silent.recognise('yes', 'en', 'boolean')).toBeNull();
});

test('no more than two hundred characters of a message leave for the child', async () => {
  const { processFile } = childProgram(`
    process.on('message', ({ id, text = '' }) => {
      process.send({ id, results: [{ typeName: 'boolean', resolution: { value: text.length === 200 } }] });
    });`);
  const measured = createRecognisers({ processFile });
  await measured.warm('en', 'boolean');
  expect(await measured.recognise('yes '.repeat(500), 'en', 'boolean')).toEqual({
    kind: 'boolean',
    value: true,
  });
  measured.close();
});

test('a program that cannot start answers null', async () => {
  const missing = createRecognisers({ processFile: '/nowhere/at-all.js' });
  expect(await missing.warm('en', 'boolean')).toBe(false);
  expect(await missing.recognise('yes', 'en', 'boolean')).toBeNull();
  missing.close();
});

test('models that were idle for ten minutes are dropped and come back when needed', async () => {
  await patiently('yes', 'en', 'boolean');
  now += 11 * 60_000;
  recognisers.sweep();
  expect(await patiently('yes', 'en', 'boolean')).toEqual({ kind: 'boolean', value: true });
});
