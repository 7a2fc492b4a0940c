// What is known, what is disputed and what nobody knows stand in paragraphs of their own, so that each can be marked.
import { type Check, problemAt } from '../draft.js';

/** A paragraph that rests on a disputed or not-known claim rests on no claim of another kind. */
export const claimKinds: Check = {
  id: 'claim-kinds',
  find: (draft) =>
    draft.topics.flatMap((topic) => {
      const kindOf = new Map(topic.value.claims.map((claim) => [claim.id, claim.kind]));
      return topic.texts.flatMap((text) =>
        text.value.full.flatMap((paragraph, index) => {
          const kinds = [...new Set(paragraph.claims.flatMap((id) => kindOf.get(id) ?? []))];
          const mixed = `one paragraph mixes claims that are ${kinds.join(' and ')}: give each its own`;
          return kinds.length > 1 ? [problemAt(text, ['full', index, 'claims'], mixed)] : [];
        }),
      );
    }),
};
