// Finds concepts in tokens: all expressions of all languages in one automaton, read once from left to right.
import { originalSpan } from '../folding/fold.js';
import { isIdeographToken, type Tokens, unstretched } from '../tokens.js';
import { EdgeMap } from './edge-map.js';
import { type ExpressionItem, parseExpression } from './expression.js';
import { WordSymbols } from './word-symbols.js';

/** A shared meaning and how each language says it (knowledge/concepts/<id>.yaml). */
export interface Concept {
  readonly id: string;
  /** Expressions by BCP 47 tag. */
  readonly expressions: Readonly<Record<string, readonly string[]>>;
}

/** A place where a concept was said. `start` and `end` are offsets in the original text; tokens are end exclusive. */
export interface ConceptHit {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
  readonly tokenStart: number;
  readonly tokenEnd: number;
  /** Languages whose expressions say this; more than one for shared words. */
  readonly languages: readonly string[];
}

export interface ConceptMatcher {
  /** All hits by place, longer first; a hit inside a longer one of the same concept is left out. */
  match(tokens: Tokens): ConceptHit[];
}

interface Terminal {
  concept: string;
  languages: string[];
}

/** A gap is three words wide, or six characters of a script without spaces. */
const GAP_WIDTH = 6;
const WORD_WIDTH = 2;
/** A hostile text cannot hold more readings than this in flight; the youngest are left out. */
const MOST_STATES = 600;
const MOST_HITS = 600;
const NO_GAP = -1;

class Automaton {
  readonly symbols = new WordSymbols();
  readonly edges = new EdgeMap();
  /** The node after a gap that follows this node; 0 for none. Its label is outside the symbols. */
  private readonly gaps: number[] = [];
  private readonly terminals: (Terminal[] | undefined)[] = [];

  add(items: readonly ExpressionItem[], concept: string, language: string): void {
    let node = 0;
    for (const item of items) {
      if (item.kind === 'gap') {
        this.gaps[node] ??= this.edges.grow(node, -1);
        node = this.gaps[node] as number;
      } else node = this.edges.grow(node, this.symbols.symbolOf(item.kind, item.text));
    }
    this.end(node, concept, language);
  }

  private end(node: number, concept: string, language: string): void {
    const here = this.terminals[node] ?? [];
    this.terminals[node] = here;
    const known = here.find((terminal) => terminal.concept === concept);
    if (known === undefined) here.push({ concept, languages: [language] });
    else if (!known.languages.includes(language)) known.languages.push(language);
  }

  terminalsAt(node: number): readonly Terminal[] | undefined {
    return this.terminals[node];
  }

  gapAfter(node: number): number {
    return this.gaps[node] ?? 0;
  }
}

interface State {
  node: number;
  start: number;
  /** Width still open, or `NO_GAP` when the next token must fit. */
  gap: number;
}

interface Found {
  terminal: Terminal;
  from: number;
  to: number;
}

class Reader {
  private states: State[] = [];
  private next: State[] = [];
  readonly found: Found[] = [];
  private readonly here: number[] = [];

  constructor(
    private readonly automaton: Automaton,
    private readonly tokens: Tokens,
  ) {}

  read(): void {
    for (let i = 0; i < this.tokens.count; i++) {
      if (this.isBarrier(i)) this.states = [];
      this.readSymbols(i);
      this.step(i);
    }
  }

  /** An expression does not run over a full stop, a question or a shout; it may run over commas and lines. */
  private isBarrier(i: number): boolean {
    const clause = this.tokens.clause[i] as number;
    if (i === 0 || clause === this.tokens.clause[i - 1]) return false;
    const end = this.tokens.clauses[clause - 1]?.end;
    return end === 'stop' || end === 'question' || end === 'exclamation';
  }

  private readSymbols(i: number): void {
    this.here.length = 0;
    const word = this.tokens.words[i] as string;
    this.automaton.symbols.read(word, this.tokens.exact[i] as string, this.here);
    const single = unstretched(this.tokens, i);
    if (single !== null) this.automaton.symbols.read(single, single, this.here);
  }

  private step(i: number): void {
    this.next = [];
    for (const state of this.states) {
      for (const symbol of this.here)
        this.arrive(this.automaton.edges.next(state.node, symbol), state.start, i);
      const left = state.gap - (isIdeographToken(this.tokens.words[i] as string) ? 1 : WORD_WIDTH);
      if (left >= 0) this.keep({ ...state, gap: left });
    }
    for (const symbol of this.here) this.arrive(this.automaton.edges.next(0, symbol), i, i);
    this.states = this.next;
  }

  private arrive(node: number, start: number, i: number): void {
    if (node === 0) return;
    const terminals = this.automaton.terminalsAt(node);
    if (terminals !== undefined && this.found.length < MOST_HITS) {
      for (const terminal of terminals) this.found.push({ terminal, from: start, to: i + 1 });
    }
    this.keep({ node, start, gap: NO_GAP });
    const gap = this.automaton.gapAfter(node);
    if (gap !== 0) this.keep({ node: gap, start, gap: GAP_WIDTH });
  }

  private keep(state: State): void {
    if (this.next.length < MOST_STATES) this.next.push(state);
  }
}

function isInside(inner: Found, outer: Found): boolean {
  return (
    inner.terminal.concept === outer.terminal.concept &&
    inner.from >= outer.from &&
    inner.to <= outer.to &&
    (inner.to - inner.from < outer.to - outer.from || inner !== outer)
  );
}

function longest(found: Found[]): Found[] {
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Found[] = [];
  for (const one of found) if (!kept.some((other) => isInside(one, other))) kept.push(one);
  return kept;
}

function toHit(tokens: Tokens, one: Found): ConceptHit {
  const from = tokens.starts[one.from] as number;
  const to = tokens.ends[one.to - 1] as number;
  return {
    concept: one.terminal.concept,
    ...originalSpan(tokens.folded, from, to),
    tokenStart: one.from,
    tokenEnd: one.to,
    languages: one.terminal.languages,
  };
}

/**
 * Compiles concepts to one matcher. Expressions with problems are left out (the content check reports them, see
 * `conceptProblems`), so that one bad line cannot silence the others.
 */
export function createConceptMatcher(concepts: readonly Concept[]): ConceptMatcher {
  const automaton = new Automaton();
  for (const concept of concepts) {
    for (const [language, expressions] of Object.entries(concept.expressions)) {
      for (const expression of expressions) {
        for (const items of parseExpression(expression, language).variants)
          automaton.add(items, concept.id, language);
      }
    }
  }
  return {
    match(tokens) {
      const reader = new Reader(automaton, tokens);
      reader.read();
      return longest(reader.found).map((one) => toHit(tokens, one));
    },
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
