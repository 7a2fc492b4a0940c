// Whose part of an answer comes first: taken from what the conversation tells, never asked for.
import { type Facts, knownValue } from '../core/index.js';
import type { Audience } from '../knowledge/index.js';
import type { Understood } from '../understanding/index.js';
import type { Draft } from './draft.js';

/** Somebody of the family who is not the speaker. */
const OF_THE_FAMILY = ['known-person', 'relative', 'sister-brother', 'daughter-son'] as const;

/**
 * By the words of this message where they say it, else by what was told before, else as the last answer was given; empty
 * when nothing says who asks.
 */
export function audienceOf({ conversation }: Draft, understood?: Understood): Audience[] {
  const byWords = understood ? audienceByWords(understood) : [];
  if (byWords.length > 0) return byWords;
  const byFacts = audienceByFacts(conversation.facts);
  if (byFacts.length > 0) return byFacts;
  const before = conversation.told.at(-1)?.audience ?? [];
  if (before.length > 0) return before;
  return knownValue(conversation.facts.minor) === true ? ['child'] : [];
}

function audienceByWords(understood: Understood): Audience[] {
  const { concepts, extracted } = understood;
  const heard = new Set(concepts.map(({ concept }) => concept));
  const works = heard.has('professional') || extracted.relation?.value === 'professional';
  if (heard.has('work-task')) return works ? ['policymaker', 'practitioner'] : ['policymaker', 'public'];
  if (works) return ['practitioner'];
  if (tellsOwnAge(understood)) return ['child'];
  const isOfFamily = OF_THE_FAMILY.some((concept) => heard.has(concept));
  const isAboutChild = heard.has('child') || heard.has('age-minor');
  return heard.has('own-child') || (isOfFamily && isAboutChild) ? ['family'] : [];
}

type Hit = Understood['concepts'][number];

/** Whose age it may be beside the speaker's: a mother's is never one of a minor. */
const OF_THEIR_AGE = [...OF_THE_FAMILY, 'own-child', 'child', 'friend', 'girl-boy', 'third-person'] as const;

/**
 * "I'm 15": an age that the speaker tells of themself, not "my sister is 15". Many languages name nobody ("tengo 15"), so
 * an age in a clause in which nobody else is named is the speaker's too.
 */
function tellsOwnAge({ concepts, tokens }: Understood): boolean {
  const others = concepts.filter(({ concept }) => (OF_THEIR_AGE as readonly string[]).includes(concept));
  const self = concepts.filter(({ concept }) => concept === 'self');
  const clauseOf = ({ tokenStart }: Hit) => tokens.clause[tokenStart];
  const isAlone = (age: Hit) => others.every((one) => clauseOf(one) !== clauseOf(age));
  return concepts.some(
    (hit) =>
      hit.concept === 'age-minor' &&
      !holds(hit, others) &&
      (holds(hit, self) || (isAlone(hit) && self.length > 0)),
  );
}

function holds(whole: Hit, parts: readonly Hit[]): boolean {
  return parts.some((part) => whole.tokenStart <= part.tokenStart && whole.tokenEnd >= part.tokenEnd);
}

const BY_WHO = {
  professional: ['practitioner'],
  known: ['family'],
  saw: ['public'],
} as const satisfies Partial<Record<string, readonly Audience[]>>;

function audienceByFacts({ who: whoFact, minor }: Facts): Audience[] {
  const who = knownValue(whoFact);
  if (who === null) return [];
  if (who === 'self') return knownValue(minor) === true ? ['child'] : ['adult'];
  return [...BY_WHO[who]];
}
