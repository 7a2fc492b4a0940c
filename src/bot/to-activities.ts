// Replies as message activities for channels of Bot Framework. Pure.
import { type Activity, ActivityTypes } from 'botbuilder';
import { plainText, type Reply, type SourceLine } from '../core/index.js';

/** Channels that send back what a button means; elsewhere a button can only say its own label. */
const KEEP_VALUES = new Set(['directline', 'webchat', 'emulator', 'msteams', 'test']);

/** One reply as activities, in order: its words, with its choices as buttons and its sources at the end. */
export function toActivities(reply: Reply, channelId: string): Partial<Activity>[] {
  return [
    {
      type: ActivityTypes.Message,
      id: reply.id,
      text: textOf(reply),
      textFormat: 'plain',
      locale: reply.language,
      ...(reply.choices.length > 0 && { suggestedActions: suggestions(reply, channelId) }),
    },
  ];
}

/** The words that a person reads, without markup: some channels would show it, some would make links of it. */
function textOf(reply: Reply): string {
  const items = reply.preview?.filter((item) => !item.struck).map((item) => `${item.label}: ${item.text}`);
  return [
    reply.title,
    ...reply.paragraphs.map(plainText),
    items?.join('\n'),
    reply.asOf,
    reply.sources?.map(sourceText).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function sourceText(source: SourceLine, index: number): string {
  const line = `[${index + 1}] ${source.title}, ${source.publisher}, ${source.date}`;
  return source.url ? `${line}. ${source.url}` : line;
}

function suggestions(reply: Reply, channelId: string) {
  const keepsValues = KEEP_VALUES.has(channelId);
  const actions = reply.choices.map(({ id, label }) =>
    keepsValues
      ? { type: 'messageBack', title: label, displayText: label, value: { action: id } }
      : { type: 'imBack', title: label, value: label },
  );
  return { to: [], actions };
}
