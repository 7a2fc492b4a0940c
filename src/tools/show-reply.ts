// A reply as plain text, exactly the words that the person gets: for the terminal and for outputs.
import { renderTexts } from '../channels/sms/render.js';
import { type ChannelKind, plainText, type Reply, type SourceLine } from '../core/index.js';
import { createSmsWriter, type Speaker } from '../i18n/index.js';
import type { Brain } from '../wiring/index.js';

/** Shows replies as one channel does: a page with its sources, or text messages under each other. */
export type ShowReplies = (replies: readonly Reply[]) => string;

/** `numbered` puts a number before each choice, as the terminal needs it; a page shows buttons. */
export function createShow(brain: Brain, channel: ChannelKind, numbered = false): ShowReplies {
  if (channel !== 'sms')
    return (replies) => replies.map((reply) => showPage(reply, brain.speaker, numbered)).join('\n\n');
  const write = createSmsWriter(brain.content.locales);
  return (replies) => replies.flatMap((reply) => renderTexts(reply, write)).join('\n\n');
}

function showPage(reply: Reply, speaker: Speaker, numbered: boolean): string {
  const lines = [
    reply.title ?? '',
    ...(reply.preview ?? []).map((item) => `${item.struck ? '[ ]' : '[x]'} ${item.label}: ${item.text}`),
    ...reply.paragraphs.map(plainText),
    reply.asOf ?? '',
    showSources(reply, speaker),
    showChoices(reply, numbered),
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

function showChoices({ choices }: Reply, numbered: boolean): string {
  if (!numbered) return choices.map(({ label }) => `[ ${label} ]`).join('  ');
  return choices.map(({ label }, index) => `  ${index + 1}  ${label}`).join('\n');
}

function showSources(reply: Reply, speaker: Speaker): string {
  const { sources = [] } = reply;
  if (sources.length === 0) return '';
  const title = speaker.text(reply.language, 'bot:answer.sources');
  return [title, ...sources.map((source, index) => `[${index + 1}] ${sourceText(source)}`)].join('\n');
}

function sourceText({ title, publisher, date, url }: SourceLine): string {
  return [`${title}. ${publisher}, ${date}.`, url ?? ''].filter(Boolean).join(' ');
}
