// Reads reserved words: whole messages that mean the same in every state (stop, help, hide, erase, a person, a language),
// and sentences that ask us to stop writing. "Stop" inside a sentence is never an opt-out: "please make him stop".
import { foldWords } from './fold-words.js';
import type { Words } from './locale-file.js';
import type { Locales } from './locales.js';
import { RESERVED_KINDS, type ReservedKind } from './reserved-lists.js';

export interface Reserved {
  readonly kind: ReservedKind;
  /** The language of the word list that it was found in: a hint of what the person speaks. */
  readonly language: string;
  /** `word`: the whole message is the word. `phrase`: a sentence of it asks to stop; more may stand beside it. */
  readonly how: 'word' | 'phrase';
  /** For kind `language`: the language that was named; null when they only asked for another. */
  readonly chosen: string | null;
}

/** Null for an ordinary message. `tag` is the conversation's language: its words win where languages differ. */
export type ReadReserved = (text: string, tag: string) => Reserved | null;

/** Longer messages are stories, and a story is triaged, not obeyed. */
const LONGEST = 2000;

interface Lists {
  readonly tag: string;
  readonly words: ReadonlyMap<string, ReservedKind>;
  readonly phrases: readonly string[];
  readonly leads: readonly string[];
}

/** Folds all lists once. Opt-out words are found in every language at once, so that STOP and ALTO always work. */
export function createReservedReader(locales: Pick<Locales, 'byTag' | 'languages'>): ReadReserved {
  const all = [...locales.byTag.values()].flatMap(({ tag, words }) =>
    words ? [foldLists(tag, words.words)] : [],
  );
  const names = foldNames(locales);
  return (text, tag) => {
    if (text.length > LONGEST) return null;
    const folded = foldWords(text);
    if (folded === '') return null;
    const own = all.filter((lists) => lists.tag === tag);
    return (
      optOutWord(folded, all) ??
      optOutPhrase(text, all) ??
      anyWord(folded, own) ??
      languageName(folded, names) ??
      anyWord(folded, all) ??
      shoutedOptOut(text, all)
    );
  };
}

function foldLists(tag: string, words: Words): Lists {
  const pairs = RESERVED_KINDS.flatMap((kind) =>
    words[kind].map((word): [string, ReservedKind] => [foldWords(word), kind]),
  );
  const longestFirst = (list: readonly string[]) => list.map(foldWords).sort((a, b) => b.length - a.length);
  return {
    tag,
    // The first list that names a word keeps it; the check reports the clash.
    words: new Map(pairs.reverse()),
    phrases: longestFirst(words['opt-out-phrases']),
    leads: longestFirst(words['opt-out-leads']),
  };
}

function foldNames({ languages }: Pick<Locales, 'languages'>): ReadonlyMap<string, string> {
  const pairs = [...languages.values()].flatMap(({ tag, ownName, names }) =>
    [ownName, ...names].map((name): [string, string] => [foldWords(name), tag]),
  );
  return new Map(pairs.reverse());
}

function word(kind: ReservedKind, language: string): Reserved {
  return { kind, language, how: 'word', chosen: null };
}

function optOutWord(folded: string, all: readonly Lists[]): Reserved | null {
  const lists = all.find(({ words }) => words.get(folded) === 'opt-out');
  return lists ? word('opt-out', lists.tag) : null;
}

function anyWord(folded: string, all: readonly Lists[]): Reserved | null {
  for (const { tag, words } of all) {
    const kind = words.get(folded);
    if (kind) return word(kind, tag);
  }
  return null;
}

function languageName(folded: string, names: ReadonlyMap<string, string>): Reserved | null {
  const chosen = names.get(folded);
  return chosen ? { kind: 'language', language: chosen, how: 'word', chosen } : null;
}

/** Only where a sentence begins: "he won't stop texting me" and "make him stop texting me" are cries, not orders to us. */
function optOutPhrase(text: string, all: readonly Lists[]): Reserved | null {
  const sentences = text.split(/[.!?;\n。！？؟]+/).map(foldWords);
  for (const lists of all) {
    if (sentences.some((sentence) => beginsWithPhrase(sentence, lists)))
      return { kind: 'opt-out', language: lists.tag, how: 'phrase', chosen: null };
  }
  return null;
}

function beginsWithPhrase(sentence: string, { phrases, leads }: Lists): boolean {
  let rest = sentence;
  for (;;) {
    if (phrases.some((phrase) => beginsWith(rest, phrase))) return true;
    const lead = leads.find((one) => beginsWith(rest, one));
    if (lead === undefined) return false;
    rest = rest.slice(lead.length).trimStart();
  }
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}]/u;

function beginsWith(sentence: string, words: string): boolean {
  if (words === '' || !sentence.startsWith(words)) return false;
  return sentence.length === words.length || sentence[words.length] === ' ' || UNSPACED.test(words);
}

/** "STOP he is outside": shouted at us or at him? Not obeyed, and not ignored: the turn asks. */
function shoutedOptOut(text: string, all: readonly Lists[]): Reserved | null {
  const first = text.trim().split(/\s+/)[0] ?? '';
  if (first.length < 3 || first !== first.toUpperCase() || first === first.toLowerCase()) return null;
  const lists = all.find(({ words }) => words.get(foldWords(first)) === 'opt-out');
  return lists ? word('opt-out-unclear', lists.tag) : null;
}
