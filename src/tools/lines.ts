// Files of one JSON value a line, in and out.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { fail } from './arguments.js';

/** Every line checked; all broken lines are reported at once, by number, and the command ends with status 2. */
export function readLines<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema>[] {
  const lines = readText(path).split('\n');
  const problems: string[] = [];
  const values = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    problems.push(`${path}:${index + 1}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
    return [];
  });
  return problems.length > 0 ? fail(problems.join('\n')) : values;
}

/** One JSON file, checked. */
export function readJson<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(parseJson(readText(path)));
  return parsed.success ? parsed.data : fail(`${path}: ${z.prettifyError(parsed.error)}`);
}

export function writeLines(path: string, values: readonly unknown[]): void {
  writeFileSync(path, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fail(`${path}: the file cannot be read.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
