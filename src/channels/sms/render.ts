// A reply as text messages: the short form where there is one, choices as numbers.
import { plainText, type Reply } from '../../core/index.js';
import { splitText } from './segments.js';

/** Makes a text fit for a lock screen and its alphabet: a neutral beginning, no accent that would double its price. */
export type SmsWrite = (tag: string, text: string) => string;

/** The messages to send, in order. Choices come last as "1 …, 2 …"; the words carriers act on are never offered. */
export function renderTexts(reply: Reply, write: SmsWrite): string[] {
  const text = [bodyOf(reply), choicesOf(reply)].filter(Boolean).join('\n');
  return splitText(write(reply.language, text));
}

function bodyOf(reply: Reply): string {
  if (reply.short !== undefined) return reply.short;
  const title = reply.title ? [reply.title] : [];
  return [...title, ...reply.paragraphs.map(plainText)].filter(Boolean).join('\n');
}

function choicesOf(reply: Reply): string {
  return reply.choices.map((choice, index) => `${index + 1} ${choice.label}`).join(', ');
}
