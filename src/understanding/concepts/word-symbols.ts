// Which written words (symbols) a token satisfies: whole, accented, by prefix, suffix or inside, and Arabic words behind
// attached particles. Character tries; no memory of texts is kept.
import { isArabic } from '../folding/char-class.js';
import { EdgeMap } from './edge-map.js';
import type { ItemKind } from './expression.js';

/** Symbols at trie nodes: 0 is none. */
class CharacterTrie {
  private readonly edges = new EdgeMap();
  private readonly whole: number[] = [];
  private readonly open: number[] = [];

  add(text: string, isPrefix: boolean, fresh: () => number): number {
    let node = 0;
    for (let i = 0; i < text.length; i++) node = this.edges.grow(node, text.charCodeAt(i));
    const at = isPrefix ? this.open : this.whole;
    at[node] ??= fresh();
    return at[node] as number;
  }

  /** Reports what the letters of `word` from `from` satisfy: prefixes on the way, a whole word at the end. */
  read(word: string, from: number, found: number[]): void {
    let node = 0;
    for (let i = from; i < word.length; i++) {
      node = this.edges.next(node, word.charCodeAt(i));
      if (node === 0) return;
      const symbol = this.open[node];
      if (symbol !== undefined) found.push(symbol);
    }
    const symbol = this.whole[node];
    if (symbol !== undefined) found.push(symbol);
  }

  /** The same from the end of the word backwards, for suffixes. */
  readBackwards(word: string, found: number[]): void {
    let node = 0;
    for (let i = word.length - 1; i >= 0; i--) {
      node = this.edges.next(node, word.charCodeAt(i));
      if (node === 0) return;
      const symbol = this.open[node];
      if (symbol !== undefined) found.push(symbol);
    }
  }

  get isEmpty(): boolean {
    return this.edges.nodes === 1;
  }
}

const LAM = 'ل'.charCodeAt(0);
const ALEF = 'ا'.charCodeAt(0);
const CONJUNCTIONS = new Set([...'وف'].map((char) => char.charCodeAt(0)));
const PREPOSITIONS = new Set([...'بلكس'].map((char) => char.charCodeAt(0)));
/** What is left of an Arabic word after its particles has at least three letters. */
const LEAST_STEM = 3;

/** Where the stem of an Arabic word may begin, 0 first: after و ف, then ب ل ك س, then ال or لل. */
export function arabicStems(word: string): number[] {
  const starts = [0];
  const add = (at: number) => {
    if (word.length - at >= LEAST_STEM && !starts.includes(at)) starts.push(at);
  };
  const afterConjunction = CONJUNCTIONS.has(word.charCodeAt(0)) ? 1 : 0;
  for (const from of new Set([0, afterConjunction])) {
    const afterPreposition = PREPOSITIONS.has(word.charCodeAt(from)) ? from + 1 : from;
    for (const at of [from, afterPreposition]) {
      add(at);
      const article = word.charCodeAt(at) === ALEF || word.charCodeAt(at) === LAM;
      if (article && word.charCodeAt(at + 1) === LAM) add(at + 2);
    }
    // "لل": the article's alef is not written, the second lam belongs to it.
    if (word.charCodeAt(from) === LAM && word.charCodeAt(from + 1) === LAM) add(from + 2);
  }
  return starts;
}

/** The dictionary of all words in all expressions. */
export class WordSymbols {
  private readonly words = new CharacterTrie();
  private readonly accented = new CharacterTrie();
  private readonly suffixes = new CharacterTrie();
  private readonly insides = new CharacterTrie();
  private readonly clitics = new CharacterTrie();
  private count = 0;

  /** The number of a written word; the same word of the same kind always has the same. */
  symbolOf(kind: Exclude<ItemKind, 'gap'>, text: string): number {
    const fresh = () => ++this.count;
    if (kind === 'accented') return this.accented.add(text, false, fresh);
    if (kind === 'suffix') return this.suffixes.add([...text].reverse().join(''), true, fresh);
    if (kind === 'inside') return this.insides.add(text, true, fresh);
    if (kind === 'clitic' || kind === 'clitic-prefix')
      return this.clitics.add(text, kind === 'clitic-prefix', fresh);
    return this.words.add(text, kind === 'prefix', fresh);
  }

  /** Adds to `found` the numbers of all written words that a token satisfies. */
  read(word: string, exact: string, found: number[]): void {
    this.words.read(word, 0, found);
    if (!this.accented.isEmpty) this.accented.read(exact, 0, found);
    if (!this.suffixes.isEmpty) this.suffixes.readBackwards(word, found);
    if (!this.insides.isEmpty) for (let i = 0; i < word.length; i++) this.insides.read(word, i, found);
    if (isArabic(word.charCodeAt(0)))
      for (const from of arabicStems(word)) this.clitics.read(word, from, found);
  }
}
