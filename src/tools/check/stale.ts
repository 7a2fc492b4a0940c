// What is due to be looked at again: topics by their review date, contacts by the day they were last checked.
import { DAY_MS } from '../../core/index.js';
import { readDraft } from '../../knowledge/read-draft.js';
import { today } from '../project.js';
import { table } from '../table.js';

/** Topics past their date or due within 30 and 90 days, and contacts not checked for 30 and 90 days. */
export function staleReport(root: string, now: number): string {
  const { draft } = readDraft(root);
  const due = draft.topics
    .map(({ value }) => ({ ...value, when: whenDue(lastDay(value.review_by), now) }))
    .filter(({ when }) => when !== null)
    .sort((one, two) => (one.review_by < two.review_by ? -1 : 1))
    .map(({ id, review_by, critical, when }) => [when ?? '', review_by, critical ? 'critical' : '', id]);
  const unchecked = Object.entries(draft.contacts?.value.contacts ?? {})
    .map(([id, { checked_on }]) => ({ id, checked_on, since: sinceChecked(checked_on, now) }))
    .filter(({ since }) => since !== null)
    .sort((one, two) => (one.checked_on < two.checked_on ? -1 : 1))
    .map(({ id, checked_on, since }) => [since ?? '', checked_on, id]);
  return [
    listOr('No topic is due within 90 days.', 'Topics to review', ['when', 'by', '', 'topic'], due),
    listOr(
      'Every contact was checked within 30 days.',
      'Contacts to check',
      ['since', 'on', 'contact'],
      unchecked,
    ),
  ].join('\n\n');
}

function listOr(none: string, title: string, head: string[], rows: string[][]): string {
  return rows.length === 0 ? none : table(title, head, rows);
}

function whenDue(reviewBy: string, now: number): string | null {
  if (reviewBy < today(now)) return 'overdue';
  if (reviewBy <= today(now + 30 * DAY_MS)) return '30 days';
  return reviewBy <= today(now + 90 * DAY_MS) ? '90 days' : null;
}

function sinceChecked(day: string, now: number): string | null {
  if (lastDay(day) < today(now - 90 * DAY_MS)) return '90 days';
  return lastDay(day) < today(now - 30 * DAY_MS) ? '30 days' : null;
}

/** A month reaches to its end. */
function lastDay(day: string): string {
  return day.length === 7 ? `${day}-31` : day;
}
