// A critical topic past its review date fails the check: what it says may no longer be true.
import { type Check, problemAt } from '../draft.js';
import { lastDayOf } from '../freshness.js';

/** Without a day (`today` empty) nothing is judged. */
export const reviewDates: Check = {
  id: 'review-dates',
  find: (draft, { today }) => {
    if (!today) return [];
    return draft.topics
      .filter(({ value }) => value.critical && lastDayOf(value.review_by) < today)
      .map((topic) => {
        const message = `this critical topic was to be reviewed by ${topic.value.review_by}`;
        return problemAt(topic, ['review_by'], message);
      });
  },
};
