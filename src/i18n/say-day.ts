// Dates of content as people say them: "November 2026", "noviembre de 2026", "novanm 2026".

/** The short word for "year" that some languages end a date with ("2026 г."): its full stop would meet that of a sentence. */
const YEAR_WORD = /\s\p{L}\.$/u;

/**
 * A month ("2026-11") or day ("2026-11-22") in the words of a language, by the Gregorian calendar. `months`: its twelve
 * names where content has them, then said day, month, year. Anything else ("undated") is given back as it is.
 */
export function sayDay(tag: string, day: string, months: readonly string[] = []): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day);
  if (!parts) return day;
  const [year, month, date] = parts.slice(1).map((part) => (part ? Number(part) : undefined));
  const name = months[Number(month) - 1];
  if (name) return [date, name, year].filter(Boolean).join(' ');
  const at = Date.UTC(Number(year), Number(month) - 1, date ?? 1);
  return formatFor(tag, date !== undefined)
    .format(at)
    .replace(YEAR_WORD, '');
}

/** Whether the platform can say the months of a language. */
export function knowsMonths(tag: string): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0;
}

function formatFor(tag: string, withDay: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag !== 'other' && knowsMonths(tag) ? tag : 'en', {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(withDay ? { day: 'numeric' as const } : {}),
  });
}
