// A reply as plain text, exactly the words that the person gets: for the terminal and for outputs.
import { plainText, type Reply, type SourceLine } from '../core/index.js';
import type { Speaker } from '../i18n/index.js';

/** All replies of a turn, sources included. */
export function showReplies(replies: readonly Reply[], speaker: Speaker): string {
  return replies.map((reply) => showReply(reply, speaker)).join('\n\n');
}

function showReply(reply: Reply, speaker: Speaker): string {
  const lines = [
    reply.title ?? '',
    ...(reply.preview ?? []).map((item) => `${item.struck ? '[ ]' : '[x]'} ${item.label}: ${item.text}`),
    ...reply.paragraphs.map(plainText),
    reply.asOf ?? '',
    showSources(reply, speaker),
    reply.choices.map(({ label }) => `[ ${label} ]`).join('  '),
  ];
  return lines.filter((line) => line !== '').join('\n\n');
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
