// The same question belongs to one topic only: two would teach the search that both are right.
import type { Problem } from '../../content/index.js';
import { type Check, problemAt } from '../draft.js';

/** Compared per language, without case, accents and punctuation. */
export const questionsUnique: Check = {
  id: 'questions-unique',
  find: (draft) => {
    const owner = new Map<string, string>();
    return draft.topics.flatMap((topic) =>
      topic.texts.flatMap((text) =>
        text.value.questions.flatMap((question, index): Problem[] => {
          const key = `${text.tag} ${plain(question)}`;
          const earlier = owner.get(key);
          owner.set(key, earlier ?? topic.value.id);
          const message = `the question "${question}" already leads to "${earlier}"`;
          return earlier ? [problemAt(text, ['questions', index], message)] : [];
        }),
      ),
    );
  },
};

function plain(question: string): string {
  return question
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
}
