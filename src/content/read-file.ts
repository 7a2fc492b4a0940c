// Reads one content file (YAML 1.2 or JSON) against a zod schema, with the line of every problem.
import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.js';

export interface ReadResult<Value> {
  /** Absent when the file could not be understood; `problems` then says why. */
  readonly value?: Value;
  readonly problems: readonly Problem[];
  /** The line of a path in the file, for checks that look across files; 0 when unknown. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads and checks a file. `name` is the path shown to people (relative to the project). Never throws for bad content. */
export function readContentFile<Schema extends z.ZodType>(
  path: string,
  name: string,
  schema: Schema,
): ReadResult<z.infer<Schema>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return unreadable(name, 'the file cannot be read');
  }
  return parseContent(text, name, schema);
}

function unreadable(name: string, message: string): ReadResult<never> {
  return { problems: [{ file: name, line: 0, message }], lineOf: () => 0 };
}

/** The same for text already in hand. JSON is YAML 1.2, so one reader serves both and duplicate keys are caught. */
export function parseContent<Schema extends z.ZodType>(
  text: string,
  name: string,
  schema: Schema,
): ReadResult<z.infer<Schema>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, version: '1.2', prettyErrors: false });
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document.contents, path, counter);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file: name,
      line: counter.linePos(error.pos[0]).line,
      message: `not well-formed: ${error.message}`,
    }));
    return { problems, lineOf };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, problems: [], lineOf };
  return { problems: parsed.error.issues.map((issue) => toProblem(issue, name, lineOf)), lineOf };
}

function toProblem(
  issue: z.core.$ZodIssue,
  name: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem {
  const where = issue.path.map(String).join('.');
  return {
    file: name,
    line: lineOf(issue.path),
    message: where ? `${where}: ${issue.message}` : issue.message,
  };
}

/** Walks as deep as the path exists, so that a missing key points at the map that lacks it. */
function lineOfPath(root: unknown, path: readonly PropertyKey[], counter: LineCounter): number {
  let node = root as Node | null;
  for (const key of path) {
    const child = childOf(node, key);
    if (!child) break;
    node = child;
  }
  const offset = node?.range?.[0];
  return offset === undefined ? 0 : counter.linePos(offset).line;
}

function childOf(node: unknown, key: PropertyKey): Node | null {
  if (isSeq(node)) return (node.items[Number(key)] as Node | undefined) ?? null;
  if (!isMap(node)) return null;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return (pair?.value as Node | null | undefined) ?? null;
}
