// The dictionaries: knowledge/words/<tag>.txt says for each meaning which words a language has for it, one meaning a line:
//     leave-depart: salgo, me voy, nos vamos, sal*
// Plain lines, because YAML of some hundred thousand words takes longer to read than to learn.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listFiles, type Problem } from '../content/index.js';
import { idSchema, tagSchema } from './schema/index.js';

/** One line of a dictionary. */
export interface WordsLine {
  readonly line: number;
  readonly meaning: string;
  readonly expressions: readonly string[];
}

export interface WordsFile {
  /** As it is shown to people. */
  readonly name: string;
  readonly tag: string;
  readonly lines: readonly WordsLine[];
}

/** A meaning and how each language says it; expressions as in concepts. */
export interface Meaning {
  readonly id: string;
  readonly expressions: Readonly<Record<string, readonly string[]>>;
}

/** Reads every dictionary below `<root>/knowledge/words`; a line that is none is a problem. `#` begins a remark. */
export function readWords(root: string): { words: WordsFile[]; problems: Problem[] } {
  const folder = join(root, 'knowledge', 'words');
  const read = listFiles(folder, '.txt').map((file) =>
    readFile(join(folder, file), `knowledge/words/${file}`),
  );
  return {
    words: read.flatMap(({ file }) => file ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readFile(path: string, name: string): { file?: WordsFile; problems: Problem[] } {
  const tag = basename(name, '.txt');
  if (!tagSchema.safeParse(tag).success)
    return { problems: [{ file: name, line: 0, message: `"${tag}" is not a language tag` }] };
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
  const problems = lines.flatMap(({ text, line }) => {
    const message = faultOf(text);
    return message === null ? [] : [{ file: name, line, message }];
  });
  return { file: { name, tag, lines: lines.map(({ text, line }) => ({ line, ...parse(text) })) }, problems };
}

function faultOf(text: string): string | null {
  const { meaning, expressions } = parse(text);
  if (!text.includes(':') || !idSchema.safeParse(meaning).success) return 'expected "meaning: word, word"';
  return expressions.length === 0 ? `"${meaning}" has no words` : null;
}

function parse(text: string): Omit<WordsLine, 'line'> {
  const at = text.indexOf(':');
  const expressions = text
    .slice(at + 1)
    .split(',')
    .map((one) => one.trim());
  return {
    meaning: text.slice(0, Math.max(0, at)).trim(),
    expressions: expressions.filter((one) => one !== ''),
  };
}

/** The same by meaning. */
export function meaningsOf(files: readonly WordsFile[]): Meaning[] {
  const byMeaning = new Map<string, Record<string, readonly string[]>>();
  for (const { tag, lines } of files) {
    for (const { meaning, expressions } of lines) {
      const known = byMeaning.get(meaning) ?? {};
      byMeaning.set(meaning, { ...known, [tag]: [...(known[tag] ?? []), ...expressions] });
    }
  }
  return [...byMeaning].map(([id, expressions]) => ({ id, expressions }));
}
