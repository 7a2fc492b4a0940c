// The list of rules. A new rule: its file here, one row below, and a kept breakage in tests/knowledge.
import type { Problem } from '../../content/index.js';
import type { Check, CheckSettings, KnowledgeDraft } from '../draft.js';
import { claimKinds } from './claim-kinds.js';
import { claimsCovered } from './claims-covered.js';
import { conceptExpressions } from './concept-expressions.js';
import { exampleDuplicates } from './example-duplicates.js';
import { exampleSplits } from './example-splits.js';
import { forbiddenWords } from './forbidden-words.js';
import { guides } from './guides.js';
import { idsMatchFiles } from './ids-match-files.js';
import { knownIds } from './known-ids.js';
import { numbersAndLinks } from './numbers-and-links.js';
import { placeholders } from './placeholders.js';
import { questionsUnique } from './questions-unique.js';
import { readingEase } from './reading-ease.js';
import { reviewDates } from './review-dates.js';
import { signalReferences } from './signal-references.js';
import { smsLength } from './sms-length.js';
import { translations } from './translations.js';
import { words } from './words.js';

/** Cheap enough for every start. */
export const QUICK_CHECKS: readonly Check[] = [
  idsMatchFiles,
  knownIds,
  claimsCovered,
  claimKinds,
  numbersAndLinks,
  placeholders,
  forbiddenWords,
  questionsUnique,
  reviewDates,
  signalReferences,
  guides,
];

/** All of them, for check-content and the tests: these also measure texts and compare the examples. */
export const ALL_CHECKS: readonly Check[] = [
  ...QUICK_CHECKS,
  smsLength,
  readingEase,
  conceptExpressions,
  exampleSplits,
  exampleDuplicates,
  words,
  translations,
];

/** Everything the given rules find; each message ends with the id of its rule. */
export function findProblems(
  checks: readonly Check[],
  draft: KnowledgeDraft,
  settings: CheckSettings,
): Problem[] {
  return checks.flatMap((check) =>
    check
      .find(draft, settings)
      .map((problem) => ({ ...problem, message: `${problem.message} (rule: ${check.id})` })),
  );
}
