// The parts list: one row a part. A duplicate key cannot compile; adding a store or a channel adds one row here.
import { join } from 'node:path';
import { createSmsChannel, createWebChannel } from './channels/index.js';
import type { Config } from './config.js';
import { stepKinds } from './dialogs/index.js';
import { openLmdbStore, openMemoryStore, openRedisStore, type Store } from './stores/index.js';

/** How to open each store. */
export const stores = {
  embedded: (config: Config) => openLmdbStore(join(config.dataDir, 'store')),
  redis: (config: Config) => openRedisStore(config.redisUrl ?? ''),
  memory: () => openMemoryStore(),
} as const satisfies Record<string, (config: Config) => Promise<Store>>;

/** How people reach the service; the connector for Bot Framework channels is in `bot`. */
export const channels = {
  web: createWebChannel,
  sms: createSmsChannel,
} as const;

/** The kinds of step that a dialog may be made of. */
export const steps = stepKinds;

/** The store that the settings ask for. */
export function openStore(config: Config): Promise<Store> {
  return config.redisUrl ? stores.redis(config) : stores.embedded(config);
}
