// Wrapped keys in memory: for tests and terminal tools. Gone when the process ends.
import type { KeyId } from '../core/index.js';
import type { KeyStore } from './vault.js';

/** A KeyStore that keeps nothing. */
export function openMemoryKeys(): KeyStore {
  const keys = new Map<KeyId, Buffer>();
  let fingerprint: string | null = null;
  return {
    async put(keyId, wrapped) {
      if (!keys.has(keyId)) keys.set(keyId, Buffer.from(wrapped));
    },
    async get(keyId) {
      const wrapped = keys.get(keyId);
      return wrapped ? Buffer.from(wrapped) : null;
    },
    async destroy(keyId) {
      keys.get(keyId)?.fill(0);
      keys.delete(keyId);
    },
    async fingerprint(expected) {
      if (fingerprint !== null) return fingerprint === expected ? 'same' : 'other';
      fingerprint = expected;
      return 'new';
    },
    close: async () => keys.clear(),
  };
}
