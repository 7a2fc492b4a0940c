// Bundles what browsers run, one file a page: every folder beside this one with an `entries` row below. Assets are copied.
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/** By folder: what is bundled (name of the result, source), and what is taken as it is. */
const PAGES = {
  widget: {
    bundles: [
      ['app', 'app.ts'],
      ['app', 'app.css'],
      ['loader', 'loader.ts'],
    ],
    copies: ['page.template', 'icon.svg'],
  },
  console: { bundles: [['console', 'main.ts']], copies: [] },
};

/** Builds every page into `<outDir>/<folder>/`. Rejects with esbuild's own message when something does not compile. */
export async function buildWeb(outDir, { minify = true } = {}) {
  for (const [folder, page] of Object.entries(PAGES)) await buildPage(folder, page, { outDir, minify });
}

async function buildPage(folder, { bundles, copies }, { outDir, minify }) {
  const there = new Set(await readdir(join(here, folder)).catch(() => []));
  const target = join(outDir, folder);
  await mkdir(target, { recursive: true });
  await build({
    entryPoints: bundles
      .filter(([, source]) => there.has(source))
      .map(([out, source]) => ({ out, in: join(here, folder, source) })),
    outdir: target,
    bundle: true,
    minify,
    format: 'iife',
    target: ['es2020', 'chrome80', 'firefox78'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  for (const name of copies.filter((copied) => there.has(copied)))
    await copyFile(join(here, folder, name), join(target, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb(process.argv[2] ?? 'dist/web');
