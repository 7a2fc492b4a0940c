// Recipe of a store: two new files and one row in src/parts.ts. An ordered key-value engine with four members is enough:
// tree-store.ts brings the rest.
import { pascal, type Recipe } from './scaffold.js';

export const store: Recipe = (id) => ({
  files: [
    { path: `src/stores/${id}.ts`, text: source(id) },
    { path: `tests/stores/${id}.test.ts`, text: test(id) },
  ],
  next: [
    `Give the engine in src/stores/${id}.ts its get, put, remove, range, count and transact; export open${pascal(id)}Store from src/stores/index.ts.`,
    `Add the row "${id}: (config) => open${pascal(id)}Store(...)" to stores in src/parts.ts.`,
    `Then: npm test -- tests/stores/${id}.test.ts, until it passes. The contract is src/stores/store.ts.`,
  ],
});

const source = (id: string) => `// The ${id} store.
import type { Store } from './store.js';
import type { Tree, TreeEngine, TreeEntry, TreeKey } from './tree/tree.js';
import { createTreeStore, type EmbeddedOptions } from './tree/tree-store.js';

/** A Store over ${id}. Throws \`store.unavailable\` when it cannot be used. */
export async function open${pascal(id)}Store(options: EmbeddedOptions = {}): Promise<Store> {
  return createTreeStore(create${pascal(id)}Engine(), options);
}

/** All writes of one \`transact\` happen or none; it resolves when they are on disk. */
function create${pascal(id)}Engine(): TreeEngine {
  const tree = new ${pascal(id)}Tree();
  return {
    view: tree,
    transact: async (work) => work(tree),
    close: async () => {},
  };
}

/** Keys in order, element by element; numbers before strings. */
class ${pascal(id)}Tree implements Tree {
  get(_key: TreeKey): Uint8Array | undefined {
    return undefined;
  }

  put(_key: TreeKey, _value: Uint8Array): void {}

  remove(_key: TreeKey): void {}

  range(_from: TreeKey, _to: TreeKey, _page?: { limit?: number; offset?: number }): TreeEntry[] {
    return [];
  }

  count(_from: TreeKey, _to: TreeKey): number {
    return 0;
  }
}
`;

const test = (id: string) => `import { open${pascal(id)}Store } from '../../src/stores/${id}.js';
import { describeStore } from '../contracts/store.js';

describeStore('${id}', async () => {
  let now = 0;
  const store = await open${pascal(id)}Store({ monotonic: () => now });
  const moveClock = (ms: number) => {
    now += ms;
  };
  return { store, moveClock, close: () => store.close() };
});
`;
