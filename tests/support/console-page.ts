// The console in a real browser: its bundle, the staff room over a real server with the real headers, and Chromium.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer } from '../../src/http/index.js';
import { createDeskWorld, type DeskWorld } from './staff-desk.js';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
/** Whether a browser is here. Without one the suite says so loudly; with REQUIRE_SERVICES=1 it fails instead. */
export const hasChromium = existsSync(CHROMIUM) || process.env['REQUIRE_SERVICES'] === '1';

export interface ConsoleRig {
  readonly world: DeskWorld;
  readonly url: string;
  readonly browser: Browser;
  /** Where the bundle was built. */
  readonly assetsDir: string;
  /** A page signed in by a one-time link. Every script error and policy report lands in `troubles`. */
  signIn(name: string): Promise<ConsoleTab>;
  openTab(path: string): Promise<ConsoleTab>;
  close(): Promise<void>;
}

export interface ConsoleTab {
  readonly page: Page;
  readonly troubles: string[];
  /** Addresses that the page asked for outside its own origin. */
  readonly outside: string[];
}

/** Resolves when an expression holds in the page. Asked from outside: the page's own policy allows no eval. */
export async function comesTrue(page: Page, expression: string): Promise<void> {
  const giveUpAt = Date.now() + 10_000;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > giveUpAt) throw new Error(`never came true: ${expression}`);
  }
}

function bundle(): string {
  const dir = mkdtempSync(join(tmpdir(), 'console-'));
  buildSync({
    entryPoints: [`${__dirname}/../../src/web/console/main.ts`],
    bundle: true,
    minify: true,
    target: 'es2022',
    outdir: dir,
    entryNames: 'console',
  });
  return dir;
}

/** Starts everything on a free loopback port. The room ticks with the real clock, because the browser does. */
export async function startConsole(): Promise<ConsoleRig> {
  const assetsDir = bundle();
  const clock = { at: 0, now: () => Date.now() };
  const world = createDeskWorld({ assetsDir, clock });
  const quiet = () => {};
  const server = createServer({
    routes: world.staff.routes,
    sockets: world.staff.sockets,
    trustedProxies: [],
    limits: { requestsPerSecond: 10_000, requestBurst: 10_000 },
    log: { debug: quiet, warn: quiet, error: quiet },
    manner: { helpText: '', secure: false },
  });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  world.staff.start();
  const browser = await launch();
  const openTab = (path: string) => newTab(browser, url, path);
  return {
    world,
    url,
    browser,
    assetsDir,
    openTab,
    signIn: async (name) => {
      const account = world.accounts.find((each) => each.name === name);
      const path = account && world.staff.issueLink(account.id);
      if (!path) throw new Error(`nobody called ${name}`);
      const tab = await openTab(path);
      await tab.page.waitForSelector('.top');
      return tab;
    },
    close: async () => {
      await browser.close();
      world.staff.close();
      await server.close();
      rmSync(assetsDir, { recursive: true, force: true });
    },
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function newTab(browser: Browser, url: string, path: string): Promise<ConsoleTab> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(10_000);
  const troubles: string[] = [];
  const outside: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted Type/i.test(message.text())) troubles.push(message.text());
  });
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('about:')) outside.push(request.url());
  });
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) => {
    console.error('Content Security Policy: ' + event.violatedDirective + ' ' + event.blockedURI);
  });`);
  await page.goto(url + path);
  return { page, troubles, outside };
}
