// Compiled concepts say what their expressions say when every reading is written out, in little room.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { listFiles } from '../../src/content/index.js';
import { type Packable, pack } from '../../src/understanding/binary.js';
import { randomFrom } from '../../src/understanding/classify/train.js';
import {
  type Concept,
  compileConcepts,
  createConceptMatcher,
  fold,
  loadConceptMatcher,
  tokenise,
} from '../../src/understanding/index.js';
import { writtenOut } from './written-out.js';

const ROOT = process.cwd();

function sayings(concepts: readonly Concept[]): (text: string) => string[] {
  const matcher = createConceptMatcher(concepts);
  return (text) =>
    matcher
      .match(tokenise(fold(text)))
      .map(({ concept, tokenStart, tokenEnd }) => `${concept} ${tokenStart}-${tokenEnd}`)
      .sort();
}

const WORDS = ['help', 'me', 'my', 'gun', 'a', 'año', 'hand', '도와', 'شرطة', 'вода', '救', '命', 'l'];

/** Expressions with everything the syntax has; some are refused, and then say nothing in either way. */
const expression = fc.letrec<{ part: string; word: string; group: string; nested: string }>((tie) => ({
  word: fc
    .tuple(fc.constantFrom('', '', '', '', '*', '='), fc.constantFrom(...WORDS), fc.constantFrom('', '', '*'))
    .map((marks) => marks.join('')),
  nested: fc.array(tie('word'), { minLength: 1, maxLength: 3 }).map((words) => `(${words.join('|')})`),
  group: fc
    .array(fc.oneof(tie('word'), tie('nested'), fc.constant('')), { minLength: 1, maxLength: 3 })
    .map((choices) => `(${choices.join('|')})`),
  part: fc.oneof(tie('word'), tie('word'), tie('group'), fc.constant('..')),
})).part;
const written = fc
  .array(fc.tuple(expression, fc.constantFrom(' ', ' ', ' ', '')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join('').trim());
const LANGUAGES = ['en', 'es', 'ar', 'ko', 'zh-Hans'];
const said = fc
  .array(
    fc.constantFrom(...WORDS, 'helpppp', 'handgun', 'ano', 'بالشرطة', '도와줘', 'x', '.', ',', '?', '\n'),
    { maxLength: 25 },
  )
  .map((words) => words.join(' '));

/** Concepts of the same id as one. */
function merged(concepts: readonly Concept[]): Concept[] {
  return [...Map.groupBy(concepts, ({ id }) => id)].map(([id, parts]) => ({
    id,
    expressions: Object.fromEntries(
      LANGUAGES.map((tag) => [tag, parts.flatMap(({ expressions }) => expressions[tag] ?? [])]),
    ),
  }));
}

test('whatever is written and said, the compiled concepts find what the readings say one by one', () => {
  const concepts = fc.array(fc.record({ language: fc.constantFrom(...LANGUAGES), written }), {
    minLength: 1,
    maxLength: 12,
  });
  const spread = (rows: readonly { language: string; written: string }[]): Concept[] =>
    rows.map((row, i) => ({ id: `c${i % 4}`, expressions: { [row.language]: [row.written] } }));
  fc.assert(
    fc.property(concepts, fc.array(said, { minLength: 1, maxLength: 4 }), (rows, texts) => {
      const [compiled, plain] = [sayings(merged(spread(rows))), writtenOut(merged(spread(rows)))];
      for (const text of texts) expect(compiled(text)).toEqual(plain(tokenise(fold(text))));
    }),
    { numRuns: 200 },
  );
});

/** Example rows the test looks at, spread over all files. */
const LOOKED_AT = 250;

function readAll<File>(folder: string): File[] {
  return listFiles(join(ROOT, folder), '.yaml').map(
    (file) => parse(readFileSync(join(ROOT, folder, file), 'utf8')) as File,
  );
}

test('our own examples say the same concepts compiled and written out', () => {
  const concepts = readAll<Concept>('knowledge/concepts');
  const files = readAll<{ rows: { text: string }[] }>('knowledge/examples');
  const all = files.flatMap(({ rows }) => rows.map(({ text }) => text));
  const texts = all.filter((_, i) => i % Math.ceil(all.length / LOOKED_AT) === 0);
  const [compiled, plain] = [sayings(concepts), writtenOut(concepts)];
  for (const text of texts) expect([text, compiled(text)]).toEqual([text, plain(tokenise(fold(text)))]);
  expect(texts.length).toBeGreaterThan(100);
});

/** A language of made-up words, 60 of them frequent, and expressions with the groups that writers use. */
function madeUp(language: number): (nth: number) => string {
  const random = randomFrom(language);
  const pick = (most: number) => Math.floor(random() * most);
  const word = (most: number) =>
    (pick(most) + 1000 * (language + 1)).toString(36).replace(/\d/g, (digit) => `q${'aeioubcdfg'[+digit]}`);
  const group = (most: number, count: number) =>
    `(${Array.from({ length: count }, () => word(most)).join('|')})`;
  const shapes = [
    () => `${word(1500)} ${word(60)}`,
    () => `${group(60, 2)} ${word(60)} ${group(1500, 4)}`,
    () => `${word(60)} ${group(60, 2)} .. ${group(1500, 4)}`,
    () => `${word(1500)}*`,
    () => `(${word(60)}|${word(60)}|) ${group(60, 2)} ${word(60)} ${group(1500, 4)} ${word(60)}`,
    () => `${word(1500)}(s|ed|ing|) ${group(60, 2)}`,
  ];
  return (nth) => shapes[nth % shapes.length]?.() ?? '';
}

test('eighteen languages with 250 concepts of fifteen expressions each fit into 25 MB', () => {
  const languages = Array.from({ length: 18 }, (_, language) => ({
    tag: `l${language}`,
    make: madeUp(language),
  }));
  const concepts = Array.from({ length: 250 }, (_, i) => ({
    id: `c${i}`,
    expressions: Object.fromEntries(
      languages.map(({ tag, make }) => [tag, Array.from({ length: 15 }, (_, nth) => make(nth + i))]),
    ),
  }));
  const compiled = compileConcepts(concepts);
  expect(pack(compiled as unknown as Packable).length).toBeLessThan(25e6);
  const text = concepts[7]?.expressions.l3?.find((one) => /^[a-z]+ [a-z]+$/.test(one)) ?? '';
  const hits = loadConceptMatcher(compiled).match(tokenise(fold(text)));
  expect(hits.map(({ concept }) => concept)).toContain('c7');
});
