// Talk entries as Bot Framework message activities: plain text for any client, runs and items for our own widget.
import {
  type ConversationId,
  derivedId,
  plainText,
  type Reply,
  type SourceLine,
  type TalkEntry,
} from '../../core/index.js';

export interface WireActivity {
  readonly type: 'message';
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly role: 'user' | 'bot'; readonly name?: string };
  readonly text: string;
  readonly textFormat: 'plain';
  readonly locale: string;
  readonly channelData: Readonly<Record<string, unknown>>;
  readonly suggestedActions?: { readonly to: string[]; readonly actions: readonly SuggestedAction[] };
}

interface SuggestedAction {
  readonly type: 'messageBack';
  readonly title: string;
  readonly displayText: string;
  readonly value: { readonly action: string };
}

const BOT_ID = 'porchlight';

/** The person's id in activities: ours, stable for the conversation, and nothing can be learned from it. */
export function userId(conversationId: ConversationId): string {
  return `dl_${derivedId('user', conversationId)}`;
}

/**
 * One entry as an activity; null for a bare button press, which has nothing to show. `clientActivityId` is what the
 * client called its own message, where this process still knows it.
 */
export function toActivity(
  entry: TalkEntry,
  conversationId: ConversationId,
  clientActivityId?: string,
): WireActivity | null {
  if (entry.from === 'person')
    return entry.text === '' ? null : personActivity(entry, conversationId, clientActivityId);
  return replyActivity(entry, conversationId);
}

type PersonEntry = Extract<TalkEntry, { from: 'person' }>;
type SaidEntry = Exclude<TalkEntry, { from: 'person' }>;

function personActivity(entry: PersonEntry, id: ConversationId, clientActivityId?: string): WireActivity {
  return {
    ...frame(entry, id),
    from: { id: userId(id), role: 'user' },
    text: entry.text,
    locale: entry.language,
    channelData: { ...(clientActivityId !== undefined && { clientActivityID: clientActivityId }) },
  };
}

function replyActivity(entry: SaidEntry, id: ConversationId): WireActivity {
  const { reply } = entry;
  const name = entry.from === 'staff' ? { name: entry.deskName } : {};
  return {
    ...frame(entry, id),
    from: { id: BOT_ID, role: 'bot', ...name },
    text: replyText(reply),
    locale: reply.language,
    channelData: { porchlight: { ...shownParts(reply), from: entry.from, ...name } },
    ...(reply.choices.length > 0 && { suggestedActions: toActions(reply, id) }),
  };
}

function frame(entry: TalkEntry, id: ConversationId) {
  return {
    type: 'message',
    id: entry.id,
    timestamp: new Date(entry.at).toISOString(),
    channelId: 'directline',
    conversation: { id },
    textFormat: 'plain',
  } as const;
}

function shownParts(reply: Reply): Partial<Reply> {
  const { kind, dir, title, paragraphs, sources, asOf, preview } = reply;
  return {
    kind,
    dir,
    paragraphs,
    ...(title !== undefined && { title }),
    ...(sources && { sources }),
    ...(asOf !== undefined && { asOf }),
    ...(preview && { preview }),
  };
}

/** A reply as plain text, sources at the end: what a client sees that knows nothing of our runs. */
function replyText(reply: Reply): string {
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

function toActions(reply: Reply, id: ConversationId) {
  const actions = reply.choices.map(({ id: action, label }) => {
    return { type: 'messageBack', title: label, displayText: label, value: { action } } as const;
  });
  return { to: [userId(id)], actions };
}
