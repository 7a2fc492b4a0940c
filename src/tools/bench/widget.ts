// What a person's browser downloads before the first message, compressed as it is served.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadBrain } from '../load-brain.js';
import { projectRoot } from '../project.js';
import { table } from '../table.js';
import type { Measured } from './part.js';

/** Web Chat 4.18, minimal and full bundle, measured the same way (docs: the figure in the README). */
const WEB_CHAT = { minimal: 483, full: 945 };
const PAGE = ['page.template', 'app.css', 'app.js', 'icon.svg'];

/** Kilobytes after gzip: loader, page with its parts, and the words of the largest language inside the page. */
export async function benchWidget(): Promise<Measured> {
  const sizes = new Map([...PAGE, 'loader.js'].map((name) => [name, zipped(readAsset(name))]));
  const words = largestWords();
  const page = PAGE.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0) + words.size;
  const loader = sizes.get('loader.js') ?? 0;
  const figures = { loaderBytes: loader, pageBytes: page, words, webChat: WEB_CHAT };
  const rows = [
    ...[...sizes].map(([name, size]) => [name, kilobytes(size)]),
    [`words (${words.tag})`, kilobytes(words.size)],
    ['everything before the first message', kilobytes(page)],
    ['share of Web Chat, minimal', `${((page / 1024 / WEB_CHAT.minimal) * 100).toFixed(1)} %`],
    ['share of Web Chat, full', `${((page / 1024 / WEB_CHAT.full) * 100).toFixed(1)} %`],
  ];
  return { figures, shown: table('Widget, KB gzip', ['part', 'KB'], rows) };
}

function largestWords(): { tag: string; size: number } {
  const { locales } = loadBrain().content;
  const sizes = [...locales.byTag].map(([tag, { files }]) => {
    const texts = Object.fromEntries(files.get('widget')?.texts ?? []);
    return { tag, size: zipped(Buffer.from(JSON.stringify(texts))) };
  });
  return sizes.sort((one, two) => two.size - one.size)[0] ?? { tag: 'en', size: 0 };
}

function readAsset(name: string): Buffer {
  return readFileSync(join(projectRoot, 'dist', 'web', 'widget', name));
}

function zipped(body: Buffer): number {
  return gzipSync(body, { level: 9 }).length;
}

function kilobytes(size: number): string {
  return (size / 1024).toFixed(1);
}
