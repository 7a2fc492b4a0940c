// A language that calls its topics complete has every one of them whole, in the words of the glossary.
import type { Check } from '../draft.js';
import { translationGaps } from '../translation-gaps.js';

/** Looks at the languages of `settings.complete`; what others lack is work to do, not a fault (check-content counts it). */
export const translations: Check = {
  id: 'translations',
  find: (draft, { complete = [] }) => complete.flatMap((tag) => translationGaps(draft, tag)),
};
