// Data keys that are open in memory: the most recently used, each for a short while, and never one that was destroyed.
import type { Clock, KeyId } from '../core/index.js';

export interface OpenKeysOptions {
  /** How many keys are held. */
  readonly size: number;
  /** How long one is held: another replica may destroy it meanwhile. */
  readonly keptMs: number;
  readonly clock: Clock;
}

/** A cache whose forgetting is exact: a look-up that was under way when its key was destroyed leaves nothing behind. */
export class OpenKeys {
  readonly #keys = new Map<KeyId, { readonly key: Buffer; readonly until: number }>();
  readonly #lookUps = new Map<KeyId, Promise<Buffer | null>>();

  constructor(private readonly options: OpenKeysOptions) {}

  /** The open key; looked up once for all who ask at the same time. Null when there is none. */
  get(keyId: KeyId, lookUp: () => Promise<Buffer | null>): Promise<Buffer | null> {
    const held = this.#keys.get(keyId);
    if (!held || held.until <= this.options.clock.now()) {
      return this.#lookUps.get(keyId) ?? this.#start(keyId, lookUp);
    }
    this.#keys.delete(keyId);
    this.#keys.set(keyId, held);
    return Promise.resolve(held.key);
  }

  put(keyId: KeyId, key: Buffer): void {
    this.#keys.delete(keyId);
    this.#keys.set(keyId, { key, until: this.options.clock.now() + this.options.keptMs });
    const [oldest] = this.#keys.keys();
    if (this.#keys.size > this.options.size && oldest !== undefined) this.#keys.delete(oldest);
  }

  /**
   * Forgets a key. Its bytes are left to the garbage collector: zeros written here could reach a seal that has just been
   * given the key, and it would seal under them.
   */
  forget(keyId: KeyId): void {
    this.#keys.delete(keyId);
    this.#lookUps.delete(keyId);
  }

  clear(): void {
    this.#keys.clear();
    this.#lookUps.clear();
  }

  #start(keyId: KeyId, lookUp: () => Promise<Buffer | null>): Promise<Buffer | null> {
    const running = lookUp();
    this.#lookUps.set(keyId, running);
    const finish = (key: Buffer | null) => {
      // Another look-up, or none, means that the key was destroyed while this one was under way.
      if (this.#lookUps.get(keyId) !== running) return;
      this.#lookUps.delete(keyId);
      if (key) this.put(keyId, key);
    };
    running.then(finish, () => finish(null));
    return running;
  }
}
