// One message to its level, with reasons and facts: signals and the classifier, corrections, bare answers. Pure, no I/O.
import { highestLevel, isAtLeast, type Level, type Reason, type ReasonKind } from '../core/index.js';
import type { SignalFile } from '../knowledge/index.js';
import type { Message } from '../understanding/index.js';
import { type Correction, correctReasons, levelLeft, readCorrection } from './correction.js';
import { readFacts, type ToldFacts } from './facts.js';
import { compileRules, type Fired, fireSignals, type RuleBook } from './rules.js';
import type { TriageInput } from './triage-input.js';
import {
  capOf,
  capped,
  classifierLevel,
  classifierReason,
  cutSpan,
  doubtOf,
  holdingCap,
  signalReasons,
  standingSignals,
} from './voices.js';

/** What the conversation knows before this message. */
export interface TriageContext {
  /** What the bot last asked: one of `QUESTIONS`, another name, or null. */
  readonly lastQuestion: string | null;
  /** Why the conversation stands where it does: what a correction may correct. */
  readonly reasons: readonly Reason[];
}

/** What one message (or burst) says. `level` is the message's own; the conversation's is `applyAssessment`'s. */
export interface Assessment {
  readonly level: Level;
  /** Signals first, most urgent first; the classifier's reason last. Empty below `elevated`. */
  readonly reasons: readonly Reason[];
  readonly facts: ToldFacts;
  readonly correction: Correction | null;
  readonly asksForPerson: boolean;
}

export interface Triage {
  /** Never throws; an empty message is `none`. */
  assess(input: TriageInput, context: TriageContext): Assessment;
}

/** The signal that stands for "no" to the question whether it is safe now. */
const NOT_SAFE_SIGNAL = 'not-safe-now';
const KIND_BY_CONCEPT: readonly (readonly [ReasonKind, readonly string[]])[] = [
  ['self-harm', ['suicide-intent', 'suicide-thought', 'self-harm', 'final-goodbye']],
  ['images', ['image-threat', 'images']],
  ['missing-child', ['missing']],
];

/** Triage with the given signals, compiled once. Signals are those of `loadKnowledge`, already checked. */
export function createTriage(signals: Iterable<SignalFile>): Triage {
  const all = [...signals];
  const book = compileRules(all);
  const notSafe = all.find((signal) => signal.id === NOT_SAFE_SIGNAL);
  return { assess: (input, context) => assessMessage({ book, notSafe }, input, context) };
}

interface Knows {
  readonly book: RuleBook;
  readonly notSafe: SignalFile | undefined;
}

function assessMessage(knows: Knows, input: TriageInput, context: TriageContext): Assessment {
  const { message } = input;
  const doubt = doubtOf(message);
  const fired = standingSignals(fireSignals(knows.book, message, input.frames), input.level.ranking, doubt);
  const told = [...signalReasons(fired, input.tokens.folded.original), ...bareAnswer(knows, input, context)];
  const correction = readCorrection(message, [...context.reasons, ...told]);
  const bySignal = correction ? correctEarlier(told, correction) : told;
  const reasons = byUrgency([
    ...bySignal,
    ...byClassifier({ input, message, fired, doubt, correction, bySignal }),
  ]);
  const level = highestLevel([quietLevel(input, fired), ...reasons.map((reason) => reason.level)]);
  return {
    level,
    reasons,
    facts: readFacts({ input, message, fired, level, lastQuestion: context.lastQuestion }),
    correction,
    asksForPerson: fired.some(({ signal }) => signal.kind === 'person-asked'),
  };
}

/** Within a burst, what was said before the correction is corrected and what comes after it stands. */
function correctEarlier(reasons: readonly Reason[], correction: Correction): Reason[] {
  const earlier = reasons.filter((reason) => reason.start < correction.start);
  const later = reasons.filter((reason) => reason.start >= correction.start);
  return [...correctReasons(earlier, correction), ...later];
}

/** A bare "no" to "is it safe now?". */
function bareAnswer({ notSafe }: Knows, input: TriageInput, context: TriageContext): Reason[] {
  if (!notSafe || context.lastQuestion !== 'safe-now' || input.extracted.yesNo?.value !== false) return [];
  const { original } = input.tokens.folded;
  const { id, kind, level } = notSafe;
  return [{ source: 'signal', id, kind, level, ...cutSpan(original, { start: 0, end: original.length }) }];
}

interface Heard {
  readonly input: TriageInput;
  readonly message: Message;
  readonly fired: readonly Fired[];
  readonly doubt: number;
  readonly correction: Correction | null;
  readonly bySignal: readonly Reason[];
}

/** The classifier is heard in full beside a danger signal; an innocent frame or a correction caps it otherwise. */
function byClassifier({ input, message, fired, doubt, correction, bySignal }: Heard): Reason[] {
  const beside = bySignal.some((reason) => reason.source === 'signal');
  const said = classifierLevel(input.level.ranking, beside ? 0 : doubt);
  const cap = beside ? null : holdingCap(fired, input.level.ranking, doubt);
  const level = capped(capped(said, cap), correction ? levelLeft(correction) : null);
  if (!isAtLeast(level, 'elevated')) return [];
  return [classifierReason(input, level, kindOf(message, bySignal, level))];
}

function kindOf(message: Message, bySignal: readonly Reason[], level: Level): ReasonKind {
  const signalled = byUrgency(bySignal)[0];
  if (signalled && signalled.kind !== 'person-asked') return signalled.kind;
  const found = KIND_BY_CONCEPT.find(([, concepts]) =>
    concepts.some((concept) => message.byConcept.has(concept)),
  );
  if (found && isAtLeast(level, 'urgent')) return found[0];
  return level === 'elevated' ? 'need' : 'danger';
}

/** Between routine and none, where neither voice gives reasons. */
function quietLevel(input: TriageInput, fired: readonly Fired[]): Level {
  const cap = capOf(fired);
  const said = capped(classifierLevel(input.level.ranking), 'routine');
  return cap ?? said;
}

function byUrgency(reasons: readonly Reason[]): Reason[] {
  const rank = (reason: Reason) =>
    ['emergency', 'urgent', 'elevated', 'routine', 'none'].indexOf(reason.level);
  return [...reasons].sort((a, b) => rank(a) - rank(b));
}
