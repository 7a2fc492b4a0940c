// Channels: how people reach the service. Each is one folder that keeps the contract of channel.ts.

export type { Channel, ChannelLimits, SendAttempt } from './channel.js';
export type { SmsPorts } from './sms/sms-channel.js';
export { createSmsChannel } from './sms/sms-channel.js';
export type {
  Allowance,
  Look,
  Partners,
  SessionClaims,
  Talk,
  TalkView,
  TokenHash,
  WebPartner,
  WebPorts,
  WidgetText,
} from './web/ports.js';
export { createWebChannel } from './web/web-channel.js';
