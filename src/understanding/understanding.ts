// The whole of understanding for one message: fold, split, language, concepts, level, topics, plain facts.
// Models are trained into one bundle of bytes and loaded from it; texts are never kept.
import { type Packable, pack, unpack } from './binary.js';
import { type LabelScale, sharesOf } from './classify/classifier.js';
import { withoutPairs } from './classify/features.js';
import { guesserOf, type LevelGuess, type LevelModel, type LevelScales } from './classify/level-model.js';
import { type LevelRow, trainLevelModel } from './classify/train-levels.js';
import type { Concept } from './concepts/compile-concepts.js';
import { extractFacts, type PlainFacts } from './extractors/facts.js';
import { identifyLanguage, type LanguageGuess } from './language/language-identifier.js';
import type { LanguageLine } from './language/ngram-table.js';
import { loadTable, type Said } from './one-table/ask-table.js';
import { layTable } from './one-table/lay-table.js';
import type { OneTable } from './one-table/one-table.js';
import { loadReader, type PackedReader, type ReadText, trainReader } from './reading.js';
import { evidenceOf, type Places } from './retrieve/evidence.js';
import { type Choice, choose, type Retrieval, type Retrieved } from './retrieve/retrieval.js';
import type { SearchDocument } from './retrieve/search-index.js';
import { type RetrievalRow, trainRetrieval } from './retrieve/train-retrieval.js';

/** What the models learn from. All lists may be empty. */
export interface UnderstandingMaterial {
  readonly concepts: readonly Concept[];
  /** Everyday words by what they mean: one entry a meaning, with the words of each language. */
  readonly meanings?: readonly Concept[];
  /** Examples with their level; as `LevelRow`. */
  readonly levelRows: readonly (Omit<LevelRow, 'features' | 'tokens' | 'placed'> & {
    readonly text: string;
  })[];
  /** Curated questions and examples with their topic; those of one situation share a `group`. */
  readonly topicRows: readonly (Omit<RetrievalRow, 'label'> & { readonly topic: string })[];
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

/** As it is packed: the weights of all models stand in one table, beside it what makes sense of their sums. */
interface Bundle {
  readonly reader: PackedReader;
  readonly table: OneTable;
  readonly level: LevelScales;
  readonly topics: Choice & { readonly scale: LabelScale };
}

interface Trained {
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
  return trainLevelModel(
    rows.map(({ text, ...row }) => {
      const { features, tokens, placed } = reader.read(text);
      return { ...row, features, placed, tokens: { count: tokens.count, clause: tokens.clause } };
    }),
  );
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
export function packUnderstanding({ reader, level, topics }: Trained): Uint8Array {
  const { voices, ...choice } = topics;
  const bundle: Bundle = {
    reader,
    table: layTable({ level, voices }),
    level: {
      levels: scaleOf(level.levels),
      danger: scaleOf(level.danger),
      shape: level.shape,
      order: level.order,
    },
    topics: { ...choice, voices: placesOf(voices), scale: scaleOf(voices.classifier) },
  };
  return pack(bundle as unknown as Packable);
}

function scaleOf({ labels, scales, bias, temperature }: LabelScale): LabelScale {
  return { labels, scales, bias, temperature };
}

function placesOf({ ids, labelPlaces, examplePlaces, documentPlaces }: Places): Places {
  return { ids, labelPlaces, examplePlaces, documentPlaces };
}

/** A third of the usual passes: of 40,000 rows more tell no better, and a build must not take longer than two minutes. */
const TOPIC_TRAINING = { passes: 5, least: 3, rate: 0.8 };

function topicsFrom(
  { scale, ...choice }: Bundle['topics'],
  { topics, examples, documents }: Said,
): Retrieved {
  const shares = sharesOf(scale, topics);
  return choose(choice, evidenceOf(choice.voices, { shares, examples, documents }));
}

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
  const table = loadTable(bundle.table);
  const guess = guesserOf(bundle.level);
  const understand: Understanding['understand'] = (text, options = {}) => {
    const read = reader.read(text, options);
    const said = table.ask(read.features);
    let topics: Retrieved | undefined;
    return {
      ...read,
      level: guess({
        ...read,
        ...{ sums: said.levels, lead: said.lead },
      }),
      get topics() {
        topics ??= topicsFrom(bundle.topics, said);
        return topics;
      },
      extracted: extractFacts(read.tokens, options.asked),
    };
  };
  warm(understand);
  return { understand, identify };
}
