// What the web channel asks of the house. `app.ts` fills these; nothing here knows how.
import type { Clock, ConversationId, Paragraph, TalkEntry, TenantId } from '../../core/index.js';

/** The part of the vault that makes ids and seals tokens: HMAC-SHA-256 by purpose, base64url, 43 characters. */
export interface TokenHash {
  hash(purpose: 'conversation' | 'session' | 'token' | 'inbound', ...parts: readonly string[]): string;
}

/** Who holds a token: one conversation of one tenant, and the hash of its secret. */
export interface SessionClaims {
  readonly tenant: TenantId;
  readonly conversationId: ConversationId;
  readonly sessionHash: string;
}

export interface WebPartner {
  readonly tenant: TenantId;
  /** The name in `/chat/<slug>`. */
  readonly slug: string;
  /** Exact origins that may frame the page and call Direct Line from a browser. */
  readonly origins: readonly string[];
  /** The language of a visitor whose browser names none that we have. */
  readonly language: string;
}

export interface Partners {
  bySlug(slug: string): Promise<WebPartner | null>;
  byTenant(tenant: TenantId): Promise<WebPartner | null>;
  /** By an embedding key, used by partners' servers only. */
  byKey(key: string): Promise<WebPartner | null>;
  /** Whether any partner lists this origin: for preflights, which carry no credential. */
  listsOrigin(origin: string): Promise<boolean>;
}

export interface TalkView {
  readonly entries: readonly { readonly index: number; readonly entry: TalkEntry }[];
  readonly next: number;
  readonly caseOpen: boolean;
}

export interface Talk {
  /** Takes a Bot Framework activity through the bot. Resolves when the turn is durable; `refused`: the session is not theirs. */
  deliver(activity: Readonly<Record<string, unknown>>, claims: SessionClaims): Promise<'done' | 'refused'>;
  /** Null when there is nothing of this session: revoked, foreign and nonexistent look the same. */
  view(request: {
    tenant: TenantId;
    id: ConversationId;
    sessionHash: string;
    from: number;
  }): Promise<TalkView | null>;
  /** Hears topics such as `c:<conversation id>`. A hint only. Returns how to stop. */
  onWake(listener: (topic: string) => void): () => void;
}

/** How often something may happen; the key is an address or a conversation id. */
export interface Allowance {
  take(key: string): boolean;
}

/** The interface's words in one language, and the lines with the numbers. */
export interface WidgetText {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly strings: Readonly<Record<string, string>>;
  readonly help: readonly Paragraph[];
  /** One line that is always shown with this language ("not yet checked by a native speaker"); null when there is none. */
  readonly notice: string | null;
}

export interface Look {
  /** `page.template`, `app.js`, `app.css`, `loader.js`, `icon.svg`: read once at start. */
  readonly assets: ReadonlyMap<string, Buffer>;
  readonly languages: readonly {
    readonly tag: string;
    readonly name: string;
    readonly dir: 'ltr' | 'rtl';
  }[];
  /** The language of ours that a browser's tag means ("es-MX" is es); null when there is none. */
  match(tag: string): string | null;
  /** Null for a language that has no interface of ours. */
  text(tag: string): WidgetText | null;
}

export interface WebPorts {
  readonly tokens: TokenHash;
  readonly clock: Clock;
  readonly partners: Partners;
  readonly talk: Talk;
  readonly look: Look;
  readonly allow: {
    /** New sessions by address. */
    readonly sessions: Allowance;
    /** Messages by conversation. */
    readonly messages: Allowance;
    /** Polls by conversation. */
    readonly polls: Allowance;
  };
  /** https origin that people use; null on the loopback address, where the asked host stands in. */
  readonly publicOrigin: string | null;
  /** The line with the numbers, in plain text, for refusals. */
  readonly helpText: string;
  readonly log: { warn(fields: { readonly error: string }, message: string): void };
}
