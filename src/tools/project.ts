// Where the project lies and what day it is, for the commands.
import { join } from 'node:path';

/** The folder that holds dialogs/, knowledge/, locales/ and dist/. */
export const projectRoot = join(__dirname, '..', '..');

/** The calendar day, "2026-11-22". */
export function today(now = Date.now()): string {
  return new Date(now).toISOString().slice(0, 10);
}
