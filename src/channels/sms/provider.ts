// What we need of whoever carries texts. One provider today (twilio.ts); another is one more file with this shape.
import type { HttpRequest } from '../../core/index.js';

/** A partner's account with the provider. Two tokens during a rotation: the first signs, both are accepted. */
export interface SmsAccount {
  readonly accountSid: string;
  readonly authTokens: readonly string[];
}

/** A text as it came in. `from` and `to` are as the provider wrote them. */
export interface IncomingText {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly service: string | undefined;
  readonly text: string;
  readonly hasMedia: boolean;
  readonly optOutHandled: boolean;
}

export interface OutgoingText {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export interface SmsProvider {
  /** Whether a text sent twice under one key arrives once. Where not, an unknown result is looked up before a resend. */
  readonly dedupes: boolean;
  /** The text in a webhook, unverified; null when it is not one. */
  read(request: HttpRequest): IncomingText | null;
  /** Whether the account's provider signed this request, over the URL it was configured with. */
  isGenuine(request: HttpRequest, publicUrl: string, account: SmsAccount): boolean;
  /** Rejects with sms.throttled, sms.refused, sms.opted-out, sms.unreachable (nothing sent) or sms.unknown-result. */
  send(account: SmsAccount, text: OutgoingText): Promise<void>;
  /** Whether this very text was taken for this number since `since` (ms). Rejects with sms.unreachable. */
  wasTaken(account: SmsAccount, text: OutgoingText, since: number): Promise<boolean>;
  /** What the provider wants to hear once the text is durable. */
  readonly acknowledgement: { readonly type: string; readonly body: string };
}
