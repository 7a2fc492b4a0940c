// Our own small adapter: carries web activities through Bot Framework's pipeline. It speaks no network; replies are
// already in the talk when it is told to send them, and the web channel reads them there.
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { asId, type ConversationId, type TenantId } from '../core/index.js';
import { IDENTITY, OUTCOME, type PorchlightBot, type TurnIdentity } from './porchlight-bot.js';

/** Who a web session is, as the token proved it. */
export interface WebClaims {
  readonly tenant: TenantId;
  readonly conversationId: ConversationId;
  readonly sessionHash: string;
}

export class DirectLineAdapter extends BotAdapter {
  /**
   * Runs one turn of the bot for a verified session. Resolves when the turn is durable; `refused` when the session may
   * not write here. Rejects when the turn failed: then nothing was acknowledged and the client sends again.
   */
  async processActivity(
    activity: Partial<Activity>,
    claims: WebClaims,
    bot: PorchlightBot,
  ): Promise<'done' | 'refused'> {
    const context = new TurnContext(this, activity);
    context.turnState.set(IDENTITY, identityOf(activity, claims));
    await this.runMiddleware(context, (turn) => bot.run(turn));
    return context.turnState.get<string>(OUTCOME) === 'refused' ? 'refused' : 'done';
  }

  /** The replies are durable in the talk; their ids are all there is to say. */
  override sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return Promise.resolve(activities.map(({ id }) => ({ id: id ?? '' })));
  }

  override updateActivity(): Promise<ResourceResponse> {
    return Promise.reject(new Error('The talk is only ever appended to.'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('The talk is only ever appended to.'));
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('A web client reads the talk; nothing is pushed to it.'));
  }
}

function identityOf(activity: Partial<Activity>, claims: WebClaims): TurnIdentity {
  const { tenant, conversationId, sessionHash } = claims;
  const inboundId = asId<TurnIdentity['inboundId']>(activity.id ?? '');
  return { tenant, conversationId, sessionHash, inboundId, channel: 'web', delivery: 'pull', appId: '' };
}
