// The last look at a text before it becomes a text message: its letters, and what a lock screen would show of it.
// Sentences of sms.json pass by construction; answers, dialogs and staff's words pass through here.
import { toGsmLetters } from './gsm-letters.js';
import type { Locales } from './locales.js';
import { PREVIEW_CHARACTERS, tellingWords } from './lock-screen.js';
import { createTranslator } from './translator.js';

/**
 * `names` (the desk's) are telling too. A text whose first 40 characters tell something gets the neutral sentence
 * `sms:neutral-start` in front; languages written in GSM-7 lose the accents that would halve their segments.
 */
export type SmsWriter = (tag: string, text: string, names?: readonly string[]) => string;

export function createSmsWriter(locales: Locales): SmsWriter {
  const translate = createTranslator(locales);
  const banned = new Map(
    [...locales.byTag].map(([tag, { words }]) => [tag, words?.words['preview-banned'] ?? []]),
  );
  const english = banned.get('en') ?? [];
  return (tag, text, names = []) => {
    // English words tell in every language: an answer may be in English, and a name of an agency always is.
    const telling = [...(banned.get(tag) ?? []), ...english];
    const shown = text.slice(0, PREVIEW_CHARACTERS);
    const tells =
      tellingWords(text, telling).length > 0 || names.some((name) => shown.includes(name.slice(0, 8)));
    const start = tells ? translate(tag, 'sms:neutral-start')?.template : undefined;
    const whole = start === undefined ? text : `${start}\n${text}`;
    return locales.languages.get(tag)?.smsAlphabet === 'ucs2' ? whole.normalize('NFC') : toGsmLetters(whole);
  };
}
