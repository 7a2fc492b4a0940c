import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRootKey } from '../../src/vault/index.js';

describe('the root key file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-root-'));
    path = join(folder, 'secrets', 'root.key');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('it is made once, for its owner alone, and read back the same', async () => {
    const made = await Promise.all([loadRootKey(path), loadRootKey(path), loadRootKey(path)]);
    const again = await loadRootKey(path);
    expect([...made, again].map((key) => key.equals(again))).toEqual([true, true, true, true]);
    expect([again.length, (await stat(path)).mode & 0o777]).toEqual([32, 0o600]);
    expect(await readdir(join(folder, 'secrets'))).toEqual(['root.key']);
  });

  const key = Buffer.alloc(32, 0xfb);
  test.each([
    ['base64', `${key.toString('base64')}\n`],
    ['base64url', key.toString('base64url')],
    ['hexadecimal', ` ${key.toString('hex').toUpperCase()} `],
  ])('a key that somebody wrote as %s is read', async (_, content) => {
    path = join(folder, 'root.key');
    await writeFile(path, content, { mode: 0o600 });
    expect((await loadRootKey(path)).equals(key)).toBe(true);
  });

  test.each([
    ['empty', ''],
    ['too short', 'YWJj'],
    ['not text of bytes', '!'.repeat(43)],
  ])('a file that is %s is refused', async (_, content) => {
    path = join(folder, 'root.key');
    await writeFile(path, content, { mode: 0o600 });
    await expect(loadRootKey(path)).rejects.toMatchObject({ code: 'config.invalid' });
  });

  test.each([0o644, 0o640, 0o604])(
    'a file that others may read is refused, and says what to do',
    async (mode) => {
      await loadRootKey(path);
      await chmod(path, mode);
      await expect(loadRootKey(path)).rejects.toMatchObject({
        code: 'config.invalid',
        detail: `${path} has mode ${mode.toString(8)}; run: chmod 600 ${path}`,
      });
    },
  );

  test('a folder in its place is refused', async () => {
    await expect(loadRootKey(folder)).rejects.toMatchObject({ code: 'config.invalid' });
  });
});
