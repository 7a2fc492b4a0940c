// One vocabulary for all models of a bundle, so that the features of a message are looked up once.
import { type Classifier, overVocabulary } from './classify/classifier.js';
import { unionOf, type Vocabulary, widened } from './classify/vocabulary.js';
import type { Retrieval } from './retrieve/retrieval.js';
import type { SearchIndex } from './retrieve/search.js';

interface Models {
  readonly level: Classifier;
  readonly topics: Retrieval;
}

function indexOver(index: SearchIndex, vocabulary: Vocabulary): SearchIndex {
  return { ...index, vocabulary, offsets: widened(index.offsets, index.vocabulary, vocabulary) };
}

/** The same models over the union of their vocabularies: they answer as before. */
export function shareVocabulary({ level, topics }: Models): Models {
  const { classifier, examples, documents } = topics.voices;
  const shared = unionOf([level, classifier, examples, documents].map(({ vocabulary }) => vocabulary));
  return {
    level: overVocabulary(level, shared),
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
