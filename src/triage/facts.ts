// What a message tells about the situation: who, age, place, needs. From signals, concepts, extractors, and the answer
// to the bot's last question. Nothing is guessed: what was not said stays absent.
import { type AgeBand, isAtLeast, type Level, NEEDS, type Need, type Who } from '../core/index.js';
import { FRAME, hitsOf, type Message, type PlacedHit } from '../understanding/index.js';
import type { Fired } from './rules.js';
import type { TriageInput } from './triage-input.js';
import { isSureWho, whoOf } from './who.js';

/** Names of the bot's questions whose bare answers are understood ("15", "yes", "Texas"). */
export const QUESTIONS = [
  'age',
  'safe-now',
  'danger-now',
  'state',
  'minor',
  'adult',
  'who',
  'about-you',
  'safe-contact',
  'watched',
] as const;

/** Facts told by one message; absent: not told. */
export interface ToldFacts {
  readonly who?: Who;
  /** `who` was answered to the question, or is plain from the words: it replaces what was known. */
  readonly isSureWho?: boolean;
  readonly minor?: boolean;
  readonly age?: number;
  readonly ageBand?: AgeBand;
  readonly state?: string;
  readonly place?: string;
  readonly needs: readonly Need[];
  readonly immediateDanger?: boolean;
  readonly safeToContact?: boolean;
}

/** What facts are read from: a message, the signals that fired on it and the level it was given. */
export interface Sight {
  readonly input: TriageInput;
  readonly message: Message;
  readonly fired: readonly Fired[];
  readonly level: Level;
  readonly lastQuestion: string | null;
}

const PLACE_UNITS = 80;
const NEED_CONCEPTS: readonly (readonly [Need, readonly string[]])[] = [
  ['escape', ['means-to-leave', 'confinement', 'locked-in']],
  ['shelter', ['shelter-need', 'no-place-tonight', 'housing-ending', 'housing-help']],
  ['medical', ['hurt-badly', 'overdose-taken']],
  ['mental-health', ['therapy-need']],
  ['legal', ['lawyer', 'deadline-soon']],
  ['basic-needs', ['money-need', 'no-food']],
  ['documents', ['papers-taken']],
  ['find-child', ['no-word-from-child']],
  ['interpreter', ['interpreter-language']],
  ['safety-plan', ['trafficker-near-later', 'threat-family']],
];
const IN_CUSTODY = ['government-custody', 'orr-placement'] as const;
const NOWHERE = ['no-place-tonight', 'housing-ending'] as const;

/** Facts of a message at the level it was given. */
export function readFacts(sight: Sight): ToldFacts {
  const age = ageOf(sight);
  const who = whoOf(sight);
  return {
    ...defined({
      who,
      isSureWho: who !== undefined && isSureWho(sight) ? true : undefined,
      minor: minorOf(sight, age, who),
      age,
      ageBand: age === undefined ? undefined : bandOf(age),
      state: sight.input.extracted.state?.value,
      place: placeOf(sight),
      immediateDanger: dangerOf(sight),
      safeToContact: safeContactOf(sight),
    }),
    needs: needsOf(sight),
  };
}

type Loose<Shape> = { [Key in keyof Shape]: Shape[Key] | undefined };
type Strict<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };

function defined<Shape extends object>(shape: Loose<Shape>): Strict<Shape> {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Strict<Shape>;
}

/** The band of an age in years. */
export function bandOf(age: number): AgeBand {
  if (age < 12) return 'under-12';
  if (age < 16) return '12-15';
  return age < 18 ? '16-17' : '18-plus';
}

function ageOf({ input, lastQuestion }: Sight): number | undefined {
  const bare =
    lastQuestion === 'age' || lastQuestion === 'minor' || lastQuestion === 'adult'
      ? bareNumber(input)
      : undefined;
  if (bare !== undefined) return bare;
  return input.tokens.count > 1 || lastQuestion === 'age' ? input.extracted.age?.value : undefined;
}

/** "15", "im 15 lol": the first number of a short answer that can be an age. */
function bareNumber({ tokens }: TriageInput): number | undefined {
  if (tokens.count > 6) return undefined;
  const word = tokens.words.find((one) => /^\d{1,2}$/.test(one));
  const age = word === undefined ? Number.NaN : Number(word);
  return age >= 3 && age <= 99 ? age : undefined;
}

function minorOf(sight: Sight, age: number | undefined, who: Who | undefined): boolean | undefined {
  if (age !== undefined) return age < 18;
  const { input, fired, lastQuestion } = sight;
  const answer = input.extracted.yesNo?.value;
  if (lastQuestion === 'minor' && answer !== undefined) return answer;
  if (lastQuestion === 'adult' && answer !== undefined) return !answer;
  if (input.extracted.minor) return input.extracted.minor.value;
  const told = fired.find(({ signal }) => signal.facts.minor !== undefined)?.signal.facts.minor;
  if (told !== undefined) return told;
  return mentionsMinor(sight, who) ? true : undefined;
}

/** An age under 18 that is not of the past; a child only where it is about somebody in particular: "the girls" may be grown up. */
function mentionsMinor({ input, message, level }: Sight, who: Who | undefined): boolean {
  if (!isAtLeast(level, 'elevated')) return false;
  const isNow = (hit: PlacedHit) => ((input.frames[hit.index] ?? 0) & FRAME.past) === 0;
  if (hitsOf(message, 'age-minor').some(isNow)) return true;
  return (who === 'known' || who === 'professional') && message.byConcept.has('child');
}

/** From the first word of place to the end of its clause, as it was written. */
function placeOf({ input, message }: Sight): string | undefined {
  const hit = hitsOf(message, 'place-given')[0];
  if (!hit) return input.extracted.city?.value;
  const clause = input.tokens.clauses[hit.clause];
  const joint = hitsOf(message, 'clause-joint').find((one) => one.tokenStart >= hit.tokenEnd);
  const to = Math.min(clause?.to ?? hit.tokenEnd, joint?.tokenStart ?? Number.POSITIVE_INFINITY);
  const last = Math.max(to, hit.tokenEnd) - 1;
  const end = Math.max(hit.end, originalEnd(input, last));
  return input.tokens.folded.original.slice(hit.start, Math.min(end, hit.start + PLACE_UNITS)).trim();
}

function originalEnd({ tokens }: TriageInput, token: number): number {
  const at = (tokens.ends[token] ?? 1) - 1;
  return tokens.folded.ends[at] ?? 0;
}

function needsOf({ message, fired, level }: Sight): Need[] {
  if (!isAtLeast(level, 'elevated')) return [];
  const found = new Set<Need>(fired.flatMap(({ signal }) => signal.facts.needs ?? []));
  for (const [need, concepts] of NEED_CONCEPTS) {
    if (concepts.some((concept) => message.byConcept.has(concept))) found.add(need);
  }
  // The shelter where a child is held is not one that anybody asks for.
  const isHeld = IN_CUSTODY.some((concept) => message.byConcept.has(concept));
  if (isHeld && !NOWHERE.some((concept) => message.byConcept.has(concept))) found.delete('shelter');
  return NEEDS.filter((need) => found.has(need));
}

function dangerOf(sight: Sight): boolean | undefined {
  const { fired, level, lastQuestion, input } = sight;
  const answer = saidYes(sight);
  if (input.extracted.unsure) return undefined;
  if (answer !== undefined && lastQuestion === 'safe-now') return !answer;
  if (answer !== undefined && lastQuestion === 'danger-now') return answer;
  if (level === 'emergency') return true;
  // A signal that was corrected in the same breath has left no emergency.
  return fired.some(({ signal }) => signal.facts.immediateDanger === false) ? false : undefined;
}

/** A yes or no to a question of safety; "safe" by itself says yes to safety and no to danger. */
function saidYes({ input, lastQuestion }: Sight): boolean | undefined {
  const { yesNo, safety } = input.extracted;
  if (!safety) return yesNo?.value;
  return lastQuestion === 'danger-now' || lastQuestion === 'watched' ? !safety.value : safety.value;
}

function safeContactOf(sight: Sight): boolean | undefined {
  const { message, fired, level, lastQuestion } = sight;
  const answer = saidYes(sight);
  if (answer !== undefined && lastQuestion === 'safe-contact') return answer;
  if (answer !== undefined && lastQuestion === 'watched') return !answer;
  const told = fired.find(({ signal }) => signal.facts.safeToContact !== undefined)?.signal.facts
    .safeToContact;
  if (told !== undefined) return told;
  const silent: readonly PlacedHit[] = hitsOf(message, 'cannot-talk');
  return isAtLeast(level, 'urgent') && silent.length > 0 ? false : undefined;
}
