// The vault: its contract, how to make one, and where wrapped keys may live.
export { createVault, type VaultOptions } from './envelope-vault.js';
export { openKeyFile } from './key-file.js';
export { openMemoryKeys } from './memory-keys.js';
export { openRedisKeys, type RedisKeys, type RedisKeysOptions } from './redis-keys.js';
export { loadRootKey } from './root-key.js';
export type { HashPurpose, KeyStore, SealPlace, Vault } from './vault.js';
