// The two voices: signals (rules) and the classifier. The higher wins; each explains itself with reasons.
import {
  highestLevel,
  isAtLeast,
  LEVELS,
  type Level,
  levelRank,
  type Reason,
  type ReasonKind,
} from '../core/index.js';
import type { TriageInput } from './message.js';
import type { Fired } from './rules.js';

/**
 * The classifier says a level once it gives that level and all above it together at least this probability.
 * Chosen on knowledge/examples/<en,es>/tune and on five folds of train, both voices together: below these, each further
 * danger that is caught costs about three false alarms (routine or none told as urgent or above). `emergency` may be low:
 * what it takes over was mostly urgent already. To be chosen again when the examples grow.
 */
export const CLASSIFIER_THRESHOLDS: Readonly<Record<Exclude<Level, 'none'>, number>> = {
  emergency: 0.3,
  urgent: 0.45,
  elevated: 0.4,
  routine: 0.5,
};
/** A classifier this sure of `urgent` or above is not held down by a question's form, only by open play. */
const SURE = 0.9;

const SPAN_UNITS = 80;

/** A place in the original text: offsets in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A reason's span, cut to 80 units at its head (never through a surrogate pair). */
export function cutSpan(original: string, span: Span): Span & { text: string } {
  let end = Math.min(span.end, span.start + SPAN_UNITS, original.length);
  const last = original.charCodeAt(end - 1);
  if (end < original.length && last >= 0xd800 && last <= 0xdbff) end--;
  return { start: span.start, end, text: original.slice(span.start, end) };
}

/** Reasons of the signals that raise a level; caps (routine, none) give none. */
export function signalReasons(fired: readonly Fired[], original: string): Reason[] {
  return fired
    .filter(({ signal }) => isAtLeast(signal.level, 'elevated'))
    .map(({ signal, hits }) => ({
      source: 'signal',
      id: signal.id,
      kind: signal.kind,
      level: signal.level,
      ...cutSpan(original, spanOf(hits)),
    }));
}

function spanOf(hits: readonly Span[]): Span {
  return {
    start: Math.min(...hits.map((hit) => hit.start)),
    end: Math.max(...hits.map((hit) => hit.end)),
  };
}

/** What an innocent frame that is plain from the words allows the classifier to say; null when none fired. */
export function capOf(fired: readonly Fired[]): Level | null {
  const caps = fired.filter(({ signal }) => !isAtLeast(signal.level, 'elevated'));
  return caps.length === 0 ? null : highestLevel(caps.map(({ signal }) => signal.level));
}

/** The cap that holds against this ranking: a question's form gives way to a classifier that is sure. */
export function holdingCap(fired: readonly Fired[], ranking: TriageInput['level']['ranking']): Level | null {
  const cap = capOf(fired);
  if (fired.some(({ signal }) => signal.level === 'none')) return cap;
  const danger = ranking.reduce((sum, one) => sum + (isAtLeast(one.level, 'urgent') ? one.p : 0), 0);
  return cap === 'routine' && danger >= SURE ? null : cap;
}

/** The level of the classifier's ranking at the thresholds; `none` without a classifier. */
export function classifierLevel(ranking: TriageInput['level']['ranking']): Level {
  let above = 0;
  for (const level of LEVELS) {
    above += ranking.find((one) => one.level === level)?.p ?? 0;
    if (level !== 'none' && above >= CLASSIFIER_THRESHOLDS[level]) return level;
  }
  return 'none';
}

/** The classifier's level after a cap: it may fall, never rise. */
export function capped(level: Level, cap: Level | null): Level {
  return cap !== null && levelRank(level) > levelRank(cap) ? cap : level;
}

/** The classifier's reason: its weightiest place, or the whole text when nothing has a place. */
export function classifierReason(input: TriageInput, level: Level, kind: ReasonKind): Reason {
  const { original } = input.tokens.folded;
  const place = input.level.weightiest(level)[0] ?? { start: 0, end: original.length };
  return { source: 'classifier', id: `level:${level}`, kind, level, ...cutSpan(original, place) };
}
