// The widget in a real browser: its bundle, the web channel over a real server with the real headers, the real words, and
// a house in memory that answers from a short script.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Look } from '../../src/channels/index.js';
import type { Inline, PersonInbound, Reply } from '../../src/core/index.js';
import { createServer } from '../../src/http/index.js';
import { createSpeaker, loadLocales, matchLanguage } from '../../src/i18n/index.js';
import { createHouse, createWeb, type House, say } from '../channels/web-world.js';

const ROOT = join(__dirname, '..', '..');
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
/** Whether a browser is here. Without one the suite says so loudly; with REQUIRE_SERVICES=1 it fails instead. */
export const hasChromium = existsSync(CHROMIUM) || process.env['REQUIRE_SERVICES'] === '1';

const NUMBERS: Readonly<Record<string, Inline>> = {
  'emergency-911.phone': { text: '911', href: 'tel:911' },
  'nhth.phone': { text: '1-888-373-7888', href: 'tel:+18883737888' },
  'nhth.text': { text: '233733', href: 'sms:233733' },
};
const OPEN_VALUES = ['count', 'minutes', 'line', 'number', 'desk', 'language', 'time'];

/** The interface as the service makes it: real locales, contacts filled in, values of the page left open. */
export function createLook(assetsDir: string): Look {
  const locales = loadLocales(ROOT).value;
  if (!locales) throw new Error('the locales do not load');
  const speaker = createSpeaker(locales, {
    contacts: { resolve: (name, field) => NUMBERS[`${name}.${field}`] },
  });
  const open = Object.fromEntries(OPEN_VALUES.map((name) => [name, `{{${name}}}`]));
  const keys = Object.keys(
    JSON.parse(readFileSync(join(ROOT, 'locales/en/widget.json'), 'utf8')) as object,
  ).filter((key) => !key.startsWith('_'));
  const written = [...locales.languages.values()].filter(({ tag }) => locales.byTag.has(tag));
  return {
    assets: new Map(readdirSync(assetsDir).map((name) => [name, readFileSync(join(assetsDir, name))])),
    languages: written.map(({ tag, ownName, dir }) => ({ tag, name: ownName, dir })),
    match: (tag) => matchLanguage(locales.languages, tag),
    text: (tag) =>
      written.some((language) => language.tag === tag)
        ? {
            tag,
            dir: speaker.dir(tag),
            strings: Object.fromEntries(keys.map((key) => [key, speaker.text(tag, `widget:${key}`, open)])),
            help: ['automated', 'call', 'hotline'].flatMap((key) => speaker.say(tag, `widget:before.${key}`)),
            notice: tag === 'en' ? null : speaker.text(tag, 'widget:before.unreviewed'),
          }
        : null,
  };
}

const items = (struck: readonly string[]) =>
  [
    { id: 'state', label: 'Where', text: 'Texas' },
    { id: 'needs', label: 'What is needed', text: 'a safe place tonight' },
    { id: 'words', label: 'In your words', text: '<img src=x onerror=alert(1)> he took my papers' },
  ].map((item) => ({ ...item, struck: struck.includes(item.id) }));

const preview = (id: string, struck: readonly string[]) =>
  say(id, 'This is what the desk would see. Nothing else.', {
    kind: 'preview',
    title: 'What staff would see',
    preview: items(struck),
    choices: [
      { id: 'share-all', label: 'Share all of this' },
      { id: 'dont-share', label: "Don't share, give me the number" },
    ],
  });

/** What the house says to a message: enough of each kind of reply to see every part of the page. */
function script(inbound: PersonInbound, struck: Set<string>): Reply[] {
  const id = `r-${inbound.id}`;
  const [verb = '', item = ''] = (inbound.action ?? '').split(':');
  if (verb === 'strike') struck.add(item);
  if (verb === 'keep') struck.delete(item);
  if (verb === 'strike' || verb === 'keep' || verb === 'person') return [preview(id, [...struck])];
  if (verb === 'start') return [welcome(id)];
  if (/gun/.test(inbound.text)) return [danger(id)];
  if (/visa/.test(inbound.text)) return [answer(id)];
  if (/arabic/.test(inbound.text)) return [arabic(id)];
  return [say(id, inbound.action ? `You pressed ${inbound.action}.` : `You wrote: ${inbound.text}`)];
}

const welcome = (id: string) =>
  say(id, 'I am an automated assistant. The people behind me are at the demo desk.', {
    choices: [
      { id: 'safety', label: 'Is this safe for me?' },
      { id: 'topic:find-child', label: 'Find a child in care' },
      { id: 'person', label: 'Talk to a person' },
    ],
  });

const danger = (id: string): Reply => ({
  ...say(id, '', {
    kind: 'safety',
    choices: [
      { id: 'person', label: 'Bring a person' },
      { id: 'hide', label: 'Hide this page' },
    ],
  }),
  paragraphs: [
    [
      { text: 'If you can, call ', strong: true },
      { text: '911', strong: true, href: 'tel:911' },
      { text: ' now.', strong: true },
    ],
    [
      { text: 'You can also call ' },
      { text: '1-888-373-7888', strong: true, href: 'tel:+18883737888' },
      { text: ' or text ' },
      { text: '233733', strong: true, href: 'sms:233733' },
      { text: ', any time.' },
    ],
  ],
});

const answer = (id: string): Reply =>
  say(id, 'A T visa lets someone who was trafficked stay in the United States and work. [1]', {
    title: 'T visa: a way to stay and work',
    asOf: 'As of November 2026.',
    sources: [
      {
        id: 's1',
        title: 'Victims of Human Trafficking: T Nonimmigrant Status',
        publisher: 'USCIS',
        url: 'https://www.uscis.gov/t',
        date: '2026-03',
      },
      { id: 's2', title: 'A paper without an address', publisher: 'A court', url: null, date: '2025' },
    ],
  });

const arabic = (id: string): Reply => ({
  ...say(id, ''),
  language: 'ar',
  dir: 'rtl',
  paragraphs: [
    [
      { text: 'يمكنك الاتصال على ' },
      { text: '1-888-373-7888', href: 'tel:+18883737888' },
      { text: ' في أي وقت.' },
    ],
  ],
});

export interface WidgetRig {
  readonly house: House;
  readonly url: string;
  readonly assetsDir: string;
  openPage(options?: BrowserContextOptions, path?: string): Promise<WidgetTab>;
  /** A page of the partner with the loader in it, on another origin that is listed. */
  openPartner(html: string, listed?: boolean): Promise<WidgetTab & { partnerUrl: string }>;
  close(): Promise<void>;
}

export interface WidgetTab {
  readonly page: Page;
  /** Script errors and policy reports. */
  readonly troubles: string[];
  /** Every address asked for, and the bytes that came over the wire for each. */
  readonly asked: { url: string; method: string }[];
}

/** Starts everything on loopback. The weather page is answered here, so that leaving can be seen without a network. */
export async function startWidget(): Promise<WidgetRig> {
  const assetsDir = mkdtempSync(join(tmpdir(), 'widget-'));
  execFileSync(process.execPath, [join(ROOT, 'src/web/build.mjs'), assetsDir]);
  const struck = new Map<string, Set<string>>();
  const house = createHouse((inbound) => {
    const own = struck.get(inbound.conversationId) ?? new Set();
    struck.set(inbound.conversationId, own);
    return script(inbound, own);
  });
  const origins: string[] = [];
  const { channel } = createWeb(house, { look: createLook(join(assetsDir, 'widget')), origins });
  const quiet = () => {};
  const server = createServer({
    routes: channel.routes,
    sockets: channel.sockets ?? [],
    trustedProxies: [],
    limits: { requestsPerSecond: 10_000, requestBurst: 10_000 },
    log: { debug: quiet, warn: quiet, error: quiet },
    manner: { helpText: 'Call 911.', secure: false },
  });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  const browser = await chromium.launch(BROWSER);
  const partners: { close(): void }[] = [];
  return {
    ...{ house, url, assetsDir },
    openPage: async (options = {}, path = '/chat/demo') => {
      const tab = await newTab(browser, options);
      await tab.page.goto(url + path);
      return tab;
    },
    openPartner: async (html, listed = true) => {
      const partner = await servePartner(html.replaceAll('%WIDGET%', url));
      partners.push(partner);
      if (listed) origins.push(partner.url);
      const tab = await newTab(browser, {});
      await tab.page.goto(partner.url);
      return { ...tab, partnerUrl: partner.url };
    },
    close: async () => {
      await browser.close();
      for (const partner of partners) partner.close();
      channel.close?.();
      await server.close();
      rmSync(assetsDir, { recursive: true, force: true });
    },
  };
}

async function servePartner(html: string) {
  const server = createPlainServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, close };
}

async function newTab(browser: Browser, options: BrowserContextOptions): Promise<WidgetTab> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const asked: WidgetTab['asked'] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && /Content Security|Trusted|Refused to/.test(line.text()))
      troubles.push(line.text());
  });
  page.on('request', (request) => asked.push({ url: request.url(), method: request.method() }));
  await context.route('https://**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>Sunny' }),
  );
  return { page, troubles, asked };
}

/** How the browser is started, for tests that need a profile of their own. */
export const BROWSER = {
  executablePath: CHROMIUM,
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
