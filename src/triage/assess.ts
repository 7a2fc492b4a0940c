// One message to its level, with reasons and facts: signals and the classifier, corrections, bare answers. Pure, no I/O.
import { highestLevel, isAtLeast, type Level, type Reason, type ReasonKind } from '../core/index.js';
import type { SignalFile } from '../knowledge/index.js';
import { isCue, type Message, originalSpan } from '../understanding/index.js';
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

/** The signal that stands for a bare answer that alarms. */
const NOT_SAFE_SIGNAL = 'not-safe-now';
/** "Is it safe now?" "No." "Are you in danger right now?" "Yes." */
const ALARMING_ANSWERS: Readonly<Record<string, { readonly answer: boolean; readonly level: Level }>> = {
  'safe-now': { answer: false, level: 'urgent' },
  'danger-now': { answer: true, level: 'emergency' },
};
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

const THIN_TOKENS = 2;

interface Knows {
  readonly book: RuleBook;
  readonly notSafe: SignalFile | undefined;
}

function assessMessage(knows: Knows, input: TriageInput, context: TriageContext): Assessment {
  const { message } = input;
  const fired = standingSignals(fireSignals(knows.book, message, input.frames), input.level);
  const told = [...signalReasons(fired, input.tokens.folded.original), ...bareAnswer(knows, input, context)];
  const correction = readCorrection(message, [...context.reasons, ...told]);
  const bySignal = correction ? correctEarlier(told, correction) : told;
  const reasons = byUrgency([...bySignal, ...byClassifier({ input, message, fired, correction, bySignal })]);
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

/** A bare answer that alarms, to the question whether it is safe or whether there is danger. */
function bareAnswer({ notSafe }: Knows, input: TriageInput, context: TriageContext): Reason[] {
  const alarming = ALARMING_ANSWERS[context.lastQuestion ?? ''];
  if (!notSafe || !alarming || input.extracted.yesNo?.value !== alarming.answer) return [];
  const { original } = input.tokens.folded;
  const place = cutSpan(original, { start: 0, end: original.length });
  return [{ source: 'signal', id: notSafe.id, kind: notSafe.kind, level: alarming.level, ...place }];
}

interface Heard {
  readonly input: TriageInput;
  readonly message: Message;
  readonly fired: readonly Fired[];
  readonly correction: Correction | null;
  readonly bySignal: readonly Reason[];
}

/** What the classifier hears beside the signals; a correction or a bare word holds it down. */
function byClassifier({ input, message, fired, correction, bySignal }: Heard): Reason[] {
  const held = capped(classifierLevel(fired, input.level), thinCap(input, message));
  const level = capped(held, correction ? levelLeft(correction) : null);
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

const SMALL_WORD = 3;
const SMALL_WORDS = 2;

/** What may stand beside a place and still tell nothing: "im in Detroit now". Who is there besides the speaker tells something. */
const BESIDE_A_PLACE: ReadonlySet<string> = new Set(['self', 'now', 'greeting']);

/** "im in Detroit": a place, and beside it at most two small words that no concept explains. */
function isBarePlace({ extracted, tokens }: TriageInput, { hits }: Message): boolean {
  const place = extracted.city ?? extracted.state;
  if (!place || !hits.every(({ concept }) => BESIDE_A_PLACE.has(concept))) return false;
  const isExplained = (at: number) =>
    hits.some(({ tokenStart, tokenEnd }) => tokenStart <= at && at < tokenEnd) || isWithin(tokens, at, place);
  const left = tokens.words.filter((_, at) => !isExplained(at));
  return left.length <= SMALL_WORDS && left.every((word) => word.length <= SMALL_WORD);
}

function isWithin(tokens: TriageInput['tokens'], at: number, place: { start: number; end: number }): boolean {
  const { start, end } = originalSpan(tokens.folded, tokens.starts[at] ?? 0, tokens.ends[at] ?? 0);
  return start >= place.start && end <= place.end;
}

/** Of a bare word, number or emoji a likeness to other messages says little: without a meaning of its own it says nothing. */
function thinCap(input: TriageInput, message: Message): Level | null {
  const { tokens, hits } = message;
  if (isBarePlace(input, message)) return 'none';
  const tells = hits.some(({ concept }) => !isCue(concept));
  if (tokens.count <= THIN_TOKENS && !tells) return 'none';
  return tokens.count <= 1 ? 'elevated' : null;
}

/** Between routine and none, where neither voice gives reasons. */
function quietLevel(input: TriageInput, fired: readonly Fired[]): Level {
  const cap = capOf(fired);
  const said = capped(capped(classifierLevel(fired, input.level), 'routine'), thinCap(input, input.message));
  return cap ?? said;
}

function byUrgency(reasons: readonly Reason[]): Reason[] {
  const rank = (reason: Reason) =>
    ['emergency', 'urgent', 'elevated', 'routine', 'none'].indexOf(reason.level);
  return [...reasons].sort((a, b) => rank(a) - rank(b));
}
