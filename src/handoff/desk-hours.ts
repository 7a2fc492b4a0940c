// When a desk is open, and whether somebody is there. Said before anything is offered.
import type { DeskPresence } from './presence.js';

/** What this room needs of a desk of knowledge/desks.yaml. */
export interface DeskHours {
  readonly time_zone: string;
  /** Days as "mon-fri", "sat", "mon,wed" or "daily"; times as "HH:MM", an end before the start is on the next day. */
  readonly hours: '24/7' | readonly { readonly days: string; readonly from: string; readonly to: string }[];
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_MINUTES = 24 * 60;

interface Shift {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

function dayOf(name: string): number {
  return DAYS.indexOf(name.trim().toLowerCase().slice(0, 3));
}

/** Days of the week, Sunday 0; null when a word is not a day. */
function readDays(text: string): number[] | null {
  if (text.trim().toLowerCase() === 'daily') return [0, 1, 2, 3, 4, 5, 6];
  const days = text.split(',').flatMap((part) => {
    const [first = -1, last = first] = part.split(/[-–]/u).map(dayOf);
    if (first < 0 || last < 0) return [-1];
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => (first + step) % 7);
  });
  return days.includes(-1) ? null : days;
}

function readMinutes(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/u.exec(text.trim());
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minutes >= 0 && minutes <= DAY_MINUTES && Number(match?.[2]) < 60 ? minutes : null;
}

function readShift(row: { days: string; from: string; to: string }): Shift | null {
  const days = readDays(row.days);
  const from = readMinutes(row.from);
  const to = readMinutes(row.to);
  return days === null || from === null || to === null ? null : { days, from, to };
}

/** What is wrong with a desk's hours, as sentences; a row listed here counts as closed. */
export function hoursProblems(desk: DeskHours): string[] {
  const zone = isZone(desk.time_zone)
    ? []
    : [`"${desk.time_zone}" is not a time zone such as America/Chicago`];
  if (desk.hours === '24/7') return zone;
  const rows = desk.hours.filter((row) => readShift(row) === null);
  return [
    ...zone,
    ...rows.map((row) => `"${row.days} ${row.from} to ${row.to}" is not readable as opening hours`),
  ];
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Day of the week and minute of the day on the desk's own clock. */
function localTime(zone: string, now: number): { day: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return { day: dayOf(part('weekday')), minute: Number(part('hour')) * 60 + Number(part('minute')) };
}

function covers({ days, from, to }: Shift, { day, minute }: { day: number; minute: number }): boolean {
  if (from < to) return days.includes(day) && minute >= from && minute < to;
  const yesterday = (day + 6) % 7;
  return (days.includes(day) && minute >= from) || (days.includes(yesterday) && minute < to);
}

/** Whether the desk's hours include now. Hours or a zone that cannot be read are never open. */
export function deskIsOpen(desk: DeskHours, now: number): boolean {
  if (desk.hours === '24/7') return true;
  if (!isZone(desk.time_zone)) return false;
  const local = localTime(desk.time_zone, now);
  return desk.hours.some((row) => {
    const shift = readShift(row);
    return shift !== null && covers(shift, local);
  });
}

export type DeskState = 'staffed' | 'nobody-now' | 'closed';

/** Somebody who can take a case counts, whatever the hours say; without anybody the hours decide what is said. */
export function deskState(desk: DeskHours, presence: DeskPresence, now: number): DeskState {
  if (presence.available > 0) return 'staffed';
  return deskIsOpen(desk, now) ? 'nobody-now' : 'closed';
}
