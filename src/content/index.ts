// Reading content files: every problem as a sentence with file and line.

export type { Problem } from './problem.js';
export { describeProblem } from './problem.js';
export type { ReadResult } from './read-file.js';
export { parseContent, readContentFile } from './read-file.js';
export { listFiles } from './walk.js';
