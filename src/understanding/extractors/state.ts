// The US state a message names: by its name, its code, or a larger city, in the spellings of our languages.
import type { Concept } from '../concepts/compile-concepts.js';
import { createConceptMatcher } from '../concepts/concept-matcher.js';
import { fold } from '../folding/fold.js';
import { type Tokens, tokenise } from '../tokens.js';
import { type Extracted, extracted, wordSet } from './extracted.js';
import { PLACES, WORDLIKE_CODES } from './places.js';

function namesOf(code: string, names: string): Concept {
  const list = names.split('|').map((name) => name.replaceAll('-', ' '));
  return { id: code, expressions: { ar: list.filter((name) => /[\u0600-\u06ff]/.test(name)), en: list } };
}

const CITY = 'city-of-';
const matcher = createConceptMatcher(
  Object.entries(PLACES).flatMap(([code, [state, cities]]) => [
    namesOf(code, state),
    ...(cities === '' ? [] : [namesOf(`${CITY}${code}`, cities)]),
  ]),
);
const words = (list: string) => wordSet(list, (word) => tokenise(fold(word)).words.join(' '));
/** Words of being somewhere now, against words of coming from there. */
const HERE = words(
  'in at near around inside outside en em na no à au dans nan ở tại sa huko katika в у під біля на في ب در में 在',
);
const AWAY = words('from to toward de desde hacia para vers pou từ mula из до من الى از से 从');

/** A state by its code; `city`: told by the name of a city in it. */
export interface NamedState extends Extracted<string> {
  readonly city: boolean;
}

interface Named {
  readonly place: NamedState;
  readonly rank: number;
}

function rankOf(tokens: Tokens, at: number): number {
  const before = tokens.words[at - 1] ?? '';
  if (HERE.has(before)) return 2;
  return AWAY.has(before) ? 0 : 1;
}

function stateOf(concept: string, { start, end }: { start: number; end: number }): NamedState {
  const city = concept.startsWith(CITY);
  return { value: city ? concept.slice(CITY.length) : concept, start, end, city };
}

function byName(tokens: Tokens): Named[] {
  const hits = matcher.match(tokens);
  // "west virginia" holds "virginia": a name inside a longer name of another state is not meant.
  const outer = hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.tokenStart <= hit.tokenStart &&
          other.tokenEnd >= hit.tokenEnd &&
          other.tokenEnd - other.tokenStart > hit.tokenEnd - hit.tokenStart,
      ),
  );
  return outer.map((hit) => ({
    place: stateOf(hit.concept, hit),
    rank: rankOf(tokens, hit.tokenStart),
  }));
}

function isCode(tokens: Tokens, index: number, asked: boolean): boolean {
  const code = (tokens.words[index] as string).toUpperCase();
  if (code.length !== 2 || PLACES[code] === undefined) return false;
  if (tokens.count === 1 && (asked || !WORDLIKE_CODES.has(code))) return true;
  const { original } = tokens.folded;
  const { start, end } = extracted(tokens, code, { from: index, to: index + 1 });
  const capital = original.slice(start, end) === code && original !== original.toUpperCase();
  const afterComma = /\p{L},\s?$/u.test(original.slice(0, start));
  if (afterComma) return capital || !WORDLIKE_CODES.has(code);
  return capital && !WORDLIKE_CODES.has(code) && index > 0;
}

function byCode(tokens: Tokens, asked: boolean): Named[] {
  const found: Named[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (!isCode(tokens, i, asked)) continue;
    const code = (tokens.words[i] as string).toUpperCase();
    found.push({ place: { ...extracted(tokens, code, { from: i, to: i + 1 }), city: false }, rank: 2 });
  }
  return found;
}

/** The city of `state` (a two-letter code) that a message names, as it was written; null without one. */
export function extractCity(tokens: Tokens, state: string): Extracted<string> | null {
  const cities = byName(tokens).filter(({ place }) => place.city && place.value === state);
  const best = cities.reduce<Named | null>((top, one) => (top && top.rank > one.rank ? top : one), null);
  if (!best) return null;
  const { start, end } = best.place;
  return { value: tokens.folded.original.slice(start, end), start, end };
}

/**
 * The two-letter code of the state a message names, or null. "I'm in" beats "I'm from"; of equals the last one counts.
 * `asked`: the bot has just asked for the state, so that "ok" alone can be Oklahoma.
 */
export function extractState(tokens: Tokens, options: { readonly asked?: boolean } = {}): NamedState | null {
  const named = [...byName(tokens), ...byCode(tokens, options.asked ?? false)];
  const best = named.reduce<Named | null>(
    (top, one) => (top === null || one.rank >= top.rank ? one : top),
    null,
  );
  return best?.place ?? null;
}
