// Every {{contact.field}} names a contact that exists and has that field.
import { fieldOf, PLACEHOLDER } from '../contact-fields.js';
import { type Check, problemAt } from '../draft.js';
import { claimWords, everythingSaid } from './words-of.js';

/** A placeholder that does not resolve would leave a hole where a number should stand. */
export const placeholders: Check = {
  id: 'placeholders',
  find: (draft) => {
    const contacts = draft.contacts?.value.contacts ?? {};
    const pieces = [...everythingSaid(draft), ...draft.topics.flatMap(claimWords)];
    return pieces.flatMap(({ draft: file, path, text }) =>
      [...text.matchAll(PLACEHOLDER)]
        .filter(([, name = '', field = '']) => {
          const contact = contacts[name];
          return !contact || fieldOf(contact, field) === undefined;
        })
        .map(([whole]) => problemAt(file, path, `${whole} does not resolve to a contact and a field it has`)),
    );
  },
};
