// Dates of content as people say them: "November 2026", "noviembre de 2026".

/**
 * A month ("2026-11") or day ("2026-11-22") in the words of a language, by the Gregorian calendar.
 * Anything else ("undated") is given back as it is.
 */
export function sayDay(tag: string, day: string): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day);
  if (!parts) return day;
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1));
  const format = new Intl.DateTimeFormat(knownTag(tag), {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(parts[3] ? { day: 'numeric' as const } : {}),
  });
  return format.format(at);
}

function knownTag(tag: string): string {
  return Intl.DateTimeFormat.supportedLocalesOf([tag === 'other' ? 'en' : tag])[0] ?? 'en';
}
