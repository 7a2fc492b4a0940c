// Every expression of a concept is written in the syntax that the matcher reads (src/understanding/README.md).
import { parseExpression } from '../../understanding/index.js';
import { type Check, problemAt } from '../draft.js';

/** An expression that does not parse would never match, and a danger sign would be silent. */
export const conceptExpressions: Check = {
  id: 'concept-expressions',
  find: (draft) =>
    draft.concepts.flatMap((concept) =>
      Object.entries(concept.value.expressions).flatMap(([tag, expressions]) =>
        expressions.flatMap((expression, index) =>
          parseExpression(expression, tag).problems.map((fault) =>
            problemAt(concept, ['expressions', tag, index], fault),
          ),
        ),
      ),
    ),
};
