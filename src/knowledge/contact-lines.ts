// A contact as one line: its name, how to reach it, and that it is law enforcement where it is.
import type { Inline, Paragraph } from '../core/index.js';
import type { Speaker } from '../i18n/index.js';
import { fieldOf } from './contact-fields.js';
import type { Knowledge } from './knowledge.js';
import type { Contact } from './schema/index.js';

/** One paragraph a contact, in the given order; contacts that do not exist are left out. Texts: bot:contact.*. */
export function contactLines(
  knowledge: Pick<Knowledge, 'contacts'>,
  speaker: Pick<Speaker, 'say'>,
  { ids, language }: { ids: readonly string[]; language: string },
): Paragraph[] {
  const say: Say = (key, params) => speaker.say(language, `bot:${key}`, params).flat();
  return ids.flatMap((id) => {
    const contact = knowledge.contacts.get(id);
    return contact ? [contactLine(contact, say)] : [];
  });
}

type Say = (key: string, params?: Readonly<Record<string, Inline>>) => Paragraph;

function contactLine(contact: Contact, say: Say): Paragraph {
  const ways = waysToReach(contact, say);
  const joined = ways.flatMap((way, index) => (index === 0 ? way : [{ text: ', ' }, ...way]));
  const police = contact.law_enforcement ? [{ text: '. ' }, ...say('answer.law-enforcement')] : [];
  return [{ text: contact.name, strong: true }, { text: ': ' }, ...joined, ...police];
}

function waysToReach(contact: Contact, say: Say): Paragraph[] {
  const [phone, number, keyword, web] = ['phone', 'text', 'keyword', 'web'].map((field) =>
    fieldOf(contact, field),
  );
  const ways: Paragraph[] = [];
  if (phone) ways.push(say('contact.call', { phone }));
  if (number && keyword) ways.push(say('contact.text-keyword', { number, keyword }));
  else if (number) ways.push(say('contact.text', { number }));
  if (web && ways.length === 0) ways.push([web]);
  return ways;
}
