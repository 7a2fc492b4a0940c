// What a browser posts, reduced to what we believe of it. Ids, names, times and attachments of clients are not looked at.
import type { SessionClaims, TokenHash } from './ports.js';
import { userId } from './to-activity.js';

/** A person's words or button press; null for typing, events and anything else that asks for no answer. */
export interface ClientMessage {
  readonly inboundId: string;
  readonly clientActivityId: string | undefined;
  readonly activity: Readonly<Record<string, unknown>>;
}

const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/**
 * Reads a posted activity. The inbound id is a keyed hash of the conversation and the client's own id for the message,
 * so that sending it again is the same message; a client that names none gets `fallbackId`.
 */
export function readClientActivity(
  posted: Readonly<Record<string, unknown>>,
  session: { claims: SessionClaims; tokens: TokenHash; fallbackId: string },
): ClientMessage | null {
  if (posted['type'] !== 'message') return null;
  const channelData = asRecord(posted['channelData']);
  const clientActivityId = shortText(channelData['clientActivityID']);
  const name = clientActivityId ?? shortText(posted['id']) ?? session.fallbackId;
  const { claims } = session;
  const inboundId = session.tokens.hash('inbound', claims.conversationId, name);
  return { inboundId, clientActivityId, activity: cleanActivity(posted, inboundId, claims) };
}

/** An activity that says nothing but a verb: `start`, `hide`, `erase`. Its id is the verb's own, so it happens once. */
export function verbActivity(
  verb: string,
  claims: SessionClaims,
  tokens: TokenHash,
): Record<string, unknown> {
  const inboundId = tokens.hash('inbound', claims.conversationId, `verb:${verb}`);
  return cleanActivity({ value: { action: verb } }, inboundId, claims);
}

/** The activity of a client that has just joined; the bot makes a welcome of it. */
export function joinedActivity(
  locale: unknown,
  claims: SessionClaims,
  tokens: TokenHash,
): Record<string, unknown> {
  const activity = verbActivity('start', claims, tokens);
  const joined = { type: 'conversationUpdate', membersAdded: [activity['from']], value: undefined };
  return { ...activity, ...joined, ...cleanLocale(locale) };
}

function cleanActivity(
  posted: Readonly<Record<string, unknown>>,
  inboundId: string,
  claims: SessionClaims,
): Record<string, unknown> {
  const action = actionOf(posted);
  return {
    type: 'message',
    id: inboundId,
    channelId: 'directline',
    serviceUrl: 'urn:porchlight:web',
    conversation: { id: claims.conversationId },
    from: { id: userId(claims.conversationId), role: 'user' },
    recipient: { id: 'porchlight', role: 'bot' },
    text: typeof posted['text'] === 'string' ? posted['text'] : '',
    ...(typeof action === 'string' && { value: { action } }),
    ...cleanLocale(posted['locale']),
  };
}

/** A picture without words is no words: the bot says that it was not looked at. Nothing is uploaded anywhere. */
function actionOf({ value, text, attachments }: Readonly<Record<string, unknown>>): unknown {
  const bare = !text && Array.isArray(attachments) && attachments.length > 0;
  return bare ? 'attachment' : typeof value === 'string' ? value : asRecord(value)['action'];
}

function cleanLocale(locale: unknown): { locale?: string } {
  return typeof locale === 'string' && LOCALE.test(locale) ? { locale } : {};
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function shortText(value: unknown): string | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= 128 ? value : undefined;
}
