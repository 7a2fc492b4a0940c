// The contract of every place for wrapped keys (KeyStore in src/vault/vault.ts), and of the vault over it.
import { asId, type KeyId, type RecordId, type TenantId } from '../../src/core/index.js';
import { createVault, type KeyStore, type SealPlace, type Vault } from '../../src/vault/index.js';

export interface OpenKeyStore {
  readonly keys: KeyStore;
  /** Opens what is on disk anew; only for places that keep it. */
  reopen?(): Promise<KeyStore>;
  close(): Promise<void>;
}

export const ROOT_KEY = Buffer.alloc(32, 7);
export const demo = asId<TenantId>('demo');
export const anna = asId<RecordId>('anna-0123456789abcdef');
export const place: SealPlace = { tenant: demo, record: anna, part: 'base', schema: 1 };
const id = (name: string) => asId<KeyId>(name);
const text = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('utf8');

export function describeKeyStore(name: string, open: () => Promise<OpenKeyStore>): void {
  describe(name, () => describeKeys(open));
}

function describeKeys(open: () => Promise<OpenKeyStore>): void {
  let opened: OpenKeyStore;
  let keys: KeyStore;
  beforeEach(async () => {
    opened = await open();
    keys = opened.keys;
  });
  afterEach(() => opened.close());

  describe('wrapped keys', () => {
    test('an unknown key is not there, and destroying it does nothing', async () => {
      await keys.destroy(id('unknown'));
      expect(await keys.get(id('unknown'))).toBeNull();
    });

    test('a key comes back byte for byte, however often it is asked for', async () => {
      const wrapped = Buffer.from(Array.from({ length: 60 }, (_, at) => (at * 37) % 256));
      await keys.put(id('a'), wrapped);
      const first = await keys.get(id('a'));
      first?.fill(0);
      expect(Buffer.from((await keys.get(id('a'))) ?? []).equals(wrapped)).toBe(true);
    });

    test('an id that is there keeps its first key', async () => {
      await Promise.all([keys.put(id('a'), Buffer.from('first')), keys.put(id('a'), Buffer.from('second'))]);
      await keys.put(id('a'), Buffer.from('third'));
      expect(text(await keys.get(id('a')))).toBe('first');
    });

    test('a destroyed key is gone, others stay, destroying again does nothing', async () => {
      await Promise.all(['a', 'b', 'c'].map((each) => keys.put(id(each), Buffer.from(each))));
      await Promise.all([keys.destroy(id('b')), keys.destroy(id('b'))]);
      await keys.destroy(id('b'));
      expect(await Promise.all(['a', 'b', 'c'].map(async (each) => text(await keys.get(id(each)))))).toEqual([
        'a',
        null,
        'c',
      ]);
    });

    test('a key that is put and destroyed in one breath is gone', async () => {
      await Promise.all([keys.put(id('a'), Buffer.from('a')), keys.destroy(id('a'))]);
      expect(await keys.get(id('a'))).toBeNull();
    });

    test('five hundred keys at once, and half of them destroyed at once', async () => {
      const names = Array.from({ length: 500 }, (_, at) => `key-${at}`);
      await Promise.all(names.map((each) => keys.put(id(each), Buffer.from(each))));
      await Promise.all(names.filter((_, at) => at % 2).map((each) => keys.destroy(id(each))));
      const found = await Promise.all(names.map(async (each) => text(await keys.get(id(each)))));
      expect(found).toEqual(names.map((each, at) => (at % 2 ? null : each)));
    });

    test('the fingerprint of the root key is kept: the same again, another is told', async () => {
      expect(await keys.fingerprint('root-1')).toBe('new');
      expect(await keys.fingerprint('root-1')).toBe('same');
      expect(await keys.fingerprint('root-2')).toBe('other');
    });

    test('after it was opened anew it knows what it knew', async () => {
      if (!opened.reopen) return;
      await keys.fingerprint('root-1');
      await Promise.all(['a', 'b'].map((each) => keys.put(id(each), Buffer.from(each))));
      await keys.destroy(id('a'));
      const again = await opened.reopen();
      expect([await again.get(id('a')), text(await again.get(id('b')))]).toEqual([null, 'b']);
      expect(await again.fingerprint('root-2')).toBe('other');
    });
  });

  describe('a vault over it', () => {
    let vault: Vault;
    let keyId: KeyId;
    const canary = Buffer.from('a person wrote this');
    beforeEach(async () => {
      vault = await createVault({ rootKey: ROOT_KEY, keyStore: keys });
      keyId = await vault.mintKey(demo, anna);
    });

    test('what was sealed opens in its place, also with a vault that never saw the key', async () => {
      const sealed = await vault.seal(keyId, place, canary);
      const other = await createVault({ rootKey: ROOT_KEY, keyStore: keys });
      expect(text(await vault.open(place, sealed))).toBe(canary.toString());
      expect(text(await other.open(place, sealed))).toBe(canary.toString());
    });

    test('after the key is destroyed nothing opens and nothing is sealed, in the same vault or another', async () => {
      const sealed = await vault.seal(keyId, place, canary);
      await vault.destroyKey(keyId);
      await vault.destroyKey(keyId);
      const other = await createVault({ rootKey: ROOT_KEY, keyStore: keys });
      expect([await vault.open(place, sealed), await other.open(place, sealed)]).toEqual([null, null]);
      await expect(vault.seal(keyId, place, canary)).rejects.toMatchObject({ code: 'vault.key-gone' });
    });

    test('two vaults that meet a new tenant at the same time can read each other', async () => {
      const tenant = asId<TenantId>('new-tenant');
      const vaults = await Promise.all(
        [1, 2, 3].map(() => createVault({ rootKey: ROOT_KEY, keyStore: keys })),
      );
      const minted = await Promise.all(vaults.map((each) => each.mintKey(tenant, anna)));
      const there = { ...place, tenant };
      const fresh = await createVault({ rootKey: ROOT_KEY, keyStore: keys });
      for (const [at, each] of vaults.entries()) {
        const sealed = await each.seal(minted[at] ?? keyId, there, canary);
        expect(text(await fresh.open(there, sealed))).toBe(canary.toString());
      }
    });

    test('another root key is refused before anything is read', async () => {
      const other = createVault({ rootKey: Buffer.alloc(32, 8), keyStore: keys });
      await expect(other).rejects.toMatchObject({ code: 'vault.wrong-root-key' });
    });
  });
}
