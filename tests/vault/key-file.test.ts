import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, type KeyId } from '../../src/core/index.js';
import { type KeyStore, openKeyFile } from '../../src/vault/index.js';
import { describeKeyStore } from '../contracts/vault.js';

const SLOT_BYTES = 128;
const id = (name: string) => asId<KeyId>(name);
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porchlight-keys-'));
  path = join(folder, 'keys.bin');
});
afterEach(() => rm(folder, { recursive: true }));

describeKeyStore('key file', async () => {
  let keys = await openKeyFile(path);
  return {
    keys,
    async reopen() {
      await keys.close();
      keys = await openKeyFile(path);
      return keys;
    },
    close: () => keys.close(),
  };
});

describe('the key file', () => {
  let keys: KeyStore;
  beforeEach(async () => {
    keys = await openKeyFile(path);
    await keys.fingerprint('root');
  });
  afterEach(() => keys.close());
  const putAll = (names: readonly string[]) =>
    Promise.all(names.map((name) => keys.put(id(name), Buffer.from(`wrapped ${name}`))));

  test('a destroyed key is nowhere in the file', async () => {
    await putAll(['a', 'b', 'c']);
    expect((await readFile(path)).includes('wrapped b')).toBe(true);
    await keys.destroy(id('b'));
    const raw = await readFile(path);
    expect(['a', 'b', 'c'].map((name) => raw.includes(`wrapped ${name}`))).toEqual([true, false, true]);
  });

  test('places of destroyed keys are used again, also after it was opened anew', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `old-${at}`);
    await putAll(names);
    const { size } = await stat(path);
    await Promise.all(names.map((name) => keys.destroy(id(name))));
    await putAll(names.slice(0, 20).map((name) => `new-${name}`));
    await keys.close();
    keys = await openKeyFile(path);
    await putAll(names.slice(20).map((name) => `new-${name}`));
    expect((await stat(path)).size).toBe(size);
    expect(Buffer.from((await keys.get(id('new-old-7'))) ?? []).toString()).toBe('wrapped new-old-7');
  });

  const torn: [how: string, tear: (file: string, size: number) => Promise<void>][] = [
    ['cut off in the middle', (file, size) => truncateTo(file, size - SLOT_BYTES / 2)],
    ['half written', (file, size) => overwrite(file, size - SLOT_BYTES / 2, Buffer.alloc(SLOT_BYTES / 2))],
    ['one bit wrong', (file, size) => overwrite(file, size - SLOT_BYTES + 40, Buffer.from([0]))],
  ];
  test.each(torn)(
    'a last slot that is %s costs that key alone, and its place is used again',
    async (_, tear) => {
      await putAll(['a', 'b']);
      await keys.put(id('last'), Buffer.alloc(60, 'wrapped last'));
      const copy = join(folder, 'copy.bin');
      await copyFile(path, copy);
      const { size } = await stat(copy);
      await tear(copy, size);
      const again = await openKeyFile(copy);
      expect(await again.get(id('last'))).toBeNull();
      expect(await again.get(id('b'))).not.toBeNull();
      expect(await again.fingerprint('root')).toBe('same');
      await again.put(id('next'), Buffer.from('wrapped next'));
      expect([(await stat(copy)).size, await again.get(id('next'))]).toEqual([
        size,
        Buffer.from('wrapped next'),
      ]);
      await again.close();
    },
  );

  test('a key that was copied to another slot is not believed', async () => {
    await putAll(['a']);
    const raw = await readFile(path);
    const copy = join(folder, 'copy.bin');
    await writeFile(
      copy,
      Buffer.concat([raw.subarray(0, SLOT_BYTES), Buffer.alloc(SLOT_BYTES), raw.subarray(SLOT_BYTES)]),
    );
    const again = await openKeyFile(copy);
    expect(await again.get(id('a'))).toBeNull();
    await again.close();
  });

  test('only its owner may read it', async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('a second process is refused while the first has it open', async () => {
    await expect(openKeyFile(path)).rejects.toMatchObject({
      code: 'config.invalid',
      detail: `${path} is in use by process ${process.pid}; stop that first.`,
    });
  });

  test('the lock of a process that is gone holds nobody up', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const copy = join(folder, 'copy.bin');
    await copyFile(path, copy);
    for (const left of [`${gone} 12345`, `${process.pid} 1`, '', 'nonsense']) {
      await writeFile(`${copy}.lock`, left);
      await (await openKeyFile(copy)).close();
    }
  });

  test('a wrapped key that is too long for a slot is refused', async () => {
    await expect(keys.put(id('long'), Buffer.alloc(97))).rejects.toThrow(RangeError);
    await putAll(['a']);
    expect(await keys.get(id('a'))).not.toBeNull();
  });
});

async function truncateTo(file: string, size: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.truncate(size);
  await handle.close();
}

async function overwrite(file: string, at: number, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(bytes, 0, bytes.length, at);
  await handle.close();
}
