// The short form of a topic fits three SMS segments of its language's alphabet, with the numbers filled in.
import { smsSize } from '../../i18n/index.js';
import { fillPlainly } from '../contact-book.js';
import { type Check, problemAt } from '../draft.js';

export const MOST_SEGMENTS = 3;

/** Longer texts arrive in pieces and out of order. The message names the letters that shrink a segment to 70. */
export const smsLength: Check = {
  id: 'sms-length',
  find: (draft) => {
    const contacts = new Map(Object.entries(draft.contacts?.value.contacts ?? {}));
    return draft.topics.flatMap((topic) =>
      topic.texts.flatMap((text) => {
        const { segments, alphabet, outside } = smsSize(fillPlainly(text.value.short, contacts));
        if (segments <= MOST_SEGMENTS) return [];
        const cause = outside.length > 0 ? ` because of ${outside.join(' ')}` : '';
        const message = `takes ${segments} SMS segments (${alphabet}${cause}); at most ${MOST_SEGMENTS}`;
        return [problemAt(text, ['short'], message)];
      }),
    );
  },
};
