import { asId, type KeyId, type RecordId, type TenantId } from '../../src/core/index.js';
import {
  createVault,
  type KeyStore,
  openMemoryKeys,
  type SealPlace,
  type Vault,
} from '../../src/vault/index.js';
import { anna, demo, place, ROOT_KEY } from '../contracts/vault.js';

const canary = Buffer.from('a person wrote this');
const text = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('utf8');

describe('the vault', () => {
  let vault: Vault;
  let keyStore: KeyStore;
  let keyId: KeyId;
  let now = 0;
  beforeEach(async () => {
    keyStore = openMemoryKeys();
    vault = await createVault({ rootKey: ROOT_KEY, keyStore, clock: { now: () => now } });
    keyId = await vault.mintKey(demo, anna);
  });

  const moved: [what: string, to: Partial<SealPlace>][] = [
    ['another record', { record: asId<RecordId>('ben-0123456789abcdef0') }],
    ['another part', { part: 'case' }],
    ['another schema', { schema: 2 }],
  ];
  test.each(moved)('a value that was moved to %s does not open', async (_, to) => {
    const sealed = await vault.seal(keyId, place, canary);
    await expect(vault.open({ ...place, ...to }, sealed)).rejects.toMatchObject({ code: 'vault.tampered' });
  });

  test('a value does not open for another tenant', async () => {
    const other = asId<TenantId>('other');
    await vault.mintKey(other, anna);
    const sealed = await vault.seal(keyId, place, canary);
    await expect(vault.open({ ...place, tenant: other }, sealed)).rejects.toMatchObject({
      code: 'vault.tampered',
    });
  });

  test('a value with any bit changed does not open', async () => {
    const sealed = await vault.seal(keyId, place, canary);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const opened = await vault.open(place, changed).catch((thrown: { code: string }) => thrown.code);
      // A changed key id names a key that never was, which reads like one that is gone.
      expect(['vault.tampered', null]).toContain(opened);
    }
  });

  test.each([
    ['nothing', ''],
    ['one byte', '01'],
    ['a cut', '0116aaaa'],
    ['words', '68656c6c6f'],
  ])('%s is not an envelope', async (_, hex) => {
    await expect(vault.open(place, Buffer.from(hex, 'hex'))).rejects.toMatchObject({
      code: 'vault.tampered',
    });
  });

  test('the same words sealed twice look different', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => vault.seal(keyId, place, canary)));
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(false);
  });

  test('empty and large values are sealed and opened', async () => {
    for (const plain of [Buffer.alloc(0), Buffer.alloc(300_000, 5)]) {
      const opened = await vault.open(place, await vault.seal(keyId, place, plain));
      expect(Buffer.from(opened ?? 'x').equals(plain)).toBe(true);
    }
  });

  test('what one replica destroyed, another holds open for half a minute at most', async () => {
    const replica = await createVault({ rootKey: ROOT_KEY, keyStore, clock: { now: () => now } });
    const sealed = await vault.seal(keyId, place, canary);
    expect(text(await replica.open(place, sealed))).toBe(canary.toString());
    await vault.destroyKey(keyId);
    now += 30_000;
    expect(await replica.open(place, sealed)).toBeNull();
  });

  test('a look-up that was under way when the key was destroyed leaves no key behind', async () => {
    const held = gate();
    const slow: KeyStore = {
      ...keyStore,
      get: async (id) => {
        const found = await keyStore.get(id);
        await held.passed;
        return found;
      },
    };
    const replica = await createVault({ rootKey: ROOT_KEY, keyStore: slow });
    const sealed = await vault.seal(keyId, place, canary);
    const opening = replica.open(place, sealed);
    await new Promise((resolve) => setImmediate(resolve));
    await replica.destroyKey(keyId);
    held.open();
    await opening;
    expect(await replica.open(place, sealed)).toBeNull();
  });

  test('more keys than fit in memory all open', async () => {
    const small = await createVault({ rootKey: ROOT_KEY, keyStore, cacheSize: 2 });
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => small.mintKey(demo, anna)));
    const sealed = await Promise.all(ids.map((each) => small.seal(each, place, canary)));
    const opened = await Promise.all(sealed.map((each) => small.open(place, each)));
    expect(opened.map(text)).toEqual(ids.map(() => canary.toString()));
  });

  test('a root key of another length is refused', async () => {
    await expect(createVault({ rootKey: Buffer.alloc(16), keyStore })).rejects.toThrow(RangeError);
  });

  test('a hash has 43 characters, the same for the same words, another for each purpose, cut and root key', async () => {
    const other = await createVault({ rootKey: Buffer.alloc(32, 9), keyStore: openMemoryKeys() });
    const hash = vault.hash('inbound', 'ab', 'c');
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(vault.hash('inbound', 'ab', 'c')).toBe(hash);
    const others = [
      vault.hash('token', 'ab', 'c'),
      vault.hash('inbound', 'a', 'bc'),
      other.hash('inbound', 'ab', 'c'),
    ];
    expect(others).not.toContain(hash);
  });
});

function gate(): { passed: Promise<void>; open: () => void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}
