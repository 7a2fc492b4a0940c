// The bot for the web channel: what that channel calls `deliver`, made of our adapter and the ActivityHandler.
import type { Activity } from 'botbuilder';
import { DirectLineAdapter, type WebClaims } from './direct-line-adapter.js';
import { type BotPorts, PorchlightBot } from './porchlight-bot.js';

export type Deliver = (
  activity: Readonly<Record<string, unknown>>,
  claims: WebClaims,
) => Promise<'done' | 'refused'>;

/** Takes activities of verified web sessions through Bot Framework. Resolves when the turn is durable. */
export function createWebBot(ports: BotPorts): { readonly deliver: Deliver } {
  const adapter = new DirectLineAdapter();
  const bot = new PorchlightBot(ports);
  return {
    deliver: (activity, claims) =>
      adapter.processActivity({ ...(activity as Partial<Activity>) }, claims, bot),
  };
}
