// The whole of understanding for one message: fold, split, language, concepts, level, topics, plain facts.
// Models are trained into one bundle of bytes and loaded from it; texts are never kept.
import { type Packable, pack, unpack } from './binary.js';
import { withoutPairs } from './classify/features.js';
import {
  guessLevel,
  type LevelGuess,
  type LevelModel,
  type LevelRow,
  trainLevelModel,
} from './classify/level-model.js';
import type { Concept } from './concepts/compile-concepts.js';
import { extractFacts, type PlainFacts } from './extractors/facts.js';
import { identifyLanguage, type LanguageGuess } from './language/language-identifier.js';
import type { LanguageLine } from './language/ngram-table.js';
import { loadReader, type PackedReader, type ReadText, trainReader } from './reading.js';
import { type Retrieval, type Retrieved, retrieve } from './retrieve/retrieval.js';
import type { SearchDocument } from './retrieve/search-index.js';
import { trainRetrieval } from './retrieve/train-retrieval.js';
import { shareVocabulary } from './share-vocabulary.js';

/** What the models learn from. All lists may be empty. */
export interface UnderstandingMaterial {
  readonly concepts: readonly Concept[];
  /** Everyday words by what they mean: one entry a meaning, with the words of each language. */
  readonly meanings?: readonly Concept[];
  /** Examples with their level; as `LevelRow`. */
  readonly levelRows: readonly (Omit<LevelRow, 'features'> & { readonly text: string })[];
  /** Curated questions and examples with their topic; those of one situation share a `group`. */
  readonly topicRows: readonly { readonly text: string; readonly topic: string; readonly group?: string }[];
  /** One document a topic and language; `id` is the topic. */
  readonly topicDocs: readonly SearchDocument[];
  /** Training lines beyond the frequent words: the declarations (`udhrLines`), our own texts, text-speak. */
  readonly languageLines: readonly LanguageLine[];
}

export interface Understood extends ReadText {
  readonly level: LevelGuess;
  /** Computed when asked. */
  readonly topics: Retrieved;
  readonly extracted: PlainFacts;
}

export interface UnderstandOptions {
  /** Log-odds by language tag, of the deployer's public and the conversation so far. */
  readonly prior?: Readonly<Record<string, number>>;
  /** What the bot has just asked, so that a bare answer is read as one. */
  readonly asked?: 'age' | 'state';
}

export interface Understanding {
  understand(text: string, options?: UnderstandOptions): Understood;
  /** Language alone, for the evaluation and for short checks. */
  identify(text: string, options?: UnderstandOptions): LanguageGuess;
}

interface Bundle {
  readonly reader: PackedReader;
  readonly level: LevelModel;
  readonly topics: Retrieval;
}

/** Trains all models and packs them. The same material gives the same bytes. Takes seconds to minutes; for builds. */
export function trainUnderstanding(material: UnderstandingMaterial): Uint8Array {
  const reader = trainReader(material);
  return packUnderstanding({
    reader,
    level: trainLevels(reader, material.levelRows),
    topics: trainTopics(reader, material),
  });
}

/** One of the parts of `trainUnderstanding` that need only the reader, so that they can be trained side by side. */
export function trainLevels(packed: PackedReader, rows: UnderstandingMaterial['levelRows']): LevelModel {
  const reader = loadReader(packed);
  return trainLevelModel(rows.map(({ text, ...row }) => ({ ...row, features: reader.read(text).features })));
}

/** The other part. */
export function trainTopics(
  packed: PackedReader,
  { topicRows, topicDocs }: Pick<UnderstandingMaterial, 'topicRows' | 'topicDocs'>,
): Retrieval {
  const reader = loadReader(packed);
  return trainRetrieval({
    rows: topicRows.map(({ topic, ...row }) => ({ ...row, label: topic })),
    documents: topicDocs,
    read: (text) => withoutPairs(reader.read(text).features),
    examplePieces: false,
    options: TOPIC_TRAINING,
  });
}

/** The bytes of parts that were trained with the same reader. */
export function packUnderstanding({ reader, ...models }: Bundle): Uint8Array {
  const bundle: Bundle = { reader, ...shareVocabulary(models) };
  return pack(bundle as unknown as Packable);
}

/** Half of the usual passes: with more than 20,000 rows a build would take longer than two minutes. */
const TOPIC_TRAINING = { passes: 8, least: 2 };

/** Nobody's words: sentences with something for every part to read. */
const WARM_UP = [
  'help me please, he has a gun and he wont let me leave the house tonight. im 15, near houston',
  'mi jefe me quitó el pasaporte hace 3 meses, ¿qué puedo hacer? ayuda',
  '救命 他把我锁在房间里',
  'мне нужна помощь, у меня забрали документы',
  'ساعدوني من فضلك, የት ነው, मदद करो',
];
/** Enough for the runtime to compile what is used most; some 50 ms. */
const WARM_UP_ROUNDS = 30;

function warm(understand: Understanding['understand']): void {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) for (const text of WARM_UP) understand(text).topics;
}

/**
 * Loads a bundle; concepts and models are in it. Throws if the bytes are of another version. The bytes are read where
 * they are and must not be written to afterwards. The first texts would be slower: `understand` is warmed
 * here.
 */
export function loadUnderstanding(bytes: Uint8Array): Understanding {
  const bundle = unpack(bytes) as Bundle;
  const reader = loadReader(bundle.reader);
  const identify: Understanding['identify'] = (text, options = {}) =>
    identifyLanguage(reader.languages, text, options);
  const understand: Understanding['understand'] = (text, options = {}) => {
    const read = reader.read(text, options);
    let topics: Retrieved | undefined;
    return {
      ...read,
      level: guessLevel(bundle.level, read.features, read.tokens),
      get topics() {
        topics ??= retrieve(bundle.topics, read.features);
        return topics;
      },
      extracted: extractFacts(read.tokens, options.asked),
    };
  };
  warm(understand);
  return { understand, identify };
}
