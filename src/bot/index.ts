// The one room that knows Bot Framework. Its SDK gets no fixes any more: what replaces it, replaces this room.

export type { Connector, ConnectorOptions, HandoffEvent } from './connector.js';
export { createConnector } from './connector.js';
export type { BotPorts, HandleResult } from './porchlight-bot.js';
export type { Deliver } from './web-bot.js';
export { createWebBot } from './web-bot.js';
