import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSettings } from '../src/config.js';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

describe('the README tells the truth', () => {
  test('every setting stands in its table as the code describes it', () => {
    const rows = describeSettings().map(({ name, about }) => `| \`${name}\` | ${about} |`);
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
  });

  test('every dependency has a reason, and every version is exact', () => {
    const all = { ...manifest['dependencies'], ...manifest['devDependencies'] };
    const named = Object.keys(all).filter((name) => !name.startsWith('@types/'));
    expect(named.filter((name) => !readme.includes(name))).toEqual([]);
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('every command that it names is a script', () => {
    const commands = [...readme.matchAll(/`npm run (?:-s )?([a-z-]+)/g)].map((match) => match[1] ?? '');
    expect(commands.filter((command) => !(command in (manifest['scripts'] ?? {})))).toEqual([]);
  });
});
