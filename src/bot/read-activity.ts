// An activity from outside, reduced to the fields that we believe and to what it means. Pure; nothing is ever fetched.
import type { Activity } from 'botbuilder';

const TEXT_UNITS = 8192;
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
const ACTION = /^[A-Za-z0-9][A-Za-z0-9:._/-]{0,127}$/;
const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What an activity is to us. `malformed` is answered with 400, `ignored` with an empty 200. */
export type ActivityReading =
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly action?: string;
      readonly locale?: string;
    }
  | { readonly kind: 'joined'; readonly locale?: string }
  | { readonly kind: 'handoff-status'; readonly state: string }
  | { readonly kind: 'group' }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'malformed' };

/** Reads an activity for the bot with this app id (empty in development). Never throws, whatever it is given. */
export function readActivity(activity: Partial<Activity>, appId: string): ActivityReading {
  if (!isText(activity.type, 64) || !isText(activity.conversation?.id, 512)) return { kind: 'malformed' };
  if (isLoop(activity) || isForAnother(activity.recipient?.id, appId)) return { kind: 'ignored' };
  if (activity.type === 'message') return isGroup(activity) ? { kind: 'group' } : readMessage(activity);
  if (activity.type === 'conversationUpdate') return readJoining(activity);
  if (activity.type === 'event' && activity.name === 'handoff.status') return readStatus(activity.value);
  return { kind: 'ignored' };
}

/**
 * A copy with only the fields that the SDK needs to route a turn. Attachments, entities, times and anything unknown stay
 * outside: what is not there cannot be followed, stored or echoed. Call it on activities that are not malformed.
 */
export function cleanActivity(activity: Partial<Activity>, receivedAt: number): Partial<Activity> {
  const { type, id, channelId, serviceUrl, conversation, from, recipient, text, name } = activity;
  const expectsReplies = activity.deliveryMode === 'expectReplies';
  const locale = cleanLocale(activity.locale);
  return {
    ...{ type: type ?? '', channelId: channelId ?? '', serviceUrl: serviceUrl ?? '' },
    timestamp: new Date(receivedAt),
    conversation: { ...IDLE_CONVERSATION, id: conversation?.id ?? '', isGroup: isGroup(activity) },
    from: { id: from?.id ?? '', name: '' },
    recipient: { id: recipient?.id ?? '', name: '' },
    ...(isText(id, 512) && { id }),
    ...(typeof text === 'string' && { text }),
    ...cleanValue(activity),
    ...(name !== undefined && { name }),
    ...(locale !== undefined && { locale }),
    ...(expectsReplies && { deliveryMode: 'expectReplies' }),
    ...(type === 'conversationUpdate' && { membersAdded: idsOf(activity.membersAdded) }),
  };
}

const IDLE_CONVERSATION = { name: '', conversationType: '' };

function readMessage(activity: Partial<Activity>): ActivityReading {
  const action = actionOf(activity);
  const text = typeof activity.text === 'string' ? fitText(activity.text.toWellFormed(), TEXT_UNITS) : '';
  return { kind: 'message', text, ...(action !== undefined && { action }), ...localeOf(activity) };
}

/** What was pressed. A picture or file without words is never fetched, but the person is told that nobody saw it. */
function actionOf({ value, text, attachments }: Partial<Activity>): string | undefined {
  const bare = !text && Array.isArray(attachments) && attachments.length > 0;
  return readAction(value) ?? (bare ? 'attachment' : undefined);
}

function cleanValue(activity: Partial<Activity>): { value?: unknown } {
  const value: unknown = activity.value;
  if (activity.type !== 'message') return value === undefined ? {} : { value };
  const action = actionOf(activity);
  return action === undefined ? {} : { value: { action } };
}

/** A button of ours comes back as `{action}` or as a bare string; anything else is no action. */
function readAction(value: unknown): string | undefined {
  const action = typeof value === 'object' && value !== null && 'action' in value ? value.action : value;
  return typeof action === 'string' && ACTION.test(action) ? action : undefined;
}

/** The person joined, not only the bot: then a welcome is due. Teams and others send one update for each. */
function readJoining(activity: Partial<Activity>): ActivityReading {
  const joined = idsOf(activity.membersAdded).some(({ id }) => id !== activity.recipient?.id);
  return joined && !isGroup(activity) ? { kind: 'joined', ...localeOf(activity) } : { kind: 'ignored' };
}

function readStatus(value: unknown): ActivityReading {
  const state = typeof value === 'object' && value !== null && 'state' in value ? value.state : undefined;
  return isText(state, 32) ? { kind: 'handoff-status', state } : { kind: 'ignored' };
}

function isLoop(activity: Partial<Activity>): boolean {
  const { from, recipient, id, replyToId } = activity;
  if (!isText(from?.id, 512) || from.id === recipient?.id || from.role === 'bot') return true;
  return id !== undefined && replyToId === id;
}

/** Azure names a bot by its app id, often behind a prefix; a recipient that ends in another GUID is another bot. */
function isForAnother(recipientId: unknown, appId: string): boolean {
  if (appId === '' || typeof recipientId !== 'string') return false;
  const named = GUID.exec(recipientId)?.[0];
  return named !== undefined && named.toLowerCase() !== appId.toLowerCase();
}

function isGroup({ conversation }: Partial<Activity>): boolean {
  return (
    conversation?.isGroup === true || ['groupChat', 'channel'].includes(conversation?.conversationType ?? '')
  );
}

function idsOf(members: unknown): { id: string; name: string }[] {
  if (!Array.isArray(members)) return [];
  const ids = members.slice(0, 50).map((member: unknown) => (member as { id?: unknown } | null)?.id);
  return ids.filter((id) => isText(id, 512)).map((id) => ({ id, name: '' }));
}

function localeOf(activity: Partial<Activity>): { locale?: string } {
  const locale = cleanLocale(activity.locale);
  return locale === undefined ? {} : { locale };
}

function cleanLocale(locale: unknown): string | undefined {
  return typeof locale === 'string' && LOCALE.test(locale) ? locale : undefined;
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= most;
}

/**
 * A text of at most `units`: a longer one keeps its head and its tail, because a cry for help stands at either end.
 * No character is cut in two.
 */
export function fitText(text: string, units: number): string {
  if (text.length <= units) return text;
  const half = Math.floor((units - 3) / 2);
  const head = text.slice(0, half).replace(/[\ud800-\udbff]$/, '');
  const tail = text.slice(-half).replace(/^[\udc00-\udfff]/, '');
  return `${head}\n…\n${tail}`;
}
