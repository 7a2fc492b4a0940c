// The two voices: signals (rules) and the classifier. The higher wins; each explains itself with reasons.
import {
  highestLevel,
  isAtLeast,
  type Level,
  levelRank,
  type Reason,
  type ReasonKind,
} from '../core/index.js';
import type { Message } from '../understanding/index.js';
import type { Fired } from './rules.js';
import type { TriageInput } from './triage-input.js';

/**
 * The classifier says a level once it gives that level and all above it together at least this probability; of danger
 * (`urgent` and above together) it says `emergency` once that is at least this share of it.
 * Chosen by folds over train and tune of the examples with both voices together, for at most 3 % false alarms.
 */
export const CLASSIFIER_THRESHOLDS: Readonly<Record<Exclude<Level, 'none'>, number>> = {
  emergency: 0.3,
  urgent: 0.5,
  elevated: 0.4,
  routine: 0.5,
};
/**
 * How the voices and the innocent cues are weighed against each other, in log-odds of danger: each point of doubt takes
 * `doubt` away, a signal that fired adds `signal`. A signal is dropped when all together stay below the threshold.
 */
export const WEIGHING = { doubt: 1.2, signal: 2.5 };
/** A classifier this sure of `urgent` or above, doubt taken off, is not held down by a question's form or by play. */
const SURE = { againstQuestion: 0.9, againstPlay: 0.97 };
/** Frames that are plain from the words count two points of doubt, everyday things and laughter one. */
const DOUBTS: readonly (readonly [number, readonly string[]])[] = [
  [2, ['game', 'film', 'lyric', 'joke', 'figure-of-speech', 'school-task', 'law-question']],
  [
    1,
    [
      'laughter',
      'harmless-cause',
      'ordinary-trade',
      'small-talk',
      'news',
      'work-task',
      'information-request',
    ],
  ],
];
const MOST_DOUBT = 4;
/** A longer message has room for an everyday word beside a danger. */
const LONG_TOKENS = 45;

const SPAN_UNITS = 80;

type Ranking = TriageInput['level']['ranking'];

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

/** The cap that holds: it gives way to a classifier that is sure beyond all doubt, open play later than a question. */
export function holdingCap(fired: readonly Fired[], ranking: Ranking, doubt: number): Level | null {
  const cap = capOf(fired);
  const sure = fired.some(({ signal }) => signal.level === 'none') ? SURE.againstPlay : SURE.againstQuestion;
  const odds = logOdds(shareFrom(ranking, 'urgent')) - WEIGHING.doubt * doubt;
  return odds >= logOdds(sure) ? null : cap;
}

/** Points of doubt: how much in the message speaks for play, study or everyday life. None where it turns earnest. */
export function doubtOf(message: Message): number {
  if (message.byConcept.has('for-real') || message.byConcept.has('help-me')) return 0;
  const points = DOUBTS.reduce(
    (sum, [weight, concepts]) =>
      sum + weight * concepts.filter((concept) => message.byConcept.has(concept)).length,
    0,
  );
  const most = Math.min(points, MOST_DOUBT);
  return message.tokens.count > LONG_TOKENS ? most / 2 : most;
}

function shareFrom(ranking: Ranking, least: Level): number {
  return ranking.reduce((sum, one) => sum + (isAtLeast(one.level, least) ? one.p : 0), 0);
}

function logOdds(share: number): number {
  const inside = Math.min(Math.max(share, 1e-4), 1 - 1e-4);
  return Math.log(inside / (1 - inside));
}

/** The signals that stand. The classifier alone lowers none: one is dropped where innocent cues stand beside it too. */
export function standingSignals(fired: readonly Fired[], ranking: Ranking, doubt: number): readonly Fired[] {
  if (ranking.length === 0 || doubt === 0) return fired;
  const odds = logOdds(shareFrom(ranking, 'urgent')) + WEIGHING.signal - WEIGHING.doubt * doubt;
  if (odds >= logOdds(CLASSIFIER_THRESHOLDS.urgent)) return fired;
  return fired.filter(({ signal }) => !isAtLeast(signal.level, 'urgent'));
}

/** The level of the classifier's ranking at the thresholds, with doubt taken off danger; `none` without a classifier. */
export function classifierLevel(ranking: Ranking, doubt = 0): Level {
  const danger = shareFrom(ranking, 'urgent');
  if (logOdds(danger) - WEIGHING.doubt * doubt >= logOdds(CLASSIFIER_THRESHOLDS.urgent)) {
    const share = shareFrom(ranking, 'emergency') / danger;
    return share >= CLASSIFIER_THRESHOLDS.emergency ? 'emergency' : 'urgent';
  }
  if (shareFrom(ranking, 'elevated') >= CLASSIFIER_THRESHOLDS.elevated) return 'elevated';
  return shareFrom(ranking, 'routine') >= CLASSIFIER_THRESHOLDS.routine ? 'routine' : 'none';
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
