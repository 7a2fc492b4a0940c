// Texts: a signed webhook in, the provider's API out. The same conversation, triage and handoff as on the web.

import type { Clock, Reply } from '../../core/index.js';
import {
  asId,
  type ConversationId,
  type HttpRequest,
  type HttpResponse,
  type InboundId,
  type PersonInbound,
  type TenantId,
} from '../../core/index.js';
import { isError } from '../../errors.js';
import type { Channel, SendAttempt } from '../channel.js';
import type { IncomingText, SmsAccount, SmsProvider } from './provider.js';
import { renderTexts, type SmsWrite } from './render.js';
import { createTwilio } from './twilio.js';

export interface SmsTenant extends SmsAccount {
  readonly tenant: TenantId;
  readonly numbers: readonly string[];
}

export interface SmsPorts {
  /** Resolves when the text is durable. */
  handle(inbound: PersonInbound): Promise<unknown>;
  /** Whose number (or messaging service) this is; null for nobody's. */
  tenantOf(number: string, service: string | undefined): Promise<SmsTenant | null>;
  conversationId(tenant: TenantId, externalId: string): ConversationId;
  /** The account that sends for a number; null when it is nobody's any more. */
  accountOf(number: string): Promise<SmsAccount | null>;
  /** The address the provider was given, without a path. */
  publicUrl(): string;
  readonly write: SmsWrite;
  readonly clock: Clock;
  readonly apiUrl: string;
  readonly secrets: readonly string[];
}

interface ReplyAddress {
  readonly from: string;
  readonly to: string;
}

/** A person's phone: an international number. Short codes, names, gateways and our own numbers are not answered. */
const PHONE = /^\+[1-9]\d{6,14}$/;
/** How far back an unknown result is looked for. */
const LOOK_BACK_MS = 60 * 60_000;

export function createSmsChannel(ports: SmsPorts): Channel {
  const provider = createTwilio(ports.apiUrl);
  return {
    name: 'sms',
    delivery: 'push',
    limits: { inboundUnits: 1600, pieceUnits: 459, choices: 9 },
    secrets: ports.secrets,
    routes: [
      {
        method: 'POST',
        path: '/sms/twilio',
        body: 'form',
        kind: 'api',
        handle: (request) => receive(request, ports, provider),
      },
    ],
    send: (reply, replyTo, attempt) =>
      sendReply(reply, JSON.parse(replyTo) as ReplyAddress, { attempt, ports, provider }),
  };
}

/** Verified, durable, then acknowledged: the work that can wait is done after that. */
async function receive(request: HttpRequest, ports: SmsPorts, provider: SmsProvider): Promise<HttpResponse> {
  const text = provider.read(request);
  const tenant = text ? await ports.tenantOf(text.to, text.service) : null;
  if (!text || !tenant || !provider.isGenuine(request, ports.publicUrl(), tenant)) return { status: 403 };
  if (PHONE.test(text.from) && !tenant.numbers.includes(text.from))
    await ports.handle(toInbound(text, tenant, ports));
  const { type, body } = provider.acknowledgement;
  return { status: 200, headers: { 'content-type': type }, body };
}

function toInbound(text: IncomingText, tenant: SmsTenant, ports: SmsPorts): PersonInbound {
  const words = text.text.toWellFormed();
  return {
    id: asId<InboundId>(text.id),
    tenant: tenant.tenant,
    channel: 'sms',
    conversationId: ports.conversationId(tenant.tenant, `${text.to}|${text.from}`),
    receivedAt: ports.clock.now(),
    from: 'person',
    delivery: 'push',
    text: words,
    ...(text.hasMedia && words.trim() === '' ? { action: 'attachment' } : {}),
    hints: {
      replyTo: JSON.stringify({ from: text.to, to: text.from } satisfies ReplyAddress),
      optOutHandled: text.optOutHandled,
    },
  };
}

interface Sending {
  readonly attempt: SendAttempt;
  readonly ports: SmsPorts;
  readonly provider: SmsProvider;
}

/** Part after part, in order. On a second try each part is looked up first, so that nothing arrives twice. */
async function sendReply(reply: Reply, address: ReplyAddress, sending: Sending): Promise<void> {
  const account = await sending.ports.accountOf(address.from);
  if (!account) return;
  for (const text of renderTexts(reply, sending.ports.write)) {
    const outgoing = { ...address, text };
    if (sending.attempt.again && (await mayHaveGone(reply, outgoing, { ...sending, account }))) continue;
    await sending.provider.send(account, outgoing);
  }
}

/** When even the look-up fails, only the lines of an emergency are sent again: twice is better than never. */
async function mayHaveGone(
  reply: Reply,
  outgoing: ReplyAddress & { text: string },
  sending: Sending & { account: SmsAccount },
): Promise<boolean> {
  try {
    return await sending.provider.wasTaken(
      sending.account,
      outgoing,
      sending.ports.clock.now() - LOOK_BACK_MS,
    );
  } catch (thrown) {
    if (isError(thrown, 'sms.unreachable') || isError(thrown, 'sms.unknown-result'))
      return reply.kind !== 'safety';
    throw thrown;
  }
}
