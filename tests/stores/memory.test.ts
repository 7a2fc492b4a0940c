import { openMemoryStore } from '../../src/stores/index.js';
import { describeStore } from '../contracts/store.js';

describeStore('memory', async () => {
  let now = 0;
  const store = await openMemoryStore({ monotonic: () => now });
  const moveClock = (ms: number) => {
    now += ms;
  };
  return { store, moveClock, close: () => store.close() };
});
