// Whom a message is about: the speaker, somebody they know, somebody they saw, or somebody of their work.
import { isAtLeast, type Level, type Who } from '../core/index.js';
import { hitsOf, type Message, type PlacedHit } from '../understanding/index.js';
import type { Sight } from './facts.js';
import type { TriageInput } from './triage-input.js';

/** Whom a message is about; undefined when it does not tell. Without danger or a question nothing is read. */
export function whoOf({ input, message, fired, level, lastQuestion }: Sight): Who | undefined {
  const relation = input.extracted.relation?.value;
  const { yesNo } = input.extracted;
  if (lastQuestion === 'who' || lastQuestion === 'about-you') {
    const byWords = whoByWords(message, relation);
    if (byWords) return byWords;
    if (lastQuestion === 'about-you' && yesNo?.value) return 'self';
    return message.byConcept.has('third-person') ? 'known' : undefined;
  }
  if (!isAtLeast(level, 'elevated')) return undefined;
  if (message.byConcept.has('professional')) return 'professional';
  const told = fired.find(({ signal }) => signal.facts.who !== undefined)?.signal.facts.who;
  const who = (told === 'saw' && isOwnHarm(message) ? undefined : told) ?? whoByWords(message, relation);
  if (who === 'known' && isOwnStory(message, input)) return 'self';
  return who ?? (isUrgentWithNobodyNamed(message, level) ? 'self' : undefined);
}

/** "He screams at us" was heard, but is no neighbour's: nothing says that it was seen from outside. */
function isOwnHarm(message: Message): boolean {
  return isDoneToMe(message) && !message.byConcept.has('saw');
}

/** Whether `who` of this message may replace what was known: answered to the question, or a profession. */
export function isSureWho({ message, lastQuestion }: Sight): boolean {
  return lastQuestion === 'who' || lastQuestion === 'about-you' || message.byConcept.has('professional');
}

/** Many languages leave the speaker out: a harm with no other person in it is the speaker's own. */
function isUrgentWithNobodyNamed(message: Message, level: Level): boolean {
  const others = ['third-person', 'known-person', 'own-child', 'saw', 'heard-harm'];
  return isAtLeast(level, 'urgent') && !others.some((concept) => message.byConcept.has(concept));
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
  'escaped',
  'ran-away',
] as const;

/** Plights that follow the speaker's word: "I have nowhere to sleep tonight with my daughter" is not about the daughter. */
const OWN_PLIGHTS = ['no-place-tonight'] as const;
const NEAR_TOKENS = 3;

/** The speaker tells their own age, or a harm to themself with nobody else named before it. */
function isOwnStory(message: Message, input: TriageInput): boolean {
  const self = ownHits(message, 'self');
  const { age } = input.extracted;
  const minor = hitsOf(message, 'age-minor').find((hit) => self.some((one) => covers(hit, one)));
  if (minor && age && age.start < minor.end && age.end > minor.start) return true;
  const isOwn = (concept: string, tied: (hit: PlacedHit, own: PlacedHit) => boolean) =>
    hitsOf(message, concept).some(
      (hit) => self.some((own) => tied(hit, own)) && !isAboutAnother(message, hit),
    );
  return (
    OWN_HARMS.some((concept) => isOwn(concept, covers)) ||
    OWN_PLIGHTS.some((concept) => isOwn(concept, (hit, own) => covers(hit, own) || follows(hit, own)))
  );
}

function follows(hit: PlacedHit, own: PlacedHit): boolean {
  return hit.tokenStart >= own.tokenStart && hit.tokenStart - own.tokenEnd <= NEAR_TOKENS;
}

const NAMES_ANOTHER = ['known-person', 'own-child'] as const;

/** Hits that do not reach into the name of somebody else: the "my" of "my friend" is not the speaker. */
function ownHits(message: Message, concept: string): readonly PlacedHit[] {
  const others = NAMES_ANOTHER.flatMap((one) => hitsOf(message, one));
  return hitsOf(message, concept).filter((hit) => !others.some((other) => overlaps(other, hit)));
}

function overlaps(one: PlacedHit, other: PlacedHit): boolean {
  return one.tokenStart < other.tokenEnd && other.tokenStart < one.tokenEnd;
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
  const isKnown = relation === 'known' || NAMES_ANOTHER.some(has);
  if (isKnown && !isDoneToMe(message)) return 'known';
  if (has('saw') && !isDoneToMe(message)) return 'saw';
  return has('self') || isDoneToMe(message) ? 'self' : relation;
}

/** "My husband hits me" is about the speaker; "my friend told me" is not. */
function isDoneToMe(message: Message): boolean {
  const told = hitsOf(message, 'told-me');
  return ownHits(message, 'done-to-me').some(
    (hit) => !told.some((frame) => frame.tokenStart <= hit.tokenStart && frame.tokenEnd >= hit.tokenEnd),
  );
}
