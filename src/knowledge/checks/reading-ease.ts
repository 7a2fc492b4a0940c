// English texts are read by tired people and children: a topic's average grade is at most 7, its paragraphs about 6.
import type { Problem } from '../../content/index.js';
import { type Check, problemAt, type TaggedDraft } from '../draft.js';
import { readingGrade } from '../reading-grade.js';
import type { TopicText } from '../schema/index.js';

export const HIGHEST_AVERAGE = 7;

/** A topic above the limit, naming its three hardest paragraphs. */
export const readingEase: Check = {
  id: 'reading-ease',
  find: (draft) =>
    draft.topics.flatMap((topic) => topic.texts.filter((text) => text.tag === 'en').flatMap(tooHard)),
};

/** The grade of the whole full text, and of each paragraph. */
export function gradesOf(text: TopicText): { average: number; paragraphs: number[] } {
  const paragraphs = text.full.map((paragraph) => readingGrade(paragraph.text));
  return { average: readingGrade(text.full.map((paragraph) => paragraph.text).join(' ')), paragraphs };
}

function tooHard(text: TaggedDraft<TopicText>): Problem[] {
  const { average, paragraphs } = gradesOf(text.value);
  if (average <= HIGHEST_AVERAGE) return [];
  const hardest = paragraphs
    .map((grade, index) => ({ grade, line: text.lineOf(['full', index]) }))
    .sort((one, other) => other.grade - one.grade)
    .slice(0, 3)
    .map(({ grade, line }) => `line ${line}: ${grade.toFixed(1)}`);
  const message = `reads at grade ${average.toFixed(1)}, at most ${HIGHEST_AVERAGE} (${hardest.join(', ')})`;
  return [problemAt(text, ['full'], message)];
}
