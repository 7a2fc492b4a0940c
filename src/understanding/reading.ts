// What is read of a text before any model judges it: fold, split, language, concepts that are meant, how, what the everyday
// words mean, features.
import { extractFeatures, type Features } from './classify/features.js';
import { type CompiledConcepts, type Concept, compileConcepts } from './concepts/compile-concepts.js';
import { type ConceptHit, type ConceptMatcher, loadConceptMatcher } from './concepts/concept-matcher.js';
import { meantIn, type NativeWords, trainNativeWords } from './concepts/native-words.js';
import { type Folded, fold } from './folding/fold.js';
import { frameHits } from './frames/frames.js';
import { type Message, readMessage } from './frames/message.js';
import {
  identifyLanguage,
  type LanguageGuess,
  type LanguageModel,
  trainLanguageModel,
} from './language/language-identifier.js';
import type { LanguageLine, NgramTable } from './language/ngram-table.js';
import type { Script } from './language/script.js';
import { type Tokens, tokenise } from './tokens.js';
import { numbersOf, type Placed, place } from './word-order/placed.js';

/** One text, read. */
export interface ReadText {
  readonly folded: Folded;
  readonly tokens: Tokens;
  readonly language: LanguageGuess;
  readonly concepts: readonly ConceptHit[];
  /** The concepts in their sentences and clauses. */
  readonly message: Message;
  /** How each of them is meant: bits of `FRAME`. */
  readonly frames: Uint16Array;
  readonly features: Features;
  /** Concepts and the meanings of everyday words in their order. */
  readonly placed: Placed;
}

/** What it takes to read, as a bundle holds it. */
export interface PackedReader {
  readonly concepts: CompiledConcepts;
  readonly native: NativeWords;
  readonly languages: readonly { readonly script: Script; readonly table: NgramTable }[];
}

export interface Reader {
  /** `prior`: log-odds by language tag. Never throws; an empty text has no concepts and no features. */
  read(text: string, options?: { readonly prior?: Readonly<Record<string, number>> }): ReadText;
  readonly languages: LanguageModel;
}

/** Meanings of everyday words stand in one automaton with the concepts: a message is read once. */
const MEANING = '~';

function isMeaning(id: string): boolean {
  return id.startsWith(MEANING);
}

/** Compiles concepts and meanings and learns the languages from lines written in them. The same material gives the same reader. */
export function trainReader(material: {
  readonly concepts: readonly Concept[];
  /** Everyday words by what they mean. */
  readonly meanings?: readonly Concept[];
  readonly languageLines: readonly LanguageLine[];
}): PackedReader {
  const languages = [...trainLanguageModel(material.languageLines)];
  const meanings = (material.meanings ?? []).map((one) => ({ ...one, id: `${MEANING}${one.id}` }));
  return {
    concepts: compileConcepts([...material.concepts, ...meanings]),
    native: trainNativeWords(material.languageLines),
    languages: languages.map(([script, table]) => ({ script, table })),
  };
}

interface Parts {
  readonly matcher: ConceptMatcher;
  readonly native: NativeWords;
  readonly languages: LanguageModel;
  readonly numbers: ReturnType<typeof numbersOf>;
}

/** A reader over what was packed; the arrays are read where they are. */
export function loadReader(packed: PackedReader): Reader {
  const parts: Parts = {
    matcher: loadConceptMatcher(packed.concepts),
    native: packed.native,
    numbers: numbersOf(packed.concepts.ids),
    languages: new Map(packed.languages.map(({ script, table }) => [script, table])),
  };
  return { languages: parts.languages, read: (text, options = {}) => readText(parts, text, options) };
}

function readText(parts: Parts, text: string, options: Parameters<Reader['read']>[1]): ReadText {
  const folded = fold(text);
  const tokens = tokenise(folded);
  const language = identifyLanguage(parts.languages, text, options);
  const hits = parts.matcher.match(tokens, meantIn(parts, tokens, language));
  const concepts = hits.filter(({ concept }) => !isMeaning(concept));
  const meanings = hits.filter(({ concept }) => isMeaning(concept));
  const message = readMessage(tokens, concepts);
  const frames = frameHits(message);
  const features = extractFeatures(tokens, concepts, frames, meanings);
  const placed = place({ tokens, hits }, parts.numbers);
  return { folded, tokens, language, concepts, message, frames, features, placed };
}
