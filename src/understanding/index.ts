// Understanding: what a message says, in process and without a network. Judging how urgent it is belongs to triage.

export type { Classifier, Prediction, Weighty } from './classify/classifier.js';
export { directionOf, predict, stepsOf, trainClassifier, weightiest } from './classify/classifier.js';
export type { Features } from './classify/features.js';
export { extractFeatures } from './classify/features.js';
export type { LevelGuess, LevelModel } from './classify/level-model.js';
export { logOdds } from './classify/level-model.js';
export type { TrainingRow, TrainOptions } from './classify/train.js';
export type { CompiledConcepts, Concept } from './concepts/compile-concepts.js';
export { compileConcepts, conceptProblems } from './concepts/compile-concepts.js';
export type { ConceptHit, ConceptMatcher } from './concepts/concept-matcher.js';
export { createConceptMatcher, loadConceptMatcher } from './concepts/concept-matcher.js';
export type { ExpressionItem, ParsedExpression } from './concepts/expression.js';
export { parseExpression } from './concepts/expression.js';
export { ageBandOf, extractAge, extractMinor } from './extractors/age.js';
export type { Extracted } from './extractors/extracted.js';
export type { PlainFacts } from './extractors/facts.js';
export { extractFacts } from './extractors/facts.js';
export { findPhoneNumbers } from './extractors/phone.js';
export { extractRelation } from './extractors/relation.js';
export { extractState } from './extractors/state.js';
export { extractYesNo } from './extractors/yes-no.js';
export type { Folded } from './folding/fold.js';
export { fold, originalSpan } from './folding/fold.js';
export { FRAME, type FrameName, frameHits, isCue } from './frames/frames.js';
export type { Message, PlacedHit } from './frames/message.js';
export { hitsOf, readMessage } from './frames/message.js';
export type { LanguageFigures } from './language/evaluate-language.js';
export { evaluateLanguage } from './language/evaluate-language.js';
export type { LanguageGuess, LanguageModel } from './language/language-identifier.js';
export { identifyLanguage, trainLanguageModel } from './language/language-identifier.js';
export type { LanguageLine } from './language/ngram-table.js';
export { udhrLines } from './language/udhr-lines.js';
export type { PackedReader, Reader, ReadText } from './reading.js';
export { loadReader, trainReader } from './reading.js';
export type { Kind as RecogniserKind } from './recognisers/recogniser-process.js';
export type { Recognisers, RecognisersOptions } from './recognisers/recognisers.js';
export { createRecognisers } from './recognisers/recognisers.js';
export type { IntentFigures } from './retrieve/evaluate-intents.js';
export { areaUnderCurve, evaluateIntents } from './retrieve/evaluate-intents.js';
export type { RankingDocument, RankingFigures, RankingQuery } from './retrieve/evaluate-ranking.js';
export { evaluateRanking } from './retrieve/evaluate-ranking.js';
export type { Outcome, Retrieval, Retrieved } from './retrieve/retrieval.js';
export { retrieve } from './retrieve/retrieval.js';
export { type SearchHit, search } from './retrieve/search.js';
export { buildIndex, type SearchDocument, type SearchIndex } from './retrieve/search-index.js';
export type { RetrievalMaterial, RetrievalRow } from './retrieve/train-retrieval.js';
export { trainRetrieval } from './retrieve/train-retrieval.js';
export type { Clause, ClauseEnd, Tokens } from './tokens.js';
export { tokenise, unstretched } from './tokens.js';
export type { Understanding, UnderstandingMaterial, UnderstandOptions, Understood } from './understanding.js';
export {
  loadUnderstanding,
  packUnderstanding,
  trainLevels,
  trainTopics,
  trainUnderstanding,
} from './understanding.js';
