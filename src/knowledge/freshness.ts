// How old an answer may be: within its review date, past it, or past it and too important to be said.
import type { Topic } from './schema/index.js';

/** `withheld`: a critical topic past its date is replaced by contacts. */
export type Freshness = 'fresh' | 'stale' | 'withheld';

/** The last day that a date covers: a month reaches to its end. Compare as strings. */
export function lastDayOf(day: string): string {
  return day.length === 7 ? `${day}-31` : day;
}

/** Judged by the UTC day of `now` (milliseconds). */
export function freshnessOf(topic: Topic, now: number): Freshness {
  const today = new Date(now).toISOString().slice(0, 10);
  if (today <= lastDayOf(topic.review_by)) return 'fresh';
  return topic.critical ? 'withheld' : 'stale';
}
