// Every check over the texts of all languages. A check is a function from locales to problems, one file each.
import type { Problem } from '../../content/index.js';
import type { Locales } from '../locales.js';
import { checkKeys } from './keys.js';
import { checkLiterals } from './literals.js';
import { checkMarkup } from './markup.js';
import { checkPlaceholders } from './placeholders.js';
import { checkSms } from './sms.js';
import { checkWords } from './words.js';

const CHECKS: readonly ((locales: Locales) => Problem[])[] = [
  checkKeys,
  checkPlaceholders,
  checkMarkup,
  checkLiterals,
  checkSms,
  checkWords,
];

/** All problems of all checks, in the order of the checks. */
export function checkLocales(locales: Locales): Problem[] {
  return CHECKS.flatMap((check) => check(locales));
}
