// Wrapped keys in one Redis hash, in a slot of their own. A removed key stays in the append-only file until that is
// rewritten, so an erase leaves a note in Redis and every process with the vault open sees to the rewriting.
import { Redis } from 'ioredis';
import { PorchlightError } from '../errors.js';
import type { KeyStore } from './vault.js';

export interface RedisKeysOptions {
  /** How long after an erase the files are rewritten at the latest; others that come meanwhile share it. */
  readonly rewriteAfterMs?: number;
  readonly commandTimeoutMs?: number;
}

export interface RedisKeys extends KeyStore {
  /** Rewrites Redis's files now if keys were destroyed since the last time; resolves when the old ones are gone. */
  flush(): Promise<void>;
}

const KEYS = '{keys}:wrapped';
const FINGERPRINT = '{keys}:root';
/** How many keys were destroyed since the files were last rewritten. */
const DESTROYED = '{keys}:destroyed';

const REWRITE_AFTER_MS = 30_000;
const COMMAND_TIMEOUT_MS = 2000;
const ASK_EVERY_MS = 50;

const DESTROY = `
if redis.call('HDEL', KEYS[1], ARGV[1]) == 1 then redis.call('INCR', KEYS[2]) end
return 1`;
const FORGIVE = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end return 1`;

/** The KeyStore in the Redis at `url`. Throws `store.unavailable` when it does not answer; its settings are the store's affair. */
export async function openRedisKeys(url: string, options: RedisKeysOptions = {}): Promise<RedisKeys> {
  const commandTimeout = options.commandTimeoutMs ?? COMMAND_TIMEOUT_MS;
  const redis = new Redis(url, {
    lazyConnect: true,
    protocol: 2,
    commandTimeout,
    connectTimeout: commandTimeout,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    disconnectTimeout: 100,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (times) => Math.min(50 * times, 1000),
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  });
  // Reported to callers by the command that fails; without a listener ioredis prints it.
  redis.on('error', () => undefined);
  await redis.connect().catch((thrown: unknown) => {
    redis.disconnect();
    return failed(thrown);
  });
  const rewriting = new Rewriting(redis, options.rewriteAfterMs ?? REWRITE_AFTER_MS);
  if (await redis.get(DESTROYED).catch(failed)) rewriting.schedule();
  return {
    async put(keyId, wrapped) {
      await redis.hsetnx(KEYS, keyId, Buffer.from(wrapped)).catch(failed);
    },
    get: (keyId) => redis.hgetBuffer(KEYS, keyId).catch(failed),
    async destroy(keyId) {
      await redis.eval(DESTROY, 2, KEYS, DESTROYED, keyId).catch(failed);
      rewriting.schedule();
    },
    async fingerprint(expected) {
      if (await redis.set(FINGERPRINT, expected, 'NX').catch(failed)) return 'new';
      return (await redis.get(FINGERPRINT).catch(failed)) === expected ? 'same' : 'other';
    },
    flush: () => rewriting.now(),
    async close() {
      await rewriting.close();
      redis.disconnect();
    },
  };
}

/** Sees to it that Redis's files are made anew after keys were destroyed. */
class Rewriting {
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly redis: Redis,
    private readonly afterMs: number,
  ) {}

  schedule(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // The note stays in Redis when this fails: try again, and so does the next process that opens the vault.
      this.now().catch(() => this.schedule());
    }, this.afterMs);
    this.#timer.unref();
  }

  now(): Promise<void> {
    this.#running = this.#running.catch(() => undefined).then(() => this.#rewrite().catch(failed));
    return this.#running;
  }

  /** Waits for a rewrite under way; what is only noted is started, not waited for. */
  async close(): Promise<void> {
    await this.#running.catch(() => undefined);
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    await this.redis.bgrewriteaof().catch(() => undefined);
  }

  async #rewrite(): Promise<void> {
    const destroyed = await this.redis.get(DESTROYED);
    if (!destroyed) return;
    // One that is under way began before the key was gone; only one that begins now will do.
    await this.#idle();
    await this.redis.bgrewriteaof();
    await this.#idle();
    if (await this.#dumps()) {
      await this.redis.bgsave();
      await this.#idle();
    }
    await this.redis.eval(FORGIVE, 1, DESTROYED, destroyed);
  }

  /** Waits until Redis writes no file in the background. Throws when the last one failed. */
  async #idle(): Promise<void> {
    const running = /^(aof_rewrite_in_progress|aof_rewrite_scheduled|rdb_bgsave_in_progress):1/m;
    let state = await this.redis.info('persistence');
    while (running.test(state)) {
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
      state = await this.redis.info('persistence');
    }
    if (/^(aof_last_bgrewrite_status|rdb_last_bgsave_status):err/m.test(state)) {
      throw new PorchlightError('store.unavailable', 'Redis could not rewrite its files.');
    }
  }

  /** Whether Redis writes dumps beside the append-only file; assumed when it will not say. */
  async #dumps(): Promise<boolean> {
    const reply = await this.redis.call('CONFIG', 'GET', 'save').catch(() => ['save', 'unknown']);
    return Array.isArray(reply) && String(reply[1] ?? '') !== '';
  }
}

/** Only the name of the failure: a message of ioredis may quote arguments. */
function failed(cause: unknown): never {
  if (cause instanceof TypeError || cause instanceof PorchlightError) throw cause;
  const name = cause instanceof Error ? cause.name : 'unknown';
  throw new PorchlightError('store.unavailable', `Redis failed (${name}).`, { cause });
}
