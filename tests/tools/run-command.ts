// Runs a compiled command as a process of its own, as npm does after the build.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../support/brain.js';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What is typed. */
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** `words` begin with the command's name. */
export function run(words: readonly string[], { input = '', environment = {} }: RunOptions = {}): Ran {
  const [command = '', ...rest] = words;
  const file = join(PROJECT_ROOT, 'dist', 'tools', `${command}.js`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...rest], {
    encoding: 'utf8',
    input,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  return { status, stdout, stderr };
}

/** A folder that is gone after the tests of a file. */
export function openFolder() {
  const path = mkdtempSync(join(tmpdir(), 'porchlight-tools-'));
  return {
    path,
    at: (name: string) => join(path, name),
    write(name: string, text: string): string {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
    writeLines(name: string, values: readonly unknown[]): string {
      return this.write(name, values.map((value) => JSON.stringify(value)).join('\n'));
    },
    readLines: (name: string) =>
      readFileSync(join(path, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
