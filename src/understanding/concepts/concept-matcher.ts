// Finds concepts in tokens: all expressions of all languages in one automaton, read once from left to right.
import { originalSpan } from '../folding/fold.js';
import { isIdeographToken, type Tokens, unstretched } from '../tokens.js';
import { type CompiledConcepts, type Concept, compileConcepts } from './compile-concepts.js';
import { gapAfter, nextNode } from './packed-graph.js';
import { StateList } from './state-list.js';
import { WordSymbols } from './word-symbols.js';

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

/** Whether what tokens `from` to `to` (end exclusive) say by expressions of these languages is to be heard. */
export type IsMeant = (place: {
  readonly from: number;
  readonly to: number;
  readonly languages: readonly string[];
}) => boolean;

export interface ConceptMatcher {
  /** All hits that are meant, by place, longer first; a hit inside a longer one of the same concept is left out. */
  match(tokens: Tokens, isMeant?: IsMeant): ConceptHit[];
}

/** A gap is three words wide, or six characters of a script without spaces. */
const GAP_WIDTH = 6;
const WORD_WIDTH = 2;
/** A hostile text cannot hold more readings than this in flight; the youngest are left out. */
const MOST_STATES = 600;
const MOST_HITS = 600;
/** The gap of a state whose next token must fit. */
const NO_GAP = -1;
/** More than the tokens of any folded text. */
const PLACES = 2 ** 14;

/** Numbers of one message, filled anew by the next: no text is kept. */
const scratch = {
  states: new StateList(MOST_STATES),
  next: new StateList(MOST_STATES),
  symbols: [] as number[],
  /** Entries of `ends` with the tokens they were said by. */
  entries: new Uint32Array(MOST_HITS),
  from: new Uint16Array(MOST_HITS),
  to: new Uint16Array(MOST_HITS),
  order: new Float64Array(MOST_HITS),
  found: 0,
};

class CompiledMatcher implements ConceptMatcher {
  private readonly words: WordSymbols;

  constructor(private readonly compiled: CompiledConcepts) {
    this.words = new WordSymbols(compiled.words);
  }

  match(tokens: Tokens, isMeant: IsMeant = () => true): ConceptHit[] {
    scratch.found = 0;
    scratch.states.count = 0;
    for (let i = 0; i < tokens.count; i++) {
      if (isBarrier(tokens, i)) scratch.states.count = 0;
      this.readSymbols(tokens, i);
      this.step(tokens, i);
    }
    return this.longest(tokens, isMeant);
  }

  private readSymbols(tokens: Tokens, i: number): void {
    scratch.symbols.length = 0;
    this.words.read(tokens.words[i] as string, tokens.exact[i] as string, scratch.symbols);
    const single = unstretched(tokens, i);
    if (single !== null) this.words.read(single, single, scratch.symbols);
  }

  private step(tokens: Tokens, i: number): void {
    const { states, next, symbols } = scratch;
    const { graph } = this.compiled;
    next.count = 0;
    const width = isIdeographToken(tokens.words[i] as string) ? 1 : WORD_WIDTH;
    for (let at = 0; at < states.count; at++) {
      const node = states.nodes[at] as number;
      const start = states.starts[at] as number;
      for (const symbol of symbols) this.arrive(nextNode(graph, node, symbol), start, i);
      const left = (states.gaps[at] as number) - width;
      if (left >= 0) next.add(node, start, left);
    }
    for (const symbol of symbols) this.arrive(graph.starts[symbol] as number, i, i);
    scratch.states = next;
    scratch.next = states;
  }

  private arrive(node: number, start: number, i: number): void {
    if (node === 0) return;
    const { graph } = this.compiled;
    if (graph.ends[node] !== 0) this.end(graph.ends[node] as number, start, i);
    scratch.next.add(node, start, NO_GAP);
    const gap = gapAfter(graph, node);
    if (gap !== 0) scratch.next.add(gap, start, GAP_WIDTH);
  }

  private end(list: number, from: number, i: number): void {
    const { first } = this.compiled.ends;
    for (let entry = first[list] as number; entry < (first[list + 1] as number); entry++) {
      const at = scratch.found;
      if (at >= MOST_HITS) return;
      scratch.entries[at] = entry;
      scratch.from[at] = from;
      scratch.to[at] = i + 1;
      scratch.order[at] = (from * PLACES + PLACES - i - 1) * MOST_HITS + at;
      scratch.found = at + 1;
    }
  }

  /** By place, longer first; of one concept only what reaches further than all that began before. */
  private longest(tokens: Tokens, isMeant: IsMeant): ConceptHit[] {
    const hits: ConceptHit[] = [];
    const furthest = new Map<number, number>();
    for (const key of scratch.order.subarray(0, scratch.found).sort()) {
      const at = key % MOST_HITS;
      const concept = this.compiled.ends.concepts[scratch.entries[at] as number] as number;
      const last = furthest.get(concept);
      const hit = last === undefined ? undefined : (hits[last] as ConceptHit);
      const [from, to] = [scratch.from[at] as number, scratch.to[at] as number];
      if (!isMeant({ from, to, languages: this.languagesOf(at) })) continue;
      if (hit === undefined || to > hit.tokenEnd) {
        furthest.set(concept, hits.push(this.toHit(tokens, at)) - 1);
      } else if (hit.tokenStart === from && hit.tokenEnd === to) {
        hits[last as number] = this.alsoSaidBy(hit, at);
      }
    }
    return hits;
  }

  /** The same words say the concept by expressions of several languages. */
  private alsoSaidBy(hit: ConceptHit, at: number): ConceptHit {
    const more = this.languagesOf(at).filter((tag) => !hit.languages.includes(tag));
    return more.length === 0 ? hit : { ...hit, languages: [...hit.languages, ...more] };
  }

  private languagesOf(at: number): readonly string[] {
    const { ends } = this.compiled;
    return ends.languageSets[ends.languages[scratch.entries[at] as number] as number] as readonly string[];
  }

  private toHit(tokens: Tokens, at: number): ConceptHit {
    const { ids, ends } = this.compiled;
    const entry = scratch.entries[at] as number;
    const tokenStart = scratch.from[at] as number;
    const tokenEnd = scratch.to[at] as number;
    const from = tokens.starts[tokenStart] as number;
    const { start, end } = originalSpan(tokens.folded, from, tokens.ends[tokenEnd - 1] as number);
    return {
      concept: ids[ends.concepts[entry] as number] as string,
      start,
      end,
      tokenStart,
      tokenEnd,
      languages: this.languagesOf(at),
    };
  }
}

/** An expression does not run over a full stop, a question or a shout; it may run over commas and lines. */
function isBarrier(tokens: Tokens, i: number): boolean {
  const clause = tokens.clause[i] as number;
  if (i === 0 || clause === tokens.clause[i - 1]) return false;
  const end = tokens.clauses[clause - 1]?.end;
  return end === 'stop' || end === 'question' || end === 'exclamation';
}

/** The matcher of compiled concepts. Costs nothing: the arrays are read where they are. */
export function loadConceptMatcher(compiled: CompiledConcepts): ConceptMatcher {
  return new CompiledMatcher(compiled);
}

/** Compiles concepts and loads them: for small fixed lists and for tests; a service loads what its build compiled. */
export function createConceptMatcher(concepts: readonly Concept[]): ConceptMatcher {
  return loadConceptMatcher(compileConcepts(concepts));
}
