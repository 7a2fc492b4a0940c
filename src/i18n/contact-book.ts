// Where {{contact.field}} comes from: a lookup given to the speaker, so that no number is ever part of a sentence.
import type { Problem } from '../content/index.js';
import type { Inline } from '../core/index.js';
import { problemAt, sentencesOf } from './checks/sentences.js';
import type { Locales } from './locales.js';
import { placeholdersOf } from './template.js';

export interface ContactBook {
  /** A run with its tel:, sms: or https: address; undefined when there is no such contact or field. */
  resolve(name: string, field: string): Inline | undefined;
}

export const emptyBook: ContactBook = { resolve: () => undefined };

/** The people behind the service, under the name `desk`: {{desk}}, {{desk.phone}}, {{desk.text}}. */
export function deskBook(desk: {
  name: string;
  phone: string;
  tel: string;
  text: string | null;
}): ContactBook {
  const fields = new Map<string, Inline>([
    ['name', { text: desk.name }],
    ['phone', { text: desk.phone, href: `tel:${desk.tel}` }],
  ]);
  if (desk.text !== null)
    fields.set('text', { text: desk.text, href: `sms:${desk.text.replace(/[^\d+]/g, '')}` });
  return { resolve: (name, field) => (name === 'desk' ? fields.get(field) : undefined) };
}

/** The first book that knows the field answers. */
export function layeredBook(first: ContactBook, then: ContactBook): ContactBook {
  return { resolve: (name, field) => first.resolve(name, field) ?? then.resolve(name, field) };
}

/** Every {{contact.field}} of every sentence is in the book. `desk` is not looked up: each turn brings its own. */
export function checkContacts(locales: Locales, book: ContactBook): Problem[] {
  return sentencesOf(locales).flatMap((sentence) =>
    placeholdersOf(sentence.text)
      .filter((placeholder) => placeholder.includes('.'))
      .map(splitName)
      .filter(({ name, field }) => name !== 'desk' && !book.resolve(name, field))
      .map(({ name, field }) => problemAt(sentence, `knowledge/contacts.yaml has no ${name}.${field}`)),
  );
}

/** "nhth.phone" -> contact and field; a bare "desk" means its name. */
export function splitName(placeholder: string): { name: string; field: string } {
  const dot = placeholder.lastIndexOf('.');
  if (dot < 0) return { name: placeholder, field: 'name' };
  return { name: placeholder.slice(0, dot), field: placeholder.slice(dot + 1) };
}
