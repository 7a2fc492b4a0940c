// Dialogs from YAML text, and inputs of people, for the tests of this room.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DialogInput, type Flag, loadDialogs } from '../../src/dialogs/index';

/** Loads dialogs as if these were the files of dialogs/. */
export function dialogsOf(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'dialogs-'));
  mkdirSync(join(root, 'dialogs'));
  for (const [id, yaml] of Object.entries(files)) writeFileSync(join(root, 'dialogs', `${id}.yaml`), yaml);
  try {
    return loadDialogs(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** One dialog named `one` with these steps. */
export function oneDialog(steps: string, resume = 'first') {
  return dialogsOf({ one: `id: one\nabout: a dialog for a test\nresume: ${resume}\nsteps:\n${steps}` });
}

const NOTHING = { age: null, state: null, yesNo: null, who: null };

export function flags(...up: Flag[]): ReadonlySet<Flag> {
  return new Set(up);
}

/** What a person writes. */
export function writes(text: string, more: Partial<DialogInput> = {}): DialogInput {
  return { text, action: null, reserved: null, heard: NOTHING, recognised: null, flags: flags(), ...more };
}

/** What a person presses. */
export function presses(action: string, more: Partial<DialogInput> = {}): DialogInput {
  return writes('', { action, ...more });
}
