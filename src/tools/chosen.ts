// The channel and the language that a command was asked for.
import type { Brain } from '../wiring/index.js';
import { type Arguments, fail, optional } from './arguments.js';

/** What the terminal can stand in for; the first is meant when none is named. */
export const CHANNELS = ['web', 'sms', 'plain'] as const;

/** The tag of ours that --lang means; English without the option. Ends the command for a language without texts. */
export function languageOf(given: Arguments, brain: Brain): string {
  const asked = optional(given, 'lang');
  if (asked === undefined) return 'en';
  const tag = brain.matchLanguage(asked);
  const written = [...brain.content.locales.byTag.keys()];
  return tag !== null && written.includes(tag) ? tag : fail(`--lang ${asked}: one of ${written.join(', ')}.`);
}
