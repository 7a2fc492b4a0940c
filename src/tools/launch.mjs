// The door of every npm script: checks the runtime, builds what is stale, then runs the command.
// Plain JavaScript, so that it can say something useful on any Node; everything else is TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dist = join(root, 'dist');
const bin = (name) => join(root, 'node_modules', ...name);

/** Rooms whose code decides what the content bundle and the models hold. */
const CONTENT_CODE = [
  'content',
  'i18n',
  'understanding',
  'knowledge',
  'dialogs',
  'wiring',
  join('tools', 'build-content.ts'),
];

/** What each build step reads, and the command that makes it. A step runs when an input is newer than its stamp. */
const steps = [
  {
    name: 'code',
    inputs: ['src', 'tsconfig.json', 'package.json'],
    ignore: join('src', 'web'),
    run: () => node([bin(['typescript', 'bin', 'tsc']), '-p', root]),
  },
  { name: 'web', inputs: [join('src', 'web')], run: () => node([join(root, 'src', 'web', 'build.mjs')]) },
  {
    name: 'content',
    inputs: ['knowledge', 'locales', 'dialogs', ...CONTENT_CODE.map((room) => join('src', room))],
    run: () => node([join(dist, 'tools', 'build-content.js')]),
  },
];

function node(args) {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: ['inherit', 2, 'inherit'] });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function newest(path, ignore) {
  if (ignore && path.startsWith(join(root, ignore))) return 0;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name), ignore)),
    stat.mtimeMs,
  );
}

/** Dated when the step began: an input that changed while it ran makes it stale again. */
function stamp(step, startedAt) {
  const file = join(dist, `.built-${step.name}`);
  writeFileSync(file, '');
  utimesSync(file, startedAt, startedAt);
}

function isStale(step) {
  const stamp = join(dist, `.built-${step.name}`);
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  return step.inputs.some((input) => newest(join(root, input), step.ignore) > builtAt);
}

function build(force = false) {
  if (force) rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  for (const step of steps) {
    if (!isStale(step)) continue;
    const startedAt = new Date();
    step.run();
    stamp(step, startedAt);
  }
}

function test(args) {
  node([bin(['jest', 'bin', 'jest.js']), ...args]);
}

function check(args) {
  node([bin(['@biomejs', 'biome', 'bin', 'biome']), 'check', '.']);
  for (const project of [['.'], ['tests'], ['src', 'web']])
    node([bin(['typescript', 'bin', 'tsc']), '--noEmit', '-p', join(root, ...project)]);
  node([join(dist, 'tools', 'check-content.js')]);
  test(args);
}

/** What refuses to run says why in sentences; a bug keeps its stack. */
function explain(thrown) {
  console.error(thrown?.name === 'PorchlightError' ? thrown.message : thrown);
  process.exit(1);
}

const [command = 'start', ...args] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error(
    'Porchlight needs Node 22 or newer to run: `npm install` brings Node 24 beside it, so start it with `npm start` or `npm test`.',
  );
  process.exit(1);
}
if (command === 'build') build(args.includes('--force'));
else {
  build();
  if (command === 'test') test(args);
  else if (command === 'check') check(args);
  else {
    const file = command === 'start' ? 'main.js' : join('tools', `${command}.js`);
    // Compiled code is kept between runs: a start spends half its time compiling otherwise.
    module.enableCompileCache?.(join(dist, '.compile-cache'));
    process.argv.splice(2, 1);
    await import(pathToFileURL(join(dist, file)).href).catch(explain);
  }
}
