// Numbers and links by contact and field, and which contacts a danger calls for. The only way from an id to a number.
import type { Level, ReasonKind } from '../core/index.js';
import { type ContactBook, isolate } from '../i18n/index.js';
import { fieldOf, PLACEHOLDER } from './contact-fields.js';
import type { Knowledge } from './knowledge.js';
import type { Contact } from './schema/index.js';

/** The book of all contacts. Fields: name, phone, text, keyword, tty, web, chat. */
export function contactBook(knowledge: Pick<Knowledge, 'contacts'>): ContactBook {
  return {
    resolve: (name, field) => {
      const contact = knowledge.contacts.get(name);
      return contact && fieldOf(contact, field);
    },
  };
}

/**
 * Fills {{contact.field}} with plain text, for SMS; in right-to-left text each value is isolated, so that a number is
 * not read backwards. An unknown placeholder disappears (the content check forbids it).
 */
export function fillPlainly(
  text: string,
  contacts: ReadonlyMap<string, Contact>,
  dir: 'ltr' | 'rtl' = 'ltr',
): string {
  const book = contactBook({ contacts });
  return text.replace(PLACEHOLDER, (_, name, field) => {
    const value = book.resolve(name, field)?.text ?? '';
    return dir === 'rtl' ? isolate(value) : value;
  });
}

/**
 * Contact ids for a kind of reason at a level, in the order they are said. A level that the kind has no set for takes
 * the next higher one it has, then the next lower: a danger is never answered with nothing.
 */
export function contactSet(knowledge: Pick<Knowledge, 'sets'>, kind: ReasonKind, level: Level): string[] {
  const sets: Partial<Record<Level, string[]>> = knowledge.sets[kind];
  const { emergency, urgent, elevated } = sets;
  const fromHere = { emergency: [], urgent: [urgent, emergency], elevated: [elevated, urgent, emergency] };
  if (level === 'routine' || level === 'none') return [];
  const nearest = [...fromHere[level], emergency, urgent, elevated].find((set) => set !== undefined);
  return nearest ?? [];
}
