// Problems of content, as sentences for the person who can fix them: file, line, what was expected.

/** One fault in a content file. `line` is 1-based; 0 when the fault is the file itself. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** "knowledge/contacts.yaml:12: contacts.nhth.phone: expected …", one line a problem. */
export function describeProblem(problem: Problem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file;
  return `${place}: ${problem.message}`;
}
