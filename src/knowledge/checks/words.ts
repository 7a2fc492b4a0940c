// A dictionary says what the matcher can read, for meanings that English names, and each word for four at most: some
// languages say who, "not" and "can" in one word.
import type { Problem } from '../../content/index.js';
import { parseExpression } from '../../understanding/index.js';
import type { Check } from '../draft.js';
import type { WordsFile } from '../words.js';

const REFERENCE = 'en';
/** A word that means everything says nothing. */
const MOST_MEANINGS = 4;

/** A word that cannot be read is never heard; a meaning that only one language has is shared with none. */
export const words: Check = {
  id: 'words',
  find: ({ words: files }) => {
    const reference = files.find(({ tag }) => tag === REFERENCE);
    const known = new Set(reference?.lines.map(({ meaning }) => meaning));
    return files.flatMap((file) => [...unreadable(file), ...unnamed(file, known), ...ambiguous(file)]);
  },
};

function unreadable({ name, tag, lines }: WordsFile): Problem[] {
  return lines.flatMap(({ line, expressions }) =>
    expressions.flatMap((expression) =>
      parseExpression(expression, tag).problems.map((message) => ({ file: name, line, message })),
    ),
  );
}

function unnamed({ name, lines }: WordsFile, known: ReadonlySet<string>): Problem[] {
  return lines
    .filter(({ meaning }) => !known.has(meaning))
    .map(({ line, meaning }) => ({ file: name, line, message: `English has no meaning "${meaning}"` }));
}

function ambiguous({ name, lines }: WordsFile): Problem[] {
  const meanings = new Map<string, Set<string>>();
  return lines.flatMap(({ line, meaning, expressions }) =>
    expressions.flatMap((expression) => {
      const own = meanings.get(expression) ?? new Set();
      meanings.set(expression, own.add(meaning));
      const message = `"${expression}" has more than ${MOST_MEANINGS} meanings: ${[...own].join(', ')}`;
      return own.size > MOST_MEANINGS ? [{ file: name, line, message }] : [];
    }),
  );
}
