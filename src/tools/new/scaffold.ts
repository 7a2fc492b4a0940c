// What a recipe brings: new files, at most a row for an existing one, and what to do next. Nothing is ever overwritten.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Scaffold {
  /** Paths relative to the project, with their text. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Put at the end of a file that is there, unless the file already holds `unless`. */
  readonly row?: { readonly path: string; readonly text: string; readonly unless: string };
  /** Sentences for the author, in order. */
  readonly next: readonly string[];
}

export interface Project {
  readonly root: string;
  /** Tags of the written languages, English first. */
  readonly languages: readonly string[];
  /** The folder below knowledge/topics for a new topic. */
  readonly section: string;
}

export type Recipe = (id: string, project: Project) => Scaffold;

/** The files of the scaffold that are already there. */
export function taken({ files }: Scaffold, root: string): string[] {
  return files.map(({ path }) => path).filter((path) => existsSync(join(root, path)));
}

/** Writes everything; call it only when nothing is `taken`. Returns what was written or added to. */
export function write({ files, row }: Scaffold, root: string): string[] {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  const written = files.map(({ path }) => path);
  if (!row || readFileSync(join(root, row.path), 'utf8').includes(row.unless)) return written;
  appendFileSync(join(root, row.path), row.text);
  return [...written, `${row.path} (a row at its end)`];
}

/** "night-bus" as it stands in names of code: "nightBus", "NightBus". */
export function camel(id: string): string {
  return id.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
}

export function pascal(id: string): string {
  const name = camel(id);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
