// Opens what the service keeps: the store and the vault, embedded or Redis. Knows which concrete part serves which setting.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { openStore } from '../parts.js';
import type { Store } from '../stores/index.js';
import { createVault, loadRootKey, openKeyFile, openRedisKeys, type Vault } from '../vault/index.js';

export interface House {
  readonly store: Store;
  readonly vault: Vault;
  close(): Promise<void>;
}

/** Rejects with config.invalid, store.settings or vault.wrong-root-key: the service then does not start. */
export async function openHouse(config: Config): Promise<House> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const rootKey = await loadRootKey(config.rootKeyFile ?? join(config.dataDir, 'root.key'));
  const store = await openStore(config);
  const keyStore = config.redisUrl
    ? await openRedisKeys(config.redisUrl)
    : await openKeyFile(join(config.dataDir, 'keys.bin'));
  const vault = await createVault({ rootKey, keyStore });
  return {
    store,
    vault,
    async close() {
      await vault.close();
      await store.close();
    },
  };
}
