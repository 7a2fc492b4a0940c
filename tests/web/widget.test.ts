// What a person sees and can do on the page, in a real browser: first look, writing, danger, the summary, a person joining.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { hasChromium, startWidget, type WidgetRig, type WidgetTab } from '../support/widget-page.js';

const run = hasChromium ? describe : describe.skip;
if (!hasChromium)
  console.warn('SKIPPED: the widget was not opened in a browser, because there is no Chromium here.');
jest.setTimeout(120_000);

let rig: WidgetRig;
const tabs: WidgetTab[] = [];
beforeAll(async () => {
  if (hasChromium) rig = await startWidget();
});
afterAll(() => rig?.close());
afterEach(async () => {
  for (const tab of tabs.splice(0)) {
    expect(tab.troubles).toEqual([]);
    await tab.page.context().close();
  }
});

async function open(...options: Parameters<WidgetRig['openPage']>): Promise<WidgetTab> {
  const tab = await rig.openPage(...options);
  tabs.push(tab);
  return tab;
}

async function write(page: Page, text: string): Promise<void> {
  await page.fill('#input', text);
  await page.keyboard.press('Enter');
}

/** Writes down everything that the two voices say, because they are emptied again. */
const LISTEN = `window.said = [];
for (const id of ['polite', 'urgent'])
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) said.push(id + ': ' + node.textContent);
  }).observe(document.getElementById(id), { childList: true });`;

const lastInbound = () => rig.house.inbounds.at(-1);

run('before the first word', () => {
  test('without any script the numbers, the way out and the plain page are there', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('.help a[href="tel:911"]').isVisible()).toBe(true);
    expect(await page.locator('.help a[href="tel:+18883737888"]').isVisible()).toBe(true);
    expect(await page.locator('#exit').getAttribute('href')).toBe('https://www.weather.gov/');
    expect(await page.locator('a[href="/plain/demo"]').isVisible()).toBe(true);
  });

  test('nothing is asked of anybody else, and nothing is sent before something is said', async () => {
    const { page, asked } = await open();
    await page.waitForSelector('#begin button');
    expect(asked.every(({ url }) => url.startsWith(rig.url))).toBe(true);
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await page.title()).toBe('Chat');
  });

  test('all of it is at most 30 KB over the wire, and the loader 3 KB', async () => {
    const { page } = await open();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.reload({ waitUntil: 'networkidle' });
    console.info(`widget: ${bytes} bytes over the wire before the first message, headers included`);
    expect(bytes).toBeLessThanOrEqual(30 * 1024);
    const loader = readFileSync(join(rig.assetsDir, 'widget', 'loader.js'));
    expect(gzipSync(loader).length).toBeLessThanOrEqual(3 * 1024);
  });

  test('the first key reaches the way out', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('exit');
  });
});

run('the talk', () => {
  test('Start begins it, and a choice is a message of the person', async () => {
    const { page } = await open();
    await page.click('#begin button');
    await page.click('.choices button:has-text("Find a child in care")');
    await page.waitForSelector('.bot:has-text("You pressed topic:find-child.")');
    expect(lastInbound()).toMatchObject({ action: 'topic:find-child', text: '', hints: { locale: 'en' } });
    expect(await page.locator('.mine').allTextContents()).toEqual([
      expect.stringContaining('Find a child in care'),
    ]);
    expect(await page.locator('.choices button:visible').allTextContents()).toEqual(['Find a child in care']);
  });

  test('writing at once works too; the focus stays; each message is there once', async () => {
    const { page } = await open();
    await write(page, 'first words');
    await page.waitForSelector('.bot:has-text("You wrote: first words")');
    await write(page, 'second words');
    await page.waitForSelector('.bot:has-text("You wrote: second words")');
    expect(await page.locator('.mine').count()).toBe(2);
    expect(await page.evaluate('document.activeElement.id')).toBe('input');
    expect(await page.locator('#log').getAttribute('role')).toBe('log');
  });

  test('what a person writes is text, whatever it looks like', async () => {
    const { page } = await open();
    await write(page, '<img src=x onerror=alert(1)> [a](javascript:alert(1)) {{title}}');
    await page.waitForSelector('.bot');
    expect(await page.locator('#log img, #log script, #log .mine a').count()).toBe(0);
    expect(await page.locator('.bot').last().textContent()).toContain('{{title}}');
  });

  test('danger: the numbers can be tapped, it looks urgent, and it is said aloud once', async () => {
    const { page } = await open();
    await page.evaluate(LISTEN);
    await write(page, 'he has a gun');
    await page.waitForSelector('.safety');
    const links = page.locator('.safety a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      'tel:911',
      'tel:+18883737888',
      'sms:233733',
    ]);
    for (const box of await links.all()) expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const said = await page.evaluate<string[]>('window.said');
    expect(said.filter((line) => line.includes('call 911'))).toEqual([expect.stringMatching(/^urgent: /)]);
    await page.waitForSelector('#urgent:empty', { state: 'attached' });
  });

  test('an answer folds its sources away, and they open elsewhere without saying from where', async () => {
    const { page } = await open();
    await write(page, 'what is a t visa');
    await page.waitForSelector('.sources');
    const link = page.locator('.sources a');
    expect(await link.isVisible()).toBe(false);
    await page.click('.sources summary');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await page.locator('.sources').textContent()).toContain('It stays in your history.');
  });

  test('each message has its own language and direction', async () => {
    const { page } = await open();
    await write(page, 'arabic please');
    const words = page.locator('.bot [lang="ar"]');
    await words.waitFor();
    expect(await words.getAttribute('dir')).toBe('rtl');
    expect(await words.locator('bdi').textContent()).toBe('1-888-373-7888');
  });

  test('a person of the desk is plainly a person', async () => {
    const { page } = await open();
    await write(page, 'hello');
    await page.waitForSelector('.bot');
    const id = lastInbound()?.conversationId ?? '';
    const paragraphs = [[{ text: 'I am here with you now.' }]];
    const reply = { id: 'st', kind: 'staff', language: 'en', dir: 'ltr', paragraphs, choices: [] } as const;
    rig.house.add(id, {
      from: 'staff',
      id: 'st',
      at: 0,
      deskName: 'Demo desk',
      reply: { ...reply, paragraphs, choices: [] },
    });
    await page.waitForSelector('.staff');
    expect(await page.locator('.staff .from').textContent()).toBe('Person from Demo desk');
  });
});

run('the summary', () => {
  test('each line has a switch; taking out and putting back are sent, and the focus stays on the line', async () => {
    const { page } = await open();
    await write(page, 'he took my papers');
    await page.waitForSelector('.bot');
    await page.click('summary');
    await page.click('.sheet button:has-text("Talk to a person")');
    await page.waitForSelector('.items');
    expect(await page.locator('.items img').count()).toBe(0);
    const line = page.locator('#s-needs');
    expect(await line.getAttribute('aria-checked')).toBe('true');
    await line.focus();
    await page.keyboard.press('Space');
    await page.waitForSelector('#s-needs[aria-checked="false"]');
    expect(lastInbound()).toMatchObject({ action: 'strike:needs' });
    expect(await page.evaluate('document.activeElement.id')).toBe('s-needs');
    expect(await line.getAttribute('aria-label')).toContain('Put back: What is needed');
    expect(await page.locator('.items').count()).toBe(1);
    await page.keyboard.press('Space');
    await page.waitForSelector('#s-needs[aria-checked="true"]');
    expect(lastInbound()).toMatchObject({ action: 'keep:needs' });
    await page.click('.choices button:has-text("Don\'t share")');
    await page.waitForSelector('.bot:has-text("You pressed dont-share.")');
  });
});

run('languages', () => {
  test('the page comes in the language of the browser and says that nobody checked it yet', async () => {
    const { page } = await open({ locale: 'es-MX' });
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    expect(((await page.textContent('#notice')) ?? '').length).toBeGreaterThan(10);
  });

  test('choosing another changes page and talk, and keeps what was said', async () => {
    const { page } = await open();
    await write(page, 'hello');
    await page.waitForSelector('.bot');
    await page.click('summary');
    await page.selectOption('.sheet select', 'es');
    await page.waitForSelector('html[lang="es"]');
    await page.waitForSelector('.bot:has-text("lang:es")');
    expect(lastInbound()).toMatchObject({ action: 'lang:es', hints: { locale: 'es' } });
    expect(await page.locator('.mine').count()).toBe(1);
  });
});
