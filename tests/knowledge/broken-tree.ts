// A copy of the sound content tree in a folder of its own, with one thing changed. For the kept breakages.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const SOUND = join(__dirname, 'fixtures/sound');

export interface Change {
  /** Below knowledge/. */
  readonly file: string;
  /** The text to replace; without it `to` becomes the whole file, and without `to` the file goes. */
  readonly from?: string;
  readonly to?: string;
}

/** Runs `use` on the changed copy and removes it afterwards. */
export function withChanges<Result>(changes: readonly Change[], use: (root: string) => Result): Result {
  const root = mkdtempSync(join(tmpdir(), 'knowledge-'));
  try {
    cpSync(SOUND, root, { recursive: true });
    for (const change of changes) applyChange(join(root, 'knowledge', change.file), change);
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function applyChange(path: string, { from, to }: Change): void {
  if (to === undefined) return rmSync(path);
  mkdirSync(dirname(path), { recursive: true });
  const before = from === undefined ? '' : readFileSync(path, 'utf8');
  if (from !== undefined && !before.includes(from)) throw new Error(`${path} has no "${from}"`);
  writeFileSync(path, from === undefined ? to : before.replace(from, to));
}
