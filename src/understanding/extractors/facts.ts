// All plain facts of one message at once. Each may be null: not told.
import type { AgeBand, Who } from '../../core/index.js';
import type { Tokens } from '../tokens.js';
import { ageBandOf, extractAge, extractMinor } from './age.js';
import type { Extracted } from './extracted.js';
import { findPhoneNumbers } from './phone.js';
import { extractRelation } from './relation.js';
import { extractCity, extractState } from './state.js';
import { extractSafety, extractYesNo, isUnsure } from './yes-no.js';

/** What a message tells plainly; places are offsets in the original text. */
export interface PlainFacts {
  readonly age: Extracted<number> | null;
  readonly ageBand: Extracted<AgeBand> | null;
  /** Said to be a minor or grown up, or follows from the age. */
  readonly minor: Extracted<boolean> | null;
  readonly relation: Extracted<Exclude<Who, 'self'>> | null;
  readonly state: Extracted<string> | null;
  /** As it was written. */
  readonly city: Extracted<string> | null;
  readonly yesNo: Extracted<boolean> | null;
  /** "Safe" or "not safe" as the whole of an answer. */
  readonly safety: Extracted<boolean> | null;
  /** "I don't know" and hardly more. */
  readonly unsure: boolean;
  /** To be masked in quotes. */
  readonly phones: readonly Extracted<string>[];
}

/** Reads all facts. `asked` is what the bot has just asked about, if it asked for one of these. */
export function extractFacts(tokens: Tokens, asked?: 'age' | 'state'): PlainFacts {
  const age = extractAge(tokens, { asked: asked === 'age' });
  const state = extractState(tokens, { asked: asked === 'state' });
  return {
    age,
    ageBand: age === null ? null : { ...age, value: ageBandOf(age.value) },
    minor: age === null ? extractMinor(tokens) : { ...age, value: age.value < 18 },
    relation: extractRelation(tokens),
    state,
    city: state === null ? null : extractCity(tokens, state.value),
    yesNo: extractYesNo(tokens),
    safety: extractSafety(tokens),
    unsure: isUnsure(tokens),
    phones: findPhoneNumbers(tokens.folded),
  };
}
