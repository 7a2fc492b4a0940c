// What the recognisers' results mean to us: one value, or nothing.
import type { Recognised } from '../../core/index.js';
import type { Kind, RecogniserReply } from './recogniser-process.js';

type Result = RecogniserReply['results'][number];

const YEAR_UNITS = new Set(['Year', 'Año', 'Ans', 'Ano', 'Yearold']);
const MONTH_UNITS = new Set(['Month', 'Mes', 'Mois', 'Mês']);
const OLDEST = 110;

function toAge({ resolution }: Result): Recognised | null {
  const value = Number(resolution?.['value']);
  const unit = String(resolution?.['unit'] ?? '');
  if (!Number.isFinite(value) || value < 0 || value > OLDEST * 12) return null;
  if (YEAR_UNITS.has(unit)) return value <= OLDEST ? { kind: 'age', years: Math.floor(value) } : null;
  return MONTH_UNITS.has(unit) ? { kind: 'age', years: Math.floor(value / 12) } : null;
}

/** A date without a year has a past and a future reading; the later one is meant (a hearing, a deadline). */
function toDate({ resolution }: Result): Recognised | null {
  const values = resolution?.['values'];
  if (!Array.isArray(values)) return null;
  const dates = values
    .map((one: { type?: unknown; value?: unknown }) => (one.type === 'date' ? String(one.value) : ''))
    .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date));
  const isoDate = dates[dates.length - 1];
  return isoDate === undefined ? null : { kind: 'date', isoDate };
}

function toBoolean({ resolution }: Result): Recognised | null {
  const value = resolution?.['value'];
  return typeof value === 'boolean' ? { kind: 'boolean', value } : null;
}

const READERS = { age: toAge, date: toDate, boolean: toBoolean };

/** The first usable value among the results, or null. */
export function toRecognised(kind: Kind, results: readonly Result[]): Recognised | null {
  for (const result of results) {
    const value = READERS[kind](result);
    if (value !== null) return value;
  }
  return null;
}
