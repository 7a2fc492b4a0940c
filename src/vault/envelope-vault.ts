// The vault: data keys under a tenant key under the root key. Wrapped keys live in a KeyStore; see key-file.ts and others.
// Destroying a data key's wrapped bytes is what erasing means here: nothing sealed under it can be read again.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { asId, type Clock, type KeyId, systemClock, type TenantId } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import {
  boundTo,
  boundToPlace,
  fromEnvelope,
  KEY_BYTES,
  openBytes,
  sealBytes,
  toEnvelope,
} from './envelope.js';
import { OpenKeys } from './open-keys.js';
import type { HashPurpose, KeyStore, Vault } from './vault.js';

export interface VaultOptions {
  /** 32 bytes from outside the data folder. */
  readonly rootKey: Uint8Array;
  readonly keyStore: KeyStore;
  /** How many data keys are held open in memory. */
  readonly cacheSize?: number;
  /** How long one is held open: bounds how long another replica can still read what was erased. */
  readonly keptOpenMs?: number;
  readonly clock?: Clock;
}

const CACHE_SIZE = 10_000;
const KEPT_OPEN_MS = 30_000;
const KEY_ID_BYTES = 16;
const PURPOSES: readonly HashPurpose[] = ['conversation', 'inbound', 'session', 'opt-out', 'token'];

/**
 * A vault over this key store; closing it closes the key store. Throws `vault.wrong-root-key` when the store was made under
 * another root key, and RangeError when the root key is not 32 bytes.
 */
export async function createVault(options: VaultOptions): Promise<Vault> {
  const { rootKey, keyStore, clock = systemClock } = options;
  if (rootKey.length !== KEY_BYTES) throw new RangeError(`a root key has ${KEY_BYTES} bytes`);
  const fingerprint = deriveKey(rootKey, 'fingerprint').toString('base64url');
  if ((await keyStore.fingerprint(fingerprint)) === 'other')
    throw new PorchlightError('vault.wrong-root-key');

  const { cacheSize: size = CACHE_SIZE, keptOpenMs: keptMs = KEPT_OPEN_MS } = options;
  const open = new OpenKeys({ size, keptMs, clock });
  const ring = createKeyRing(keyStore, deriveKey(rootKey, 'wrap'));
  return {
    async mintKey(tenant) {
      const minted = await ring.mint(tenant);
      open.put(minted.keyId, minted.key);
      return minted.keyId;
    },
    async seal(keyId, place, plain) {
      const key = await open.get(keyId, () => ring.unwrap(place.tenant, keyId));
      if (!key) throw new PorchlightError('vault.key-gone');
      return toEnvelope(keyId, sealBytes(key, boundToPlace(place), plain));
    },
    async open(place, envelope) {
      const { keyId, sealed } = fromEnvelope(envelope);
      const key = await open.get(keyId, () => ring.unwrap(place.tenant, keyId));
      return key && openBytes(key, boundToPlace(place), sealed);
    },
    async destroyKey(keyId) {
      open.forget(keyId);
      await keyStore.destroy(keyId);
      // Once more: a look-up may have begun in between.
      open.forget(keyId);
    },
    hash: createHasher(rootKey),
    async close() {
      open.clear();
      await keyStore.close();
    },
  };
}

interface KeyRing {
  mint(tenant: TenantId): Promise<{ keyId: KeyId; key: Buffer }>;
  /** The data key, or null when it was destroyed. Throws `vault.tampered` when it does not verify. */
  unwrap(tenant: TenantId, keyId: KeyId): Promise<Buffer | null>;
}

function createKeyRing(keyStore: KeyStore, wrappingKey: Buffer): KeyRing {
  const tenantKeys = new Map<TenantId, Buffer>();
  const tenantKeyId = (tenant: TenantId) => asId<KeyId>(`tenant:${tenant}`);
  const boundTenantKey = (tenant: TenantId) => boundTo('tenant-key', tenant);
  const boundDataKey = (tenant: TenantId, keyId: KeyId) => boundTo('data-key', tenant, keyId);

  async function findTenantKey(tenant: TenantId): Promise<Buffer | null> {
    const held = tenantKeys.get(tenant);
    if (held) return held;
    const wrapped = await keyStore.get(tenantKeyId(tenant));
    const key = wrapped && openBytes(wrappingKey, boundTenantKey(tenant), wrapped);
    if (key) tenantKeys.set(tenant, key);
    return key;
  }

  async function needTenantKey(tenant: TenantId): Promise<Buffer> {
    const found = await findTenantKey(tenant);
    if (found) return found;
    const wrapped = sealBytes(wrappingKey, boundTenantKey(tenant), randomBytes(KEY_BYTES));
    await keyStore.put(tenantKeyId(tenant), wrapped);
    // Read back: of two that made one at the same time, the first put counts for both.
    const kept = await findTenantKey(tenant);
    if (!kept) throw new PorchlightError('store.unavailable', 'The tenant key did not stay.');
    return kept;
  }

  return {
    async mint(tenant) {
      const tenantKey = await needTenantKey(tenant);
      const keyId = asId<KeyId>(randomBytes(KEY_ID_BYTES).toString('base64url'));
      const key = randomBytes(KEY_BYTES);
      await keyStore.put(keyId, sealBytes(tenantKey, boundDataKey(tenant, keyId), key));
      return { keyId, key };
    },
    async unwrap(tenant, keyId) {
      const [tenantKey, wrapped] = await Promise.all([findTenantKey(tenant), keyStore.get(keyId)]);
      if (!tenantKey || !wrapped) return null;
      return openBytes(tenantKey, boundDataKey(tenant, keyId), wrapped);
    },
  };
}

function createHasher(rootKey: Uint8Array): Vault['hash'] {
  const keys = new Map(PURPOSES.map((purpose) => [purpose, deriveKey(rootKey, `hash/${purpose}`)]));
  return (purpose, ...parts) => {
    const key = keys.get(purpose);
    if (!key) throw new RangeError(`no hash key for ${purpose}`);
    // As JSON, so that ["ab", "c"] and ["a", "bc"] differ.
    return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  };
}

function deriveKey(rootKey: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', rootKey, '', `porchlight/${use}`, KEY_BYTES));
}
