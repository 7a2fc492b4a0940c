// Signal rules over framed hits: which concepts, in what order, how near, in which frames. Pure; compiled once.
import type { Rule, SignalFile } from '../knowledge/index.js';
import { FRAME, type FrameName, hitsOf, type Message, type PlacedHit } from '../understanding/index.js';

/** Frames that stop a rule unless it allows them. */
const STOPPING =
  FRAME.negated |
  FRAME.past |
  FRAME.question |
  FRAME.hypothetical |
  FRAME.fiction |
  FRAME.quoted |
  FRAME.other;
/** Readings of one rule tried per message; a hostile text cannot ask for more. */
const MOST_TRIES = 400;

interface CompiledRule {
  readonly signal: SignalFile;
  readonly all: readonly (readonly string[])[];
  readonly rule: Rule;
  readonly none: readonly string[];
  readonly noneInMessage: readonly string[];
  readonly stopping: number;
  readonly require: number;
  readonly requireMinor: boolean;
}

/** All rules of all signals, found by the concept of each that stands in the fewest rules. */
export interface RuleBook {
  readonly byConcept: ReadonlyMap<string, readonly CompiledRule[]>;
}

/** A signal that fired, with the hits that made it fire (in the order of the text). */
export interface Fired {
  readonly signal: SignalFile;
  readonly hits: readonly PlacedHit[];
}

function alternatives(concepts: readonly string[]): string[] {
  return concepts.flatMap((one) => one.split('|').map((name) => name.trim()));
}

function bits(names: readonly string[]): number {
  return names.reduce((sum, name) => sum | (FRAME[name as FrameName] ?? 0), 0);
}

function compile(signal: SignalFile, rule: Rule): CompiledRule {
  return {
    signal,
    rule,
    all: rule.all.map((one) => alternatives([one])),
    none: alternatives(rule.none),
    noneInMessage: alternatives(rule.none_in_message),
    stopping: STOPPING & ~bits(rule.allow) & ~bits(rule.require),
    require: bits(rule.require),
    requireMinor: rule.require.includes('minor'),
  };
}

/** Compiles signals to a rule book. Concepts that do not exist make a rule that never fires; the content check tells. */
export function compileRules(signals: Iterable<SignalFile>): RuleBook {
  const rules = [...signals].flatMap((signal) => signal.rules.map((rule) => compile(signal, rule)));
  const uses = new Map<string, number>();
  for (const rule of rules) {
    for (const concept of new Set(rule.all.flat())) uses.set(concept, (uses.get(concept) ?? 0) + 1);
  }
  const byConcept = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    for (const concept of anchorOf(rule, uses)) {
      const group = byConcept.get(concept);
      if (group) group.push(rule);
      else byConcept.set(concept, [rule]);
    }
  }
  return { byConcept };
}

/** The alternatives of the element that the fewest rules use: the message is likeliest to lack it. */
function anchorOf(rule: CompiledRule, uses: ReadonlyMap<string, number>): readonly string[] {
  const costOf = (names: readonly string[]) => names.reduce((sum, name) => sum + (uses.get(name) ?? 0), 0);
  return rule.all.reduce((best, names) => (costOf(names) < costOf(best) ? names : best));
}

/** Signals of the book that fire on the message, each once, with its first reading. `frames`: those of its hits. */
export function fireSignals(book: RuleBook, message: Message, frames: Uint16Array): Fired[] {
  const fired = new Map<string, Fired>();
  const tried = new Set<CompiledRule>();
  for (const concept of message.byConcept.keys()) {
    for (const rule of book.byConcept.get(concept) ?? []) {
      if (tried.has(rule) || fired.has(rule.signal.id)) continue;
      tried.add(rule);
      const hits = matchRule(rule, message, frames);
      if (hits) fired.set(rule.signal.id, { signal: rule.signal, hits: inTextOrder(hits) });
    }
  }
  return [...fired.values()];
}

function inTextOrder(hits: readonly PlacedHit[]): PlacedHit[] {
  return [...hits].sort((a, b) => a.start - b.start);
}

function matchRule(rule: CompiledRule, message: Message, frames: Uint16Array): PlacedHit[] | null {
  if (rule.noneInMessage.some((concept) => message.byConcept.has(concept))) return null;
  if (rule.requireMinor && !mentionsMinor(message)) return null;
  const candidates = rule.all.map((names) => candidatesOf(names, rule, message, frames));
  if (candidates.some((list) => list.length === 0)) return null;
  const search = { rule, message, frames, candidates, left: MOST_TRIES };
  return extend(search, []);
}

function mentionsMinor(message: Message): boolean {
  return message.byConcept.has('age-minor') || message.byConcept.has('child');
}

function candidatesOf(
  names: readonly string[],
  rule: CompiledRule,
  message: Message,
  frames: Uint16Array,
): PlacedHit[] {
  return names
    .flatMap((name) => hitsOf(message, name))
    .filter((hit) => ((frames[hit.index] as number) & rule.stopping) === 0);
}

interface Search {
  readonly rule: CompiledRule;
  readonly message: Message;
  readonly frames: Uint16Array;
  readonly candidates: readonly (readonly PlacedHit[])[];
  left: number;
}

/** Adds one hit per element, and gives up early when the nearness or the order cannot hold any more. */
function extend(search: Search, chosen: readonly PlacedHit[]): PlacedHit[] | null {
  if (chosen.length === search.candidates.length) return isGood(search, chosen) ? [...chosen] : null;
  for (const hit of search.candidates[chosen.length] ?? []) {
    if (search.left-- <= 0) return null;
    const next = [...chosen, hit];
    if (!fits(search.rule, next)) continue;
    const found = extend(search, next);
    if (found) return found;
  }
  return null;
}

function fits({ rule }: CompiledRule, hits: readonly PlacedHit[]): boolean {
  const last = hits[hits.length - 1] as PlacedHit;
  if (hits.slice(0, -1).some((hit) => hit.index === last.index)) return false;
  if (rule.order && hits.length > 1) {
    const before = hits[hits.length - 2] as PlacedHit;
    if (last.tokenStart < before.tokenEnd) return false;
  }
  return isNear(rule.within, hits);
}

function isNear(within: Rule['within'], hits: readonly PlacedHit[]): boolean {
  if (within === 'message') return true;
  const first = hits[0] as PlacedHit;
  if (within === 'clause') return hits.every((hit) => hit.clause === first.clause);
  if (within === 'sentence') return hits.every((hit) => hit.sentence === first.sentence);
  const firstEnd = Math.min(...hits.map((hit) => hit.tokenEnd));
  const lastStart = Math.max(...hits.map((hit) => hit.tokenStart));
  return lastStart - firstEnd <= within;
}

function isGood({ rule, message, frames }: Search, hits: readonly PlacedHit[]): boolean {
  const seen = hits.reduce((sum, hit) => sum | (frames[hit.index] as number), 0);
  if ((seen & rule.require) !== rule.require) return false;
  return !rule.none.some((concept) =>
    hitsOf(message, concept).some((bad) => hits.some((hit) => hit.sentence === bad.sentence)),
  );
}
