// Twilio: its webhook fields, its signature, its message API. It has no idempotency key that we know of.
import type { HttpRequest } from '../../core/index.js';
import { PorchlightError } from '../../errors.js';
import type { IncomingText, SmsAccount, SmsProvider } from './provider.js';
import { bodyMatches, isSigned, signForm, signJson } from './signature.js';

const TIMEOUT_MS = 10_000;
const STOPPED = 21610;

/** `apiUrl` is https://api.twilio.com, or another address that speaks the same API. */
export function createTwilio(apiUrl: string): SmsProvider {
  return {
    dedupes: false,
    acknowledgement: {
      type: 'text/xml; charset=utf-8',
      body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
    },
    read: readText,
    isGenuine,
    async send(account, text) {
      const response = await call(messagesUrl(apiUrl, account), account, {
        method: 'POST',
        body: new URLSearchParams({ To: text.to, From: text.from, Body: text.text }),
      });
      if (!response.ok) throw await failureOf(response);
      await response.body?.cancel();
    },
    async wasTaken(account, text, since) {
      const url = new URL(messagesUrl(apiUrl, account));
      url.search = new URLSearchParams({ To: text.to, From: text.from, PageSize: '50' }).toString();
      const response = await call(url.toString(), account, { method: 'GET' });
      if (!response.ok) throw new PorchlightError('sms.unreachable', `look-up ${response.status}`);
      return listed(await response.json()).some((sent) => sent.body === text.text && sent.at >= since);
    },
  };
}

function readText(request: HttpRequest): IncomingText | null {
  if (!(request.body instanceof URLSearchParams)) return null;
  const field = (name: string) => (request.body as URLSearchParams).get(name) ?? '';
  const id = field('MessageSid') || field('SmsMessageSid');
  if (id === '' || field('From') === '') return null;
  return {
    id,
    from: field('From'),
    to: field('To'),
    service: field('MessagingServiceSid') || undefined,
    text: field('Body'),
    hasMedia: Number(field('NumMedia')) > 0,
    optOutHandled: field('OptOutType') !== '',
  };
}

/** Over the configured public address: a proxy may have changed what we see, the provider signed what it was given. */
function isGenuine(request: HttpRequest, publicUrl: string, account: SmsAccount): boolean {
  const signature = request.header('x-twilio-signature');
  if (!signature) return false;
  const url = publicUrl + request.url;
  if (request.body instanceof URLSearchParams) {
    const fields = new URLSearchParams(request.raw.toString('utf8'));
    return isSigned(signature, account.authTokens, (token) => signForm(token, url, fields));
  }
  return (
    bodyMatches(url, request.raw) && isSigned(signature, account.authTokens, (token) => signJson(token, url))
  );
}

function messagesUrl(apiUrl: string, account: SmsAccount): string {
  return `${apiUrl}/2010-04-01/Accounts/${encodeURIComponent(account.accountSid)}/Messages.json`;
}

/** A connection that was never made sent nothing; any other failure may have. */
async function call(url: string, account: SmsAccount, init: RequestInit): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${account.accountSid}:${account.authTokens[0] ?? ''}`).toString('base64')}`;
  try {
    return await fetch(url, {
      ...init,
      headers: { authorization },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
  } catch (cause) {
    throw new PorchlightError(neverConnected(cause) ? 'sms.unreachable' : 'sms.unknown-result', '', {
      cause,
    });
  }
}

function neverConnected(thrown: unknown): boolean {
  const code = (thrown as { cause?: { code?: string } }).cause?.code;
  return (
    code === 'ECONNREFUSED' ||
    code === 'ENOTFOUND' ||
    code === 'EAI_AGAIN' ||
    code === 'UND_ERR_CONNECT_TIMEOUT'
  );
}

async function failureOf(response: Response): Promise<PorchlightError> {
  const body = (await response.json().catch(() => ({}))) as { code?: unknown };
  const detail = `status ${response.status}`;
  if (response.status === 429) return new PorchlightError('sms.throttled', detail);
  if (response.status >= 500) return new PorchlightError('sms.unknown-result', detail);
  return new PorchlightError(body.code === STOPPED ? 'sms.opted-out' : 'sms.refused', detail);
}

function listed(body: unknown): { body: string; at: number }[] {
  const { messages = [] } = body as {
    messages?: { body?: string; date_created?: string; status?: string }[];
  };
  return messages
    .filter((message) => message.status !== 'failed' && message.status !== 'undelivered')
    .map((message) => ({ body: message.body ?? '', at: Date.parse(message.date_created ?? '') }));
}
