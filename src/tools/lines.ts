// Files of one JSON value a line, or of one JSON list, in and out. Everything that is wrong is said at once.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { fail } from './arguments.js';

/** Every line checked; all broken lines are reported at once, by number, and the command ends with status 2. */
export function readLines<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema>[] {
  const problems: string[] = [];
  const values = readText(path)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const { value, problem } = readValue(line, schema);
      if (problem === undefined) return [value as z.infer<Schema>];
      problems.push(`${path}:${index + 1}: ${problem}`);
      return [];
    });
  return problems.length > 0 ? fail(problems.join('\n')) : values;
}

/** One JSON list, every entry checked; all broken entries are reported at once, counted from 1, with status 2. */
export function readList<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema>[] {
  const { value, problem } = readValue(readText(path), z.array(z.unknown()));
  if (value === undefined) return fail(`${path}: ${problem}`);
  const parsed = value.map((entry) => schema.safeParse(entry));
  const problems = parsed.flatMap((one, index) =>
    one.success ? [] : [`${path}: entry ${index + 1}: ${sentences(one.error)}`],
  );
  return problems.length > 0 ? fail(problems.join('\n')) : parsed.flatMap((one) => one.data ?? []);
}

export function writeLines(path: string, values: readonly unknown[]): void {
  try {
    writeFileSync(path, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  } catch (thrown) {
    fail(`${path} cannot be written: ${(thrown as Error).message}`);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fail(`${path}: the file cannot be read.`);
  }
}

function readValue<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): { value?: z.infer<Schema>; problem?: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    return { problem: `not JSON: ${(thrown as Error).message}` };
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? { value: parsed.data } : { problem: sentences(parsed.error) };
}

/** "turns.0.text: expected string", several joined by semicolons. */
function sentences(error: z.ZodError): string {
  return error.issues
    .map((issue) => [issue.path.map(String).join('.'), issue.message].filter(Boolean).join(': '))
    .join('; ');
}
