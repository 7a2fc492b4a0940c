// One vocabulary for all models of a bundle, so that the features of a message are looked up once.
import { overVocabulary } from './classify/classifier.js';
import type { LevelModel } from './classify/level-model.js';
import { unionOf, type Vocabulary, widened } from './classify/vocabulary.js';
import type { Retrieval } from './retrieve/retrieval.js';
import type { SearchIndex } from './retrieve/search-index.js';

interface Models {
  readonly level: LevelModel;
  readonly topics: Retrieval;
}

function indexOver(index: SearchIndex, vocabulary: Vocabulary): SearchIndex {
  return { ...index, vocabulary, offsets: widened(index.offsets, index.vocabulary, vocabulary) };
}

/** The same models over the union of their vocabularies: they answer as before. */
export function shareVocabulary({ level, topics }: Models): Models {
  const { classifier, examples, documents } = topics.voices;
  const shared = unionOf(
    [level.levels, level.danger, classifier, examples, documents].map(({ vocabulary }) => vocabulary),
  );
  return {
    level: {
      levels: overVocabulary(level.levels, shared),
      danger: overVocabulary(level.danger, shared),
    },
    topics: {
      ...topics,
      voices: {
        ...topics.voices,
        classifier: overVocabulary(classifier, shared),
        examples: indexOver(examples, shared),
        documents: indexOver(documents, shared),
      },
    },
  };
}
