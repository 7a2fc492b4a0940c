// The fields of a contact that a text may name, and what each becomes: a run of text with an address to call or open.
import type { Inline } from '../core/index.js';
import type { Contact } from './schema/index.js';

/** {{contact.field}} in a text; groups: contact id, field. Use with matchAll or replace only (it is global). */
export const PLACEHOLDER = /\{\{\s*([a-z0-9-]+)\.([a-z]+)\s*\}\}/g;

const FIELDS: Readonly<Record<string, (contact: Contact) => Inline | undefined>> = {
  name: ({ name }) => ({ text: name }),
  phone: ({ phone, tel }) => phone && { text: phone, href: `tel:${tel ?? digits(phone)}` },
  text: ({ text }) => text && { text: text.to, href: `sms:${digits(text.to)}` },
  keyword: ({ text }) => (text?.keyword ? { text: text.keyword } : undefined),
  tty: ({ tty }) => tty && { text: tty, href: `tel:${digits(tty)}` },
  web: ({ web }) => web && link(web),
  chat: ({ chat }) => chat && link(chat),
} as Readonly<Record<string, (contact: Contact) => Inline | undefined>>;

/** A field of a contact as a run of text; undefined for a field it does not have or that does not exist. */
export function fieldOf(contact: Contact, field: string): Inline | undefined {
  return Object.hasOwn(FIELDS, field) ? FIELDS[field]?.(contact) || undefined : undefined;
}

function digits(number: string): string {
  return number.replace(/[^\d+]/g, '');
}

/** Shown without its scheme, opened with it. */
function link(address: string): Inline {
  return { text: address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''), href: address };
}
