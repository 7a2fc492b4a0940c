// A message as a row of places: what each token says, by concepts and by the meanings of everyday words, and how its clause ends.
// The words themselves are left out: what is learnt of a row holds in every language.
import type { ConceptHit } from '../concepts/concept-matcher.js';
import type { ClauseEnd, Tokens } from '../tokens.js';

/** What a message is placed from. */
export interface Sayings {
  readonly tokens: Pick<Tokens, 'count' | 'clause' | 'clauses'>;
  /** Concepts and meanings; those within longer ones too. */
  readonly hits: readonly Pick<ConceptHit, 'concept' | 'tokenStart' | 'tokenEnd'>[];
}

/** What stands at place n: `ids[starts[n]]` to `ids[starts[n + 1]]` (end exclusive), each once. */
export interface Placed {
  readonly count: number;
  readonly starts: Uint16Array;
  readonly ids: Uint16Array;
}

/** Of a longer message the first and the last tokens are read. */
const FIRST = 120;
const LAST = 80;
const MOST_AT_ONE_PLACE = 16;
/** What an unknown word and the end of a clause are called beside concepts. */
const WORD = '.word';
const ENDS: Readonly<Record<ClauseEnd, string>> = {
  none: '.end',
  comma: '.comma',
  line: '.line',
  stop: '.stop',
  question: '.question',
  exclamation: '.exclamation',
};

/** Numbers of what can be said: of words and ends of clauses, then of these concepts and meanings. */
export function numbersOf(concepts: readonly string[]): ReadonlyMap<string, number> {
  return new Map([WORD, ...Object.values(ENDS), ...concepts].map((name, i) => [name, i]));
}

/** Filled anew by each message. */
const drafts = Array.from({ length: FIRST + LAST }, () => new Uint16Array(MOST_AT_ONE_PLACE));
const filled = new Uint8Array(FIRST + LAST);

/** Places a message; what `numbers` lacks is left out. An empty message has no places. */
export function place({ tokens, hits }: Sayings, numbers: ReadonlyMap<string, number>): Placed {
  const count = Math.min(tokens.count, FIRST + LAST);
  const skipped = tokens.count - count;
  filled.fill(0, 0, count);
  for (const { concept, tokenStart, tokenEnd } of hits) {
    const id = numbers.get(concept);
    if (id === undefined) continue;
    for (let token = tokenStart; token < tokenEnd; token++) put(placeOf(token, skipped), id);
  }
  for (let at = 0; at < count; at++) {
    const id = numbers.get(nameOfToken(tokens, at < FIRST ? at : at + skipped));
    if (id !== undefined) put(at, id);
  }
  return copied(count);
}

/** -1 for a token in the part that is skipped. */
function placeOf(token: number, skipped: number): number {
  if (token < FIRST) return token;
  return token - skipped < FIRST ? -1 : token - skipped;
}

function nameOfToken({ count, clause, clauses }: Sayings['tokens'], token: number): string {
  const own = clause[token] as number;
  const isLast = token === count - 1 || clause[token + 1] !== own;
  return isLast ? ENDS[clauses[own]?.end ?? 'none'] : WORD;
}

function put(at: number, id: number): void {
  if (at < 0) return;
  const draft = drafts[at] as Uint16Array;
  const length = filled[at] as number;
  if (length === MOST_AT_ONE_PLACE) return;
  for (let i = 0; i < length; i++) if (draft[i] === id) return;
  draft[length] = id;
  filled[at] = length + 1;
}

function copied(count: number): Placed {
  const starts = new Uint16Array(count + 1);
  for (let at = 0; at < count; at++) starts[at + 1] = (starts[at] as number) + (filled[at] as number);
  const ids = new Uint16Array(starts[count] as number);
  for (let at = 0; at < count; at++) {
    ids.set((drafts[at] as Uint16Array).subarray(0, filled[at]), starts[at]);
  }
  return { count, starts, ids };
}
