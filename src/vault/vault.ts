// The contract of the vault (design §3 Vault): data keys under a tenant key under the root key; sealing; keyed hashes.
import type { KeyId, RecordId, TenantId } from '../core/index.js';

/** What a sealed value is bound to: moved to another place, it does not open. */
export interface SealPlace {
  readonly tenant: TenantId;
  readonly record: RecordId;
  /** `base`, `case`, `talk:<index>`, `row:<id>`. */
  readonly part: string;
  readonly schema: number;
}

export interface Vault {
  /** A new data key, wrapped and durable before this resolves. */
  mintKey(tenant: TenantId, record: RecordId): Promise<KeyId>;
  /** AES-256-GCM under a data key with a random iv. The envelope names its key. Rejects when the key is destroyed. */
  seal(keyId: KeyId, place: SealPlace, plain: Uint8Array): Promise<Uint8Array>;
  /** The plaintext, or null when its key was destroyed. Throws `vault.tampered` when it does not verify. */
  open(place: SealPlace, sealed: Uint8Array): Promise<Uint8Array | null>;
  /** Overwrites the wrapped key. Durable when it resolves; idempotent. */
  destroyKey(keyId: KeyId): Promise<void>;
  /** HMAC-SHA-256 under a key of its own for each purpose, base64url (43 characters). */
  hash(purpose: HashPurpose, ...parts: readonly string[]): string;
  close(): Promise<void>;
}

export type HashPurpose = 'conversation' | 'inbound' | 'session' | 'opt-out' | 'token';

/** Where wrapped keys live: apart from the data, overwritten in place, durable when a call resolves. */
export interface KeyStore {
  /** An id that is there keeps its first value: of two replicas that make a tenant key at once, one counts for both. */
  put(keyId: KeyId, wrapped: Uint8Array): Promise<void>;
  /** Null when it was destroyed or never was. */
  get(keyId: KeyId): Promise<Uint8Array | null>;
  /** Idempotent; an unknown id is nothing to destroy. After it `get` gives null, and the bytes are gone from the files. */
  destroy(keyId: KeyId): Promise<void>;
  /** The root key's fingerprint kept with the data: another root key refuses to start (`vault.wrong-root-key`). */
  fingerprint(expected: string): Promise<'new' | 'same' | 'other'>;
  close(): Promise<void>;
}
