// What expressions mean, said the long way: every reading written out and held against every place of a text. Slow and
// plain on purpose; the compiled matcher must say the same.
import { arabicStems } from '../../src/understanding/concepts/word-symbols.js';
import {
  type Concept,
  type ExpressionItem,
  parseExpression,
  type Tokens,
  unstretched,
} from '../../src/understanding/index.js';
import { isIdeographToken } from '../../src/understanding/tokens.js';

const GAP_WIDTH = 6;

/** "concept from-to": which concept the tokens say. */
export type Saying = string;

interface Reading {
  readonly concept: string;
  readonly items: readonly ExpressionItem[];
}

function satisfies({ kind, text }: ExpressionItem, word: string, exact: string): boolean {
  if (kind === 'whole') return word === text;
  if (kind === 'accented') return exact === text;
  if (kind === 'prefix') return word.startsWith(text);
  if (kind === 'suffix') return word.endsWith(text);
  if (kind === 'inside') return word.includes(text);
  const stems = arabicStems(word).map((from) => word.slice(from));
  return kind === 'clitic' ? stems.includes(text) : stems.some((stem) => stem.startsWith(text));
}

function isMet(item: ExpressionItem, tokens: Tokens, at: number): boolean {
  const single = unstretched(tokens, at);
  return (
    satisfies(item, tokens.words[at] ?? '', tokens.exact[at] ?? '') ||
    (single !== null && satisfies(item, single, single))
  );
}

function isBarrier(tokens: Tokens, at: number): boolean {
  const clause = tokens.clause[at] as number;
  const end = clause === tokens.clause[at - 1] ? undefined : tokens.clauses[clause - 1]?.end;
  return end === 'stop' || end === 'question' || end === 'exclamation';
}

/** Where the items can end when the first of them stands at `at`; `width` is what is left of a gap before it. */
function endsFrom(items: readonly ExpressionItem[], tokens: Tokens, at: number, width = 0): number[] {
  const [item, ...rest] = items;
  if (item === undefined) return [at];
  if (item.kind === 'gap') return endsFrom(rest, tokens, at, GAP_WIDTH);
  if (at >= tokens.count || isBarrier(tokens, at)) return [];
  const left = width - (isIdeographToken(tokens.words[at] as string) ? 1 : 2);
  return [
    ...(isMet(item, tokens, at) ? endsFrom(rest, tokens, at + 1) : []),
    ...(left >= 0 ? endsFrom(items, tokens, at + 1, left) : []),
  ];
}

/** All sayings of the concepts in a text, in no order; what is inside a longer one of the same concept is left out. */
export function writtenOut(concepts: readonly Concept[]): (tokens: Tokens) => Saying[] {
  const readings = concepts.flatMap(({ id, expressions }) =>
    Object.entries(expressions).flatMap(([language, list]) =>
      list.flatMap((expression) =>
        parseExpression(expression, language).variants.map((items): Reading => ({ concept: id, items })),
      ),
    ),
  );
  const byOpening = [...Map.groupBy(readings, ({ items }) => `${items[0]?.kind} ${items[0]?.text}`).values()];
  const isWhole = (group: readonly Reading[]) => group[0]?.items[0]?.kind === 'whole';
  const whole = new Map(byOpening.filter(isWhole).map((group) => [group[0]?.items[0]?.text, group]));
  const others = byOpening.filter((group) => !isWhole(group));
  return (tokens) =>
    outermost(
      Array.from({ length: tokens.count }, (_, from) => from).flatMap((from) => {
        const words = new Set([tokens.words[from], unstretched(tokens, from) ?? undefined]);
        const groups = [...words].map((word) => whole.get(word) ?? []);
        return [...groups, ...others].flatMap((group) => sayingsAt(group, tokens, from));
      }),
    );
}

interface Found {
  readonly concept: string;
  readonly from: number;
  readonly to: number;
}

/** Readings that begin with the same word; most do not begin here. */
function sayingsAt(group: readonly Reading[], tokens: Tokens, from: number): Found[] {
  const opening = group[0]?.items[0];
  if (opening === undefined || !isMet(opening, tokens, from)) return [];
  return group.flatMap(({ concept, items }) =>
    endsFrom(items.slice(1), tokens, from + 1).map((to) => ({ concept, from, to })),
  );
}

function outermost(found: readonly Found[]): Saying[] {
  const kept = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.concept === one.concept &&
          other.from <= one.from &&
          other.to >= one.to &&
          other.to - other.from > one.to - one.from,
      ),
  );
  return [...new Set(kept.map(({ concept, from, to }) => `${concept} ${from}-${to}`))].sort();
}
