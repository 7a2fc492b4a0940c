// The two voices: signals (rules) and the classifier. Their evidence is added; each explains itself with reasons.
import {
  highestLevel,
  isAtLeast,
  type Level,
  levelRank,
  type Reason,
  type ReasonKind,
} from '../core/index.js';
import { logOdds } from '../understanding/index.js';
import type { Fired } from './rules.js';
import type { TriageInput } from './triage-input.js';

/**
 * Probabilities from which a level is said: `danger` that the message is urgent or above, `emergency` its share beside
 * `urgent`, `faintEmergency` its own share where danger is less likely than not, `elevated` and `routine` together with all
 * above them. Chosen by folds over situations of train and tune.
 */
export const THRESHOLDS = { danger: 0.25, emergency: 0.2, faintEmergency: 0.15, elevated: 0.5, routine: 0.5 };
/**
 * Log-odds of danger that a fired signal adds to the classifier's, which has learnt from the same concepts. What is surely
 * harmless outvotes one (README).
 */
export const SIGNAL_ADDS: Readonly<Partial<Record<Level, number>>> = { emergency: 0.6, urgent: 0.4 };

const SPAN_UNITS = 80;

type Guess = TriageInput['level'];

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

function shareFrom({ ranking }: Guess, least: Level): number {
  return ranking.reduce((sum, one) => sum + (isAtLeast(one.level, least) ? one.p : 0), 0);
}

/** Log-odds of danger by both voices; a message that no classifier has read has those of its signals alone. */
function dangerOdds(fired: readonly Fired[], { danger }: Guess): number {
  const added = fired.map(({ signal }) => SIGNAL_ADDS[signal.level] ?? 0);
  return (danger ?? 0) + Math.max(0, ...added);
}

/** The signals that stand: all, unless both voices together say that there is no danger. */
export function standingSignals(fired: readonly Fired[], guess: Guess): readonly Fired[] {
  if (guess.danger === null || dangerOdds(fired, guess) >= logOdds(THRESHOLDS.danger)) return fired;
  return fired.filter(({ signal }) => !isAtLeast(signal.level, 'urgent'));
}

/** The level that the classifier says beside the standing signals; `none` without a classifier. */
export function classifierLevel(fired: readonly Fired[], guess: Guess): Level {
  if (guess.danger === null) return 'none';
  const odds = dangerOdds(fired, guess);
  if (odds >= logOdds(THRESHOLDS.danger)) return isEmergency(odds, guess) ? 'emergency' : 'urgent';
  if (shareFrom(guess, 'elevated') >= THRESHOLDS.elevated) return 'elevated';
  return shareFrom(guess, 'routine') >= THRESHOLDS.routine ? 'routine' : 'none';
}

/** Of what is dangerous; where danger itself is in doubt, emergency must be likely by its own share too. */
function isEmergency(odds: number, guess: Guess): boolean {
  const emergency = shareFrom(guess, 'emergency');
  const share = emergency / Math.max(shareFrom(guess, 'urgent'), Number.MIN_VALUE);
  return share >= THRESHOLDS.emergency && (odds >= 0 || emergency >= THRESHOLDS.faintEmergency);
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
