// Sets the paragraphs of every language beside the English ones, by the claims that they rest on. No HTML here.
import type { TopicText } from '../../knowledge/index.js';

type Paragraph = TopicText['full'][number];

/** One English paragraph with what each language has for it; without English: what only these languages have. */
export interface Row {
  readonly english: Paragraph | undefined;
  /** By tag, only languages that have it. */
  readonly others: ReadonlyMap<string, Paragraph>;
}

/** Rows in the order of the English text; paragraphs of a language that fit none come after, a row each. */
export function sideBySide(
  english: readonly Paragraph[],
  texts: ReadonlyMap<string, readonly Paragraph[]>,
): Row[] {
  const matched = [...texts].map(([tag, full]) => [tag, matchParagraphs(english, full)] as const);
  const rows = english.map((paragraph, index) => ({
    english: paragraph,
    others: new Map(
      matched.flatMap(([tag, { places }]) => {
        const found = places.get(index);
        return found ? [[tag, found] as const] : [];
      }),
    ),
  }));
  const alone = matched.flatMap(([tag, { rest }]) =>
    rest.map((paragraph) => ({ english: undefined, others: new Map([[tag, paragraph]]) })),
  );
  return [...rows, ...alone];
}

/** Each paragraph goes to the free English one with which it shares most claims; guidance without claims in its order. */
function matchParagraphs(english: readonly Paragraph[], full: readonly Paragraph[]) {
  const places = new Map<number, Paragraph>();
  const rest: Paragraph[] = [];
  for (const paragraph of full) {
    const free = english.flatMap((own, index) => (places.has(index) ? [] : [{ index, own }]));
    const [best] = free
      .map(({ index, own }) => ({ index, score: likeness(own, paragraph) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || one.index - other.index);
    if (best) places.set(best.index, paragraph);
    else rest.push(paragraph);
  }
  return { places, rest };
}

/** The share of claims in common, from 0 to 1. Two without claims are alike. */
function likeness(one: Paragraph, other: Paragraph): number {
  const all = new Set([...one.claims, ...other.claims]);
  if (all.size === 0) return 1;
  return one.claims.filter((id) => other.claims.includes(id)).length / all.size;
}

/** What a paragraph rests on in one language and not in the other; empty when they agree. */
export function claimDifferences(english: Paragraph, other: Paragraph): string[] {
  const missing = english.claims.filter((id) => !other.claims.includes(id)).map((id) => `without ${id}`);
  const added = other.claims.filter((id) => !english.claims.includes(id)).map((id) => `adds ${id}`);
  const audience = (paragraph: Paragraph) => [...(paragraph.audience ?? [])].sort().join(', ') || 'everybody';
  const told =
    audience(english) === audience(other)
      ? []
      : [`said to ${audience(other)}, in English to ${audience(english)}`];
  return [...missing, ...added, ...told];
}
