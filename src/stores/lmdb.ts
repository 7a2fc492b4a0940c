// The embedded store: LMDB in one folder, nothing to install. Many commits share one sync to disk (group commit).
// Mapped pages belong to the system, not to this process; removed values linger in the file, which is why they are sealed.
import { type Database, open } from 'lmdb';
import { PorchlightError } from '../errors.js';
import type { Store } from './store.js';
import type { Tree, TreeEngine, TreeKey } from './tree/tree.js';
import { createTreeStore, type EmbeddedOptions } from './tree/tree-store.js';

/** Address space reserved at first; the map grows by itself beyond it. */
const MAP_BYTES = 1 << 30;

export interface LmdbOptions extends EmbeddedOptions {
  /** Address space set aside at first; tests begin small. */
  readonly mapBytes?: number;
}

type Bytes = Database<Uint8Array, (string | number)[]>;

/**
 * A Store in the folder `path` (made when missing). Several processes may read and commit; only one may lease, because
 * opening voids the leases of others. Throws `store.unavailable` when the folder cannot be used.
 */
export async function openLmdbStore(path: string, options: LmdbOptions = {}): Promise<Store> {
  const database = guarded(() =>
    open<Uint8Array, (string | number)[]>({
      path,
      noSubdir: false,
      encoding: 'binary',
      mapSize: options.mapBytes ?? MAP_BYTES,
      // With it, a commit would be visible, and could be acknowledged, before it is on disk.
      overlappingSync: false,
    }),
  );
  return createTreeStore(createLmdbEngine(database), options);
}

function createLmdbEngine(database: Bytes): TreeEngine {
  const tree = createLmdbTree(database);
  let closing: Promise<void> | undefined;
  return {
    get view() {
      // Otherwise the snapshot lives on for a while, and a commit of another process stays unseen.
      guarded(() => database.resetReadTxn());
      return tree;
    },
    async transact(work) {
      let bug: { readonly thrown: unknown } | undefined;
      // A child transaction, because a plain one keeps the writes made before a throw.
      const done = guarded(() =>
        database.childTransaction(() => {
          try {
            return { result: work(tree) };
          } catch (thrown) {
            bug = { thrown };
            throw thrown;
          }
        }),
      );
      const outcome = await done.catch((thrown: unknown) => {
        throw bug ? bug.thrown : unavailable(thrown);
      });
      return outcome.result;
    },
    close() {
      closing ??= database.close();
      return closing;
    },
  };
}

function createLmdbTree(database: Bytes): Tree {
  return {
    get: (key) => guarded(() => database.get(writable(key))),
    put: (key, value) => guarded(() => database.putSync(writable(key), value)),
    remove: (key) => void guarded(() => database.removeSync(writable(key))),
    range: (from, to, page) =>
      guarded(() =>
        [...database.getRange({ start: writable(from), end: writable(to), ...page })].map(
          ({ key, value }) => ({ key, value }),
        ),
      ),
    count: (from, to) => guarded(() => database.getKeysCount({ start: writable(from), end: writable(to) })),
  };
}

/** The library's types want arrays it could write to; it does not write to them. */
function writable(key: TreeKey): (string | number)[] {
  return key as (string | number)[];
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw unavailable(thrown);
  }
}

function unavailable(cause: unknown): PorchlightError {
  return new PorchlightError('store.unavailable', 'LMDB refused.', { cause });
}
