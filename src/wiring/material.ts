// What the models learn from: examples, curated questions, topic texts, the languages' own lines. Train part only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAtLeast, type Level, plainText } from '../core/index.js';
import { createSpeaker } from '../i18n/index.js';
import { type LanguageLine, type UnderstandingMaterial, udhrLines } from '../understanding/index.js';
import type { Content } from './content.js';

const SPLIT = 'train';

export function trainingMaterial(content: Content): UnderstandingMaterial {
  const rows = content.knowledge.examples().filter(({ split }) => split === SPLIT);
  return {
    concepts: [...content.knowledge.concepts.values()],
    meanings: content.knowledge.words(),
    levelRows: [
      ...rows.map(({ text, level, pair, counts, situation }) => ({
        ...{ text, level, counts, group: situation },
        ...(pair ? { pair } : {}),
      })),
      ...signalRows(content),
      ...quietRows(content),
    ],
    topicRows: [
      ...rows.flatMap(({ text, level, topic, situation }) =>
        topic ? [{ text, topic, group: situation, ...asTopic(level) }] : [],
      ),
      ...taughtTexts(content).flatMap(({ topic, text }) =>
        text.questions.map((question) => ({ text: question, topic })),
      ),
    ],
    topicDocs: taughtTexts(content).map(({ topic, text }) => ({
      id: topic,
      fields: {
        questions: text.questions,
        keywords: text.keywords,
        text: [text.title, ...text.full.map((paragraph) => paragraph.text)],
      },
    })),
    languageLines: [
      ...udhrLines(),
      ...ownLines(content),
      ...rows.flatMap(({ text, tag, language }) => (tag === language ? [{ tag, text }] : [])),
    ],
  };
}

/**
 * Dangers are not questions: they say what they are about for the classifier, at half the weight, and no question is
 * compared with them. Counted in full, "emergency" became the answer to too much.
 */
function asTopic(level: Level) {
  return isAtLeast(level, 'urgent') ? { weight: 0.5, compared: false } : {};
}

/** What must fire a signal is an example of its level too: the classifier must not outvote it there. */
function signalRows({ knowledge }: Content) {
  return [...knowledge.signals.values()].flatMap(({ level, examples }) =>
    Object.values(examples).flatMap(({ yes }) => yes.map((text) => ({ text, level }))),
  );
}

/** How much a curated question counts beside a message: it is asked calmly, and there are thousands. */
const QUESTION_COUNTS = 0.3;

/** Plain questions alarm nobody; those of critical topics may be asked in danger. */
function quietRows(content: Content) {
  return taughtTexts(content)
    .filter(({ topic }) => content.knowledge.topics.get(topic)?.topic.critical === false)
    .flatMap(({ text }) =>
      text.questions.map((question) => ({
        text: question,
        level: 'routine' as const,
        counts: QUESTION_COUNTS,
      })),
    );
}

function topicTexts({ knowledge }: Content) {
  return [...knowledge.topics.values()].flatMap(({ topic, texts }) =>
    [...texts].map(([tag, text]) => ({ topic: topic.id, tag, text })),
  );
}

/** Only whole languages teach topics: one that has half of them would find no other half. */
function taughtTexts(content: Content) {
  const isWhole = (tag: string) => content.locales.languages.get(tag)?.topicsComplete === true;
  return topicTexts(content).filter(({ tag }) => isWhole(tag));
}

/** Our own sentences say which language they are in. */
function ownLines(content: Content): LanguageLine[] {
  const topics = topicTexts(content).flatMap(({ tag, text }) =>
    [...text.questions, text.title, ...text.full.map((paragraph) => paragraph.text)].map((line) => ({
      tag,
      text: line,
    })),
  );
  const speaker = createSpeaker(content.locales);
  const locales = [...content.locales.byTag].flatMap(([tag, locale]) =>
    [...locale.files].flatMap(([file, { texts }]) =>
      [...texts.keys()].map((key) => ({
        tag,
        text: speaker.say(tag, `${file}:${key}`).map(plainText).join(' '),
      })),
    ),
  );
  return [...topics, ...locales].filter(({ text }) => text.trim() !== '');
}

/** Where the build leaves the trained bundle. */
export function modelPath(root: string): string {
  return join(root, 'dist', 'models', 'understanding.bin');
}

export function readModels(root: string): Uint8Array {
  return readFileSync(modelPath(root));
}
