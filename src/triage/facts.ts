// What a message tells about the situation: who, age, place, needs. From signals, concepts, extractors, and the answer
// to the bot's last question. Nothing is guessed: what was not said stays absent.
import { type AgeBand, isAtLeast, type Level, NEEDS, type Need, type Who } from '../core/index.js';
import { hitsOf, type Message, type PlacedHit } from '../understanding/index.js';
import type { Fired } from './rules.js';
import type { TriageInput } from './triage-input.js';

/** Names of the bot's questions whose bare answers are understood ("15", "yes", "Texas"). */
export const QUESTIONS = ['age', 'safe-now', 'danger-now', 'state', 'minor', 'who', 'safe-contact'] as const;

/** Facts told by one message; absent: not told. */
export interface ToldFacts {
  readonly who?: Who;
  readonly minor?: boolean;
  readonly age?: number;
  readonly ageBand?: AgeBand;
  readonly state?: string;
  readonly place?: string;
  readonly needs: readonly Need[];
  readonly immediateDanger?: boolean;
  readonly safeToContact?: boolean;
}

interface Sight {
  readonly input: TriageInput;
  readonly message: Message;
  readonly fired: readonly Fired[];
  readonly level: Level;
  readonly lastQuestion: string | null;
}

const PLACE_UNITS = 80;
const NEED_CONCEPTS: readonly (readonly [Need, readonly string[]])[] = [
  ['escape', ['means-to-leave', 'confinement', 'locked-in']],
  ['shelter', ['shelter-need', 'no-place-tonight', 'housing-ending']],
  ['medical', ['hurt-badly', 'overdose-taken']],
  ['mental-health', ['therapy-need', 'suicide-thought', 'suicide-intent']],
  ['legal', ['lawyer', 'deadline-soon']],
  ['basic-needs', ['money-need', 'no-food']],
  ['documents', ['papers-taken']],
  ['find-child', ['no-word-from-child']],
  ['interpreter', ['interpreter-language']],
  ['safety-plan', ['trafficker-near-later', 'threat-family']],
];

/** Facts of a message at the level it was given. */
export function readFacts(sight: Sight): ToldFacts {
  const { lastQuestion } = sight;
  const age = ageOf(sight);
  const minor = minorOf(sight, age);
  return {
    ...defined({
      who: whoOf(sight),
      minor,
      age,
      ageBand: age === undefined ? undefined : bandOf(age),
      state: sight.input.extracted.state?.value,
      place: placeOf(sight),
      immediateDanger: dangerOf(sight, lastQuestion),
      safeToContact: safeContactOf(sight, lastQuestion),
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
  const bare = lastQuestion === 'age' || lastQuestion === 'minor' ? bareNumber(input) : undefined;
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

function minorOf(
  { input, message, fired, level, lastQuestion }: Sight,
  age: number | undefined,
): boolean | undefined {
  if (age !== undefined) return age < 18;
  if (lastQuestion === 'minor' && input.extracted.yesNo) return input.extracted.yesNo.value;
  if (input.extracted.minor) return input.extracted.minor.value;
  const told = fired.find(({ signal }) => signal.facts.minor !== undefined)?.signal.facts.minor;
  if (told !== undefined) return told;
  const isMinor = message.byConcept.has('age-minor') || message.byConcept.has('child');
  return isAtLeast(level, 'elevated') && isMinor ? true : undefined;
}

function whoOf({ input, message, fired, level, lastQuestion }: Sight): Who | undefined {
  const relation = input.extracted.relation?.value;
  if (lastQuestion === 'who') return whoByWords(message, relation);
  if (!isAtLeast(level, 'elevated')) return undefined;
  if (message.byConcept.has('professional')) return 'professional';
  const told = fired.find(({ signal }) => signal.facts.who !== undefined)?.signal.facts.who;
  const who = told ?? whoByWords(message, relation);
  return who === 'known' && isOwnStory(message, input) ? 'self' : who;
}

/** Harms that a longer expression ties to the speaker ("took my passport", "me tienen encerrada"). */
const OWN_HARMS = [
  'papers-taken',
  'confinement',
  'locked-in',
  'unpaid-work',
  'controlled-life',
  'hitting-now',
  'hitting',
  'threat-deport',
  'threat-kill',
  'sold',
  'made-to-work',
  'forced-sex',
] as const;

/** The speaker tells their own age, or a harm to themself with nobody else named before it. */
function isOwnStory(message: Message, input: TriageInput): boolean {
  const self = hitsOf(message, 'self');
  const { age } = input.extracted;
  const minor = hitsOf(message, 'age-minor').find((hit) => self.some((one) => covers(hit, one)));
  if (minor && age && age.start < minor.end && age.end > minor.start) return true;
  return OWN_HARMS.some((concept) =>
    hitsOf(message, concept).some(
      (hit) => self.some((one) => covers(hit, one)) && !isAboutAnother(message, hit),
    ),
  );
}

function covers(outer: PlacedHit, inner: PlacedHit): boolean {
  return outer.tokenStart <= inner.tokenStart && outer.tokenEnd >= inner.tokenEnd;
}

function isAboutAnother(message: Message, hit: PlacedHit): boolean {
  return ['known-person', 'own-child', 'told-me'].some((concept) =>
    hitsOf(message, concept).some((cue) => cue.sentence === hit.sentence && cue.tokenStart < hit.tokenStart),
  );
}

function whoByWords(message: Message, relation?: Who): Who | undefined {
  const has = (concept: string) => message.byConcept.has(concept);
  if (has('professional')) return 'professional';
  if ((has('known-person') || has('own-child')) && !isDoneToMe(message)) return 'known';
  if (has('saw') && !isDoneToMe(message)) return 'saw';
  return has('self') ? 'self' : relation;
}

/** "My husband hits me" is about the speaker; "my friend told me" is not. */
function isDoneToMe(message: Message): boolean {
  const told = hitsOf(message, 'told-me');
  return hitsOf(message, 'done-to-me').some(
    (hit) => !told.some((frame) => frame.tokenStart <= hit.tokenStart && frame.tokenEnd >= hit.tokenEnd),
  );
}

/** From the first word of place to the end of its clause, as it was written. */
function placeOf({ input, message }: Sight): string | undefined {
  const hit = hitsOf(message, 'place-given')[0];
  if (!hit) return undefined;
  const clause = input.tokens.clauses[hit.clause];
  const last = clause ? clause.to - 1 : hit.tokenEnd - 1;
  const end = Math.max(hit.end, originalEnd(input, last));
  return input.tokens.folded.original.slice(hit.start, Math.min(end, hit.start + PLACE_UNITS)).trim();
}

function originalEnd({ tokens }: TriageInput, token: number): number {
  const at = (tokens.ends[token] ?? 1) - 1;
  return tokens.folded.ends[at] ?? 0;
}

function needsOf({ message, fired, level }: Sight): Need[] {
  const found = new Set<Need>(fired.flatMap(({ signal }) => signal.facts.needs ?? []));
  if (isAtLeast(level, 'elevated')) {
    for (const [need, concepts] of NEED_CONCEPTS) {
      if (concepts.some((concept) => message.byConcept.has(concept))) found.add(need);
    }
  }
  return NEEDS.filter((need) => found.has(need));
}

function dangerOf({ input, fired, level }: Sight, lastQuestion: string | null): boolean | undefined {
  const answer = input.extracted.yesNo?.value;
  if (answer !== undefined && lastQuestion === 'safe-now') return !answer;
  if (answer !== undefined && lastQuestion === 'danger-now') return answer;
  if (level === 'emergency') return true;
  return fired.find(({ signal }) => signal.facts.immediateDanger !== undefined)?.signal.facts.immediateDanger;
}

function safeContactOf(
  { input, message, fired, level }: Sight,
  lastQuestion: string | null,
): boolean | undefined {
  if (lastQuestion === 'safe-contact' && input.extracted.yesNo) return input.extracted.yesNo.value;
  const told = fired.find(({ signal }) => signal.facts.safeToContact !== undefined)?.signal.facts
    .safeToContact;
  if (told !== undefined) return told;
  const silent: readonly PlacedHit[] = hitsOf(message, 'cannot-talk');
  return isAtLeast(level, 'urgent') && silent.length > 0 ? false : undefined;
}
