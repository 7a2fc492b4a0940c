// The SDK's CloudAdapter behind two methods: run a turn that we verified ourselves, and say something later.
// Its own `process` is not used: it answers failures with their messages and would accept streaming upgrades.
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import { connectorHttp } from './connector-http.js';
import { IDENTITY, OUTCOME, type PorchlightBot, type TurnIdentity } from './porchlight-bot.js';

export interface Credentials {
  readonly appId: string;
  readonly appPassword: string;
  readonly appTenant: string;
}

export interface TurnResult {
  readonly refused: boolean;
  /** The replies, when the caller asked for them in the answer. */
  readonly activities: readonly Partial<Activity>[] | null;
}

/** Where a conversation of a channel is; sealed in the record, and given back when something is to be said there. */
export interface ConnectorAddress {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly conversationId: string;
  readonly botId: string;
  readonly personId: string;
  /** The message that is answered; empty where the channel names none. */
  readonly activityId: string;
}

const CHANNEL_SCOPE = 'https://api.botframework.com';

export class ConnectorAdapter extends CloudAdapter {
  /** Credentials null: development, nothing is signed. */
  constructor(private readonly credentials: Credentials | null) {
    super(
      new ConfigurationBotFrameworkAuthentication(toSettings(credentials), undefined, undefined, undefined, {
        httpClient: connectorHttp,
      }),
    );
    // The default handler writes the error, words and all, to the console.
    this.onTurnError = (_context, error) => Promise.reject(error);
  }

  /** One turn for an activity whose token was checked before. Rejects when the turn failed. */
  async runVerified(
    activity: Partial<Activity>,
    identity: TurnIdentity,
    bot: PorchlightBot,
  ): Promise<TurnResult> {
    let outcome: string | undefined;
    const claimsIdentity = this.createClaimsIdentity(this.credentials?.appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    const verified = { audience: CHANNEL_SCOPE, claimsIdentity, connectorFactory };
    const answer = await this.processActivity(
      verified,
      activity as Activity,
      async (context: TurnContext) => {
        context.turnState.set(IDENTITY, identity);
        await bot.run(context);
        outcome = context.turnState.get<string>(OUTCOME);
      },
    );
    const body = answer?.body as { activities?: Partial<Activity>[] } | undefined;
    return { refused: outcome === 'refused', activities: body?.activities ?? null };
  }

  /** Says something in a conversation outside any turn. Rejects with what the channel answered. */
  async say(address: ConnectorAddress, activities: readonly Partial<Activity>[]): Promise<void> {
    const { serviceUrl, channelId } = address;
    const reference = {
      ...{ serviceUrl, channelId },
      conversation: { id: address.conversationId, isGroup: false, name: '', conversationType: '' },
      bot: { id: address.botId, name: '' },
      user: { id: address.personId, name: '' },
    };
    const identity = this.createClaimsIdentity(this.credentials?.appId);
    await this.continueConversationAsync(identity, reference, async (context: TurnContext) => {
      // The SDK makes up an id here and would answer a message that does not exist.
      context.activity.id = address.activityId;
      await context.sendActivities([...activities]);
    });
  }
}

function toSettings(credentials: Credentials | null): Record<string, string> {
  if (!credentials) return {};
  const { appId, appPassword, appTenant } = credentials;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppType: appTenant === '' ? 'MultiTenant' : 'SingleTenant',
    MicrosoftAppTenantId: appTenant,
  };
}
