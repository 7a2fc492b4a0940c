// Rules about the code, held by reading it: who imports whom, sizes, names, what no file may hold.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

const root = join(__dirname, '..');
const src = join(root, 'src');

/** Rooms that each room may import, beside itself, `core` and the table of errors. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  content: [],
  i18n: ['content'],
  understanding: ['i18n'],
  knowledge: ['content', 'i18n', 'understanding'],
  triage: ['content', 'i18n', 'understanding', 'knowledge'],
  dialogs: ['content', 'i18n', 'understanding', 'knowledge', 'triage'],
  handoff: ['i18n'],
  turn: ['i18n', 'understanding', 'knowledge', 'triage', 'dialogs', 'handoff'],
  stores: [],
  vault: [],
  conversations: ['stores', 'vault', 'turn', 'handoff'],
  delivery: ['stores'],
  channels: ['i18n'],
  bot: [],
  partners: ['i18n', 'handoff'],
  staff: ['i18n', 'handoff'],
  http: [],
};
/** Wiring and commands may import every room. */
const FREE = new Set(['app.ts', 'main.ts', 'parts.ts', 'tools', 'wiring']);
const BANNED_NAMES = /(^|-)(utils?|helpers?|common|misc|manager|base|data|info)(-|\.|$)/;
const FILE_LIMIT = 300;
const TEST_LIMIT = 400;
const README_LIMIT = 40;

const sources = tsFiles(src).filter((file) => !file.endsWith('.d.ts'));
const tests = tsFiles(join(root, 'tests'));

function tsFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function lines(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}

function roomOf(file: string): string {
  return relative(src, file).split('/')[0] ?? '';
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import|require\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** Imports of other rooms, as [file, room, whether through the index]. */
function crossings(): { file: string; from: string; to: string; target: string }[] {
  return sources.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => resolve(dirname(file), name))
      .filter((target) => target.startsWith(src))
      .map((target) => ({
        file: relative(root, file),
        from: roomOf(file),
        to: roomOf(target),
        target: relative(src, target),
      }))
      .filter(({ from, to }) => from !== to),
  );
}

describe('the house', () => {
  test('a room imports only the rooms it may', () => {
    const wrong = crossings().filter(({ from, to }) => {
      if (FREE.has(from) || from === 'web') return false;
      return to !== 'core' && to !== 'errors.js' && !(MAY_IMPORT[from] ?? []).includes(to);
    });
    expect(wrong).toEqual([]);
  });

  test('a room is entered through its index', () => {
    const wrong = crossings().filter(
      ({ to, target }) =>
        to !== 'errors.js' && target.split('/').length > 1 && !/^[^/]+\/index\.js$/.test(target),
    );
    // The wiring is the app's own inside, in files of a readable size.
    expect(wrong.filter(({ from, to }) => from !== 'tools' && from !== 'web' && to !== 'wiring')).toEqual([]);
  });

  test('siblings never import each other: no channel another, no store another', () => {
    const between = (room: string) =>
      sources
        .filter((file) => roomOf(file) === room)
        .flatMap((file) =>
          importsOf(file)
            .filter((name) => name.startsWith('.'))
            .map((name) => [file, resolve(dirname(file), name)] as const),
        )
        .map(
          ([file, target]) =>
            [
              relative(join(src, room), file).split('/'),
              relative(join(src, room), target).split('/'),
            ] as const,
        )
        .filter(([from, to]) => from.length > 1 && to.length > 1 && from[0] !== to[0] && to[0] !== '..');
    expect(between('channels')).toEqual([]);
    expect(between('stores')).toEqual([]);
  });

  test('only src/bot imports Bot Framework, only src/http restify, only src/config.ts the environment', () => {
    const importing = (pattern: RegExp) =>
      sources.filter((file) => importsOf(file).some((name) => pattern.test(name))).map(roomOf);
    expect(new Set(importing(/^bot(builder|framework)/))).toEqual(new Set(['bot']));
    expect(new Set(importing(/^restify/))).toEqual(new Set(['http']));
    const readers = sources
      .filter((file) => /process\.env/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(src, file));
    expect(readers).toEqual(['config.ts']);
  });

  test('nothing acts when imported but main and the commands', () => {
    const loose = sources
      .filter(
        (file) => !['main.ts'].includes(basename(file)) && roomOf(file) !== 'tools' && roomOf(file) !== 'web',
      )
      .filter(
        (file) =>
          /^(await |void |main\(|process\.)/m.test(readFileSync(file, 'utf8')) && !/-process\.ts$/.test(file),
      );
    expect(loose.map((file) => relative(root, file))).toEqual([]);
  });

  test('files are short', () => {
    const long = [
      ...sources.map((file) => [file, FILE_LIMIT] as const),
      ...tests.map((file) => [file, TEST_LIMIT] as const),
    ];
    expect(
      long
        .filter(([file, limit]) => lines(file) > limit)
        .map(([file]) => `${lines(file)} ${relative(root, file)}`),
    ).toEqual([]);
  });

  test('names say what is inside', () => {
    const names = [...sources, ...tests].map((file) => basename(file, '.ts'));
    expect(
      names.filter((name) => BANNED_NAMES.test(name) || !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name)),
    ).toEqual([]);
  });

  test('every file opens by saying what lives in it', () => {
    const silent = sources.filter((file) => !/^(\/\/|\/\*\*|#!)/.test(readFileSync(file, 'utf8')));
    expect(silent.map((file) => relative(root, file))).toEqual([]);
  });

  test('no any, no muted rule, no unfinished work', () => {
    const muted =
      /:\s*any\b|\bas any\b|<any>|@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bTODO\b|\bFIXME\b/;
    const files = [...sources, ...tests].filter((file) => basename(file) !== 'house.test.ts');
    expect(
      files.filter((file) => muted.test(readFileSync(file, 'utf8'))).map((file) => relative(root, file)),
    ).toEqual([]);
  });

  test('no test is skipped or left alone', () => {
    const alone = /\b(it|test|describe)\.(skip|only|todo)\(|\bx(it|test|describe)\(/;
    const files = tests.filter((file) => basename(file) !== 'house.test.ts' && !file.includes('support'));
    expect(
      files.filter((file) => alone.test(readFileSync(file, 'utf8'))).map((file) => relative(root, file)),
    ).toEqual([]);
  });

  test('every room has a short README and an index with named exports', () => {
    const rooms = readdirSync(src, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const missing = rooms.filter((room) => !existsSync(join(src, room, 'README.md')));
    expect(missing).toEqual([]);
    expect(rooms.filter((room) => lines(join(src, room, 'README.md')) > README_LIMIT)).toEqual([]);
    const indexed = rooms.filter((room) => !['tools', 'web'].includes(room));
    expect(indexed.filter((room) => !existsSync(join(src, room, 'index.ts')))).toEqual([]);
    const starred = sources.filter(
      (file) => basename(file) === 'index.ts' && /export \*/.test(readFileSync(file, 'utf8')),
    );
    expect(starred).toEqual([]);
  });

  test('functions are short: a median under 10 lines', () => {
    const sizes = sources.flatMap(functionSizes).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(10);
  });

  test('a contract has at most eight members', () => {
    const contracts = ['stores/store.ts:Store', 'vault/vault.ts:Vault', 'channels/channel.ts:Channel'];
    for (const contract of contracts) {
      const [file = '', name = ''] = contract.split(':');
      const body =
        new RegExp(`export interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(
          readFileSync(join(src, file), 'utf8'),
        )?.[1] ?? '';
      const members = body
        .replace(/\/\*\*[\s\S]*?\*\//g, '')
        .split('\n')
        .filter((line) => /^ {2}(readonly )?\w+\??[(:<]/.test(line));
      expect([name, members.length <= 8 && members.length > 0]).toEqual([name, true]);
    }
  });
});

/** Lines of each named function, counted from its head to the brace that closes at the same indent. */
function functionSizes(file: string): number[] {
  const text = readFileSync(file, 'utf8').split('\n');
  return text.flatMap((line, start) => {
    const head =
      /^(\s*)(export )?(async )?function\b.*\{$|^(\s*)(private |async |static )*\w+\(.*\)(: .+)? \{$/.exec(
        line,
      );
    if (!head || /^\s*(if|for|while|switch|catch)\b/.test(line)) return [];
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    const end = text.findIndex((other, index) => index > start && other.startsWith(`${indent}}`));
    return end > start ? [end - start + 1] : [];
  });
}
