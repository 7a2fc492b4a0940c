// Leaving no trace: the ways out, the idle page, what the browser keeps, and what a partner's page can learn.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { BROWSER, hasChromium, startWidget, type WidgetRig } from '../support/widget-page.js';

const run = hasChromium ? describe : describe.skip;
if (!hasChromium)
  console.warn('SKIPPED: leaving the widget was not tried, because there is no Chromium here.');
jest.setTimeout(120_000);

/** Everything that a browser could keep of a page. */
const KEPT = `(async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  caches: (await caches.keys()).length,
}))()`;

/** Presses the exit and looks at the page in the same moment, before anything else can happen. */
const EXIT = `(() => {
  document.getElementById('exit').click();
  const text = (id) => document.getElementById(id).textContent;
  const words = document.getElementById('log').childElementCount;
  return { shown: getComputedStyle(document.body).display, words, voices: text('polite') + text('urgent') };
})()`;

/** A parent that says what it may, what it may not, and nonsense, far too often. */
const SHOUT = `(function (origin) {
  const frame = document.querySelector('div').shadowRoot.querySelector('iframe').contentWindow;
  const lines = [{ porchlight: 'theme', value: 'light' }, { porchlight: 'send', value: 'x' }, '<b>', null];
  for (let index = 0; index < 2500; index++) for (const line of lines) frame.postMessage(line, origin);
  for (const value of ['../../x', '<img>', '__proto__', 7]) frame.postMessage({ porchlight: 'locale', value }, origin);
})`;

const CANARY = 'canary-5b1f-words';
let rig: WidgetRig;
beforeAll(async () => {
  if (hasChromium) rig = await startWidget();
});
afterAll(() => rig?.close());

async function talking(options: Parameters<WidgetRig['openPage']>[0] = {}) {
  const tab = await rig.openPage(options);
  await write(tab.page, CANARY);
  await tab.page.waitForSelector(`.bot:has-text("${CANARY}")`);
  return tab;
}

async function write(page: Page, text: string): Promise<void> {
  await page.fill('#input', text);
  await page.keyboard.press('Enter');
}

/** Resolves when the service heard how the session ended. */
async function ended(page: Page, action: string): Promise<void> {
  while (rig.house.inbounds.at(-1)?.action !== action) await page.waitForTimeout(20);
}

const isWeather = (page: Page) => page.waitForURL('https://www.weather.gov/');

run('leaving', () => {
  test('the button covers the page, ends the session, and Back does not lead into the talk', async () => {
    const { page } = await talking();
    await page.goto('about:blank');
    await page.goto(`${rig.url}/chat/demo`);
    await write(page, CANARY);
    await page.waitForSelector(`.bot:has-text("${CANARY}")`);
    await page.click('#exit');
    await isWeather(page);
    await ended(page, 'hide');
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    await page.context().close();
  });

  test('the page is blank before the network answers, even when nothing answers', async () => {
    const { page } = await talking();
    await page.context().route('https://**', () => {});
    await page.route('**/widget/end', () => {});
    expect(await page.evaluate(EXIT)).toEqual({ shown: 'none', words: 0, voices: '' });
    await page.context().close();
  });

  test('Shift three times leaves; writing capitals does not', async () => {
    const { page } = await talking();
    await page.focus('#input');
    for (const key of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${key}`);
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift');
    expect(page.url()).toContain('/chat/demo');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await isWeather(page);
    await page.context().close();
  });

  test('the choice "Hide this page" leaves too', async () => {
    const { page } = await talking();
    await write(page, 'he has a gun');
    await page.click('.safety button:has-text("Hide this page")');
    await isWeather(page);
    await page.context().close();
  });

  test('closing the tab or reloading ends the session, and the page begins empty', async () => {
    const { page } = await talking();
    await page.reload();
    await ended(page, 'hide');
    expect(await page.content()).not.toContain(CANARY);
    expect(await page.inputValue('#input')).toBe('');
    await page.context().close();
  });

  test('erasing asks once more, then nothing is left and a new talk can begin', async () => {
    const { page } = await talking();
    await page.click('summary');
    await page.click('.sheet button:has-text("Erase this chat")');
    await page.click('.sheet button.strong');
    await ended(page, 'erase');
    expect(await page.content()).not.toContain(CANARY);
    expect(await page.textContent('#state')).toBe('Erased.');
    await write(page, 'something new');
    await page.waitForSelector('.bot:has-text("something new")');
    await page.context().close();
  });
});

run('an idle page', () => {
  const idle = async (minutes: number, page: Page) => page.clock.fastForward(minutes * 60_000 + 6000);
  const open = async () => {
    const tab = await rig.openPage();
    await tab.page.clock.install();
    await tab.page.reload();
    await write(tab.page, CANARY);
    await tab.page.clock.runFor(1000);
    await tab.page.waitForSelector(`.bot:has-text("${CANARY}")`);
    return tab.page;
  };

  test('warns after ten minutes, forgives a touch, and is empty after fifteen', async () => {
    const page = await open();
    await idle(10, page);
    expect(await page.textContent('#state')).toContain('Are you still there?');
    await page.click('#state button');
    await idle(10, page);
    expect(await page.locator('.mine').count()).toBe(1);
    await idle(5, page);
    await page.waitForSelector('.message', { state: 'detached' });
    expect(await page.textContent('#state')).toBe('This page was cleared.');
    await ended(page, 'hide');
    await page.context().close();
  });

  test('stays while a case is open', async () => {
    rig.house.desk.caseOpen = true;
    const page = await open();
    await idle(40, page);
    expect(await page.locator('.mine').count()).toBe(1);
    expect(await page.locator('#state').isVisible()).toBe(false);
    rig.house.desk.caseOpen = false;
    await page.context().close();
  });
});

run('what the browser keeps', () => {
  test('no cookie, no storage, no worker', async () => {
    const { page } = await talking();
    const kept = await page.evaluate(KEPT);
    expect(kept).toEqual({ cookies: '', local: 0, session: 0, databases: 0, workers: 0, caches: 0 });
    expect(await page.context().cookies()).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  test('T1: after a talk and an exit no file of the profile holds a word of it', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'profile-'));
    const context = await chromium.launchPersistentContext(profile, BROWSER);
    const page = await context.newPage();
    await context.route('https://**', (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
    await page.goto(`${rig.url}/chat/demo`);
    await write(page, CANARY);
    await page.waitForSelector(`.bot:has-text("${CANARY}")`);
    await page.click('#exit');
    await isWeather(page);
    await context.close();
    const found = filesOf(profile).filter((file) => holds(readFileSync(file), CANARY));
    expect(found).toEqual([]);
    rmSync(profile, { recursive: true, force: true });
  });
});

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
const holds = (bytes: Buffer, text: string) =>
  bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));

run("inside a partner's page", () => {
  const PARTNER = `<!doctype html><title>Partner</title><script>
    window.heard = []; addEventListener('message', (event) => heard.push(JSON.stringify(event.data)));
  </script><script src="%WIDGET%/widget/loader.js" data-partner="demo" data-label="Chat" data-theme="dark" data-locale="es"></script>`;
  const frameOf = async (page: Page) => {
    await page.click('text=Chat');
    const element = await page.waitForSelector('iframe');
    const frame = await element.contentFrame();
    if (!frame) throw new Error('no frame');
    return frame;
  };

  test('the frame opens, takes the language and theme it is told, and tells the page nothing of the talk', async () => {
    const { page, troubles } = await rig.openPartner(PARTNER);
    const frame = await frameOf(page);
    await frame.waitForSelector('html[lang="es"][data-theme="dark"]');
    await frame.fill('#input', CANARY);
    await frame.press('#input', 'Enter');
    await frame.waitForSelector(`.bot:has-text("${CANARY}")`);
    const heard = await page.evaluate<string[]>('window.heard');
    expect(heard).toEqual(['{"porchlight":"ready"}']);
    expect(await page.content()).not.toContain(CANARY);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('row 82: a hostile page shouts ten thousand things and moves nothing', async () => {
    const { page } = await rig.openPartner(PARTNER);
    const frame = await frameOf(page);
    await frame.waitForSelector('html[lang="es"]');
    await page.evaluate(`${SHOUT}('${rig.url}')`);
    await frame.fill('#input', 'still here');
    await frame.press('#input', 'Enter');
    await frame.waitForSelector('.bot:has-text("still here")');
    expect(await frame.getAttribute('html', 'lang')).toBe('es');
    await page.context().close();
  });

  test("leaving takes the partner's page along", async () => {
    const { page } = await rig.openPartner(PARTNER);
    const frame = await frameOf(page);
    await frame.click('#exit');
    await isWeather(page);
    await page.context().close();
  });

  test('T10: a page that is not listed gets an empty frame', async () => {
    const { page } = await rig.openPartner(PARTNER, false);
    const refused = page.waitForEvent('console', (line) => /frame-ancestors/.test(line.text()));
    const frame = await frameOf(page);
    await refused;
    expect(await frame.locator('#input').count()).toBe(0);
    await page.context().close();
  });
});
