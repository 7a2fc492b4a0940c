// Which written words (symbols) a token satisfies: whole, accented, by prefix, suffix or inside, and Arabic words behind
// attached particles. Character tries; no memory of texts is kept.
import { isArabic } from '../folding/char-class.js';
import { EdgeMap } from './edge-map.js';
import type { ItemKind } from './expression.js';
import { childOf, type PackedTrie, packTrie } from './packed-trie.js';

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

/** How the letters of a token are held against written words: a trie each. These are the nodes of their roots. */
const WORDS = 1;
const ACCENTED = 2;
const SUFFIXES = 3;
const INSIDES = 4;
const CLITICS = 5;

function rootOf(kind: Exclude<ItemKind, 'gap'>): number {
  if (kind === 'accented') return ACCENTED;
  if (kind === 'suffix') return SUFFIXES;
  if (kind === 'inside') return INSIDES;
  return kind === 'clitic' || kind === 'clitic-prefix' ? CLITICS : WORDS;
}

const OPEN = new Set<ItemKind>(['prefix', 'suffix', 'inside', 'clitic-prefix']);

/** The dictionary of all words in all expressions while they are compiled. */
export class WordSymbolsBuilder {
  private readonly edges = new EdgeMap();
  private readonly whole: number[] = [];
  private readonly open: number[] = [];
  /** How many symbols there are; they are 1 to `count`. */
  count = 0;

  constructor() {
    // Made first and in order, so that they are the nodes 1 to 5 of the packed trie too.
    for (const root of [WORDS, ACCENTED, SUFFIXES, INSIDES, CLITICS]) this.edges.grow(0, root);
  }

  /** The symbol of a written word; the same word of the same kind always has the same. */
  symbolOf(kind: Exclude<ItemKind, 'gap'>, text: string): number {
    let node = rootOf(kind);
    const letters = kind === 'suffix' ? text.split('').reverse().join('') : text;
    for (let i = 0; i < letters.length; i++) node = this.edges.grow(node, letters.charCodeAt(i));
    const at = OPEN.has(kind) ? this.open : this.whole;
    at[node] ??= ++this.count;
    return at[node] as number;
  }

  pack(): PackedTrie {
    return packTrie(this.edges, { whole: this.whole, open: this.open });
  }
}

/** Reads the symbols of tokens from a packed dictionary. */
export class WordSymbols {
  private readonly hasSuffixes: boolean;
  private readonly hasInsides: boolean;
  private readonly hasAccented: boolean;

  constructor(private readonly trie: PackedTrie) {
    const isFilled = (root: number) => trie.first[root] !== trie.first[root + 1];
    this.hasSuffixes = isFilled(SUFFIXES);
    this.hasInsides = isFilled(INSIDES);
    this.hasAccented = isFilled(ACCENTED);
  }

  /** Adds to `found` the symbols of all written words that a token satisfies. */
  read(word: string, exact: string, found: number[]): void {
    this.readFrom(word, 0, WORDS, found);
    if (this.hasAccented) this.readFrom(exact, 0, ACCENTED, found);
    if (this.hasSuffixes) this.readBackwards(word, found);
    if (this.hasInsides) for (let i = 0; i < word.length; i++) this.readFrom(word, i, INSIDES, found);
    if (isArabic(word.charCodeAt(0)))
      for (const from of arabicStems(word)) this.readFrom(word, from, CLITICS, found);
  }

  /** Symbols that the letters from `from` satisfy: prefixes on the way, a whole word at the end. */
  private readFrom(word: string, from: number, root: number, found: number[]): void {
    const { open, whole } = this.trie;
    let node = root;
    for (let i = from; i < word.length; i++) {
      node = childOf(this.trie, node, word.charCodeAt(i));
      if (node === 0) return;
      if (open[node] !== 0) found.push(open[node] as number);
    }
    if (whole[node] !== 0) found.push(whole[node] as number);
  }

  private readBackwards(word: string, found: number[]): void {
    const { open } = this.trie;
    let node = SUFFIXES;
    for (let i = word.length - 1; i >= 0; i--) {
      node = childOf(this.trie, node, word.charCodeAt(i));
      if (node === 0) return;
      if (open[node] !== 0) found.push(open[node] as number);
    }
  }
}
