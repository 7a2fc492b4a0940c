import { openMemoryKeys } from '../../src/vault/index.js';
import { describeKeyStore } from '../contracts/vault.js';

describeKeyStore('memory keys', async () => {
  const keys = openMemoryKeys();
  return { keys, close: () => keys.close() };
});
