// Lists content files in a stable order.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Paths below `folder` that end in `ending`, relative to it, sorted; empty when the folder does not exist. */
export function listFiles(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
