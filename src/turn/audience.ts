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

function audienceByWords({ concepts, extracted }: Understood): Audience[] {
  const heard = new Set(concepts.map(({ concept }) => concept));
  const works = heard.has('professional') || extracted.relation?.value === 'professional';
  if (heard.has('work-task')) return works ? ['policymaker', 'practitioner'] : ['policymaker', 'public'];
  if (works) return ['practitioner'];
  if (tellsOwnAge(concepts)) return ['child'];
  const isOfFamily = OF_THE_FAMILY.some((concept) => heard.has(concept));
  const isAboutChild = heard.has('child') || heard.has('age-minor');
  return heard.has('own-child') || (isOfFamily && isAboutChild) ? ['family'] : [];
}

type Hit = Understood['concepts'][number];

/** "I'm 15": an age that the speaker tells of themself, not "my sister is 15". */
function tellsOwnAge(concepts: Understood['concepts']): boolean {
  const ofOthers: readonly string[] = [...OF_THE_FAMILY, 'own-child'];
  const others = concepts.filter(({ concept }) => ofOthers.includes(concept));
  const self = concepts.filter(({ concept }) => concept === 'self');
  const holds = (age: Hit, hits: readonly Hit[]) =>
    hits.some((one) => age.tokenStart <= one.tokenStart && age.tokenEnd >= one.tokenEnd);
  return concepts.some((hit) => hit.concept === 'age-minor' && holds(hit, self) && !holds(hit, others));
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
