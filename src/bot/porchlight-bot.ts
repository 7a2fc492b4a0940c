// The bot as Bot Framework sees it: an ActivityHandler that turns an activity into one `handle` and says the replies.
import { ActivityHandler, type TurnContext } from 'botbuilder';
import {
  asId,
  type ChannelKind,
  type Clock,
  type ConversationId,
  type Delivery,
  type InboundId,
  type PersonInbound,
  type Reply,
  type TenantId,
} from '../core/index.js';
import { readActivity } from './read-activity.js';
import { toActivities } from './to-activities.js';

export interface HandleResult {
  readonly outcome: 'done' | 'repeat' | 'refused';
  readonly replies: readonly Reply[];
}

export interface BotPorts {
  /** The house's one entry. Resolves when the turn is durable. */
  handle(inbound: PersonInbound): Promise<HandleResult>;
  readonly clock: Clock;
  /** The one neutral line that a group chat gets, in the language of this locale. */
  groupNotice(locale: string | undefined): string;
  /** Another system took, failed or finished a handoff that we offered it. */
  handoffStatus?(conversationId: ConversationId, state: string): Promise<void>;
}

/** Who the turn is for, as the adapter verified it; the activity itself is never asked. */
export interface TurnIdentity {
  readonly tenant: TenantId;
  readonly channel: ChannelKind;
  readonly conversationId: ConversationId;
  readonly inboundId: InboundId;
  readonly delivery: Delivery;
  readonly appId: string;
  readonly sessionHash?: string;
  readonly replyTo?: string;
}

export const IDENTITY = Symbol('turn identity');
export const OUTCOME = Symbol('turn outcome');

/** Groups that already got their line; the oldest are forgotten and may get it again. */
const GROUPS_KEPT = 1000;

/**
 * Expects a TurnIdentity under IDENTITY in the turn state and leaves the outcome under OUTCOME. Says the replies through
 * the adapter unless they are pushed: then the outbox sends them and saying them here would double them.
 */
export class PorchlightBot extends ActivityHandler {
  private readonly toldGroups = new Set<string>();

  constructor(private readonly ports: BotPorts) {
    super();
    this.onMessage((context, next) => this.take(context).then(next));
    this.onConversationUpdate((context, next) => this.take(context).then(next));
    this.onEvent((context, next) => this.take(context).then(next));
  }

  private async take(context: TurnContext): Promise<void> {
    const identity = context.turnState.get<TurnIdentity>(IDENTITY);
    const reading = readActivity(context.activity, identity.appId);
    if (reading.kind === 'group') await this.noteGroup(context);
    else if (reading.kind === 'handoff-status')
      await this.ports.handoffStatus?.(identity.conversationId, reading.state);
    else if (reading.kind === 'joined') await this.answer(context, { text: '', action: 'start', ...reading });
    else if (reading.kind === 'message') await this.answer(context, reading);
  }

  private async answer(
    context: TurnContext,
    said: { text: string; action?: string; locale?: string },
  ): Promise<void> {
    const identity = context.turnState.get<TurnIdentity>(IDENTITY);
    const result = await this.ports.handle(toInbound(said, identity, this.ports.clock.now()));
    context.turnState.set(OUTCOME, result.outcome);
    if (identity.delivery === 'push') return;
    const { channelId } = context.activity;
    const activities = result.replies.flatMap((reply) => toActivities(reply, channelId));
    if (activities.length > 0) await context.sendActivities(activities);
  }

  /** Others read along in a group: one neutral line once, and never an answer. */
  private async noteGroup(context: TurnContext): Promise<void> {
    const { conversation, channelId, locale } = context.activity;
    const group = `${channelId}/${conversation.id}`;
    if (this.toldGroups.has(group)) return;
    this.toldGroups.add(group);
    const [oldest] = this.toldGroups;
    if (this.toldGroups.size > GROUPS_KEPT && oldest !== undefined) this.toldGroups.delete(oldest);
    await context.sendActivity(this.ports.groupNotice(locale));
  }
}

/** The inbound of a verified turn. Times and ids of the activity are not in it. */
export function toInbound(
  said: { text: string; action?: string; locale?: string },
  identity: TurnIdentity,
  receivedAt: number,
): PersonInbound {
  const { tenant, channel, conversationId, inboundId, delivery, sessionHash, replyTo } = identity;
  return {
    from: 'person',
    id: asId<InboundId>(inboundId),
    ...{ tenant, channel, conversationId, delivery, receivedAt },
    text: said.text,
    ...(said.action !== undefined && { action: said.action }),
    hints: {
      ...(said.locale !== undefined && { locale: said.locale }),
      ...(sessionHash !== undefined && { sessionHash }),
      ...(replyTo !== undefined && { replyTo }),
    },
  };
}
