// Concepts to one automaton in typed arrays: a build step. What the arrays say to a message is the matcher's.
import { EdgeMap } from './edge-map.js';
import { type EndLists, EndListsBuilder } from './end-lists.js';
import { type ExpressionItem, parseExpression } from './expression.js';
import { GAP_LABEL, type PackedGraph, packGraph } from './packed-graph.js';
import type { PackedTrie } from './packed-trie.js';
import { WordSymbolsBuilder } from './word-symbols.js';

/** A shared meaning and how each language says it (knowledge/concepts/<id>.yaml). */
export interface Concept {
  readonly id: string;
  /** Expressions by BCP 47 tag. */
  readonly expressions: Readonly<Record<string, readonly string[]>>;
}

/** All concepts as the bundle holds them; `loadConceptMatcher` reads it. Words, then rows of words, then what they say. */
export interface CompiledConcepts {
  readonly ids: readonly string[];
  readonly words: PackedTrie;
  readonly graph: PackedGraph;
  readonly ends: EndLists;
}

class Growing {
  readonly words = new WordSymbolsBuilder();
  readonly edges = new EdgeMap();
  readonly lists = new EndListsBuilder();
  readonly ends: number[] = [];

  add(items: readonly ExpressionItem[], concept: number, language: string): void {
    let node = 0;
    for (const { kind, text } of items)
      node = this.edges.grow(node, kind === 'gap' ? GAP_LABEL : this.words.symbolOf(kind, text));
    this.ends[node] = this.lists.with(this.ends[node] ?? 0, concept, language);
  }
}

/**
 * Compiles concepts. Expressions with problems are left out (the content check reports them, see `conceptProblems`), so
 * that one bad line cannot silence the others. The same concepts give the same arrays.
 */
export function compileConcepts(concepts: readonly Concept[]): CompiledConcepts {
  const growing = new Growing();
  concepts.forEach((concept, number) => {
    for (const [language, expressions] of Object.entries(concept.expressions)) {
      for (const expression of expressions) {
        for (const items of parseExpression(expression, language).variants)
          growing.add(items, number, language);
      }
    }
  });
  return {
    ids: concepts.map(({ id }) => id),
    words: growing.words.pack(),
    graph: packGraph(growing.edges.rows(), growing.ends, growing.words.count),
    ends: growing.lists.pack(),
  };
}

/** What is wrong in the expressions of a concept, as sentences with the language; empty when all is well. */
export function conceptProblems(concept: Concept): string[] {
  return Object.entries(concept.expressions).flatMap(([language, expressions]) =>
    expressions.flatMap((expression) =>
      parseExpression(expression, language).problems.map(
        (problem) => `${concept.id} (${language}): ${problem}`,
      ),
    ),
  );
}
