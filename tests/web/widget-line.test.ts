// A bad line: offline, lost answers, no WebSocket, a session that is gone. Nothing is lost, nothing is said twice.
import type { Page } from 'playwright-core';
import { hasChromium, startWidget, type WidgetRig } from '../support/widget-page.js';

const run = hasChromium ? describe : describe.skip;
if (!hasChromium)
  console.warn('SKIPPED: the widget on a bad line was not tried, because there is no Chromium here.');
jest.setTimeout(120_000);

/** A browser that forbids storage throws when it is only looked at. */
const BLOCKED = `for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
  Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });`;

let rig: WidgetRig;
beforeAll(async () => {
  if (hasChromium) rig = await startWidget();
});
afterAll(() => rig?.close());

async function write(page: Page, text: string): Promise<void> {
  await page.fill('#input', text);
  await page.keyboard.press('Enter');
}
const takenOf = (text: string) => rig.house.inbounds.filter((inbound) => inbound.text === text).length;

run('on a bad line', () => {
  test('row 83: offline in the middle: the number is shown, and what was written goes out later, once', async () => {
    const { page } = await rig.openPage();
    await write(page, 'before');
    await page.waitForSelector('.bot:has-text("before")');
    await page.context().setOffline(true);
    await write(page, 'written in a tunnel');
    await page.waitForSelector('#state:has-text("1-888-373-7888")');
    expect(await page.locator('.mine').last().textContent()).toContain('Sending');
    await page.context().setOffline(false);
    await page.waitForSelector('.bot:has-text("written in a tunnel")');
    expect(takenOf('written in a tunnel')).toBe(1);
    await page.waitForSelector('#state', { state: 'hidden' });
    await page.context().close();
  });

  test('a message whose answer got lost is sent again and is still one message', async () => {
    const { page } = await rig.openPage();
    let lost = 0;
    await page.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await write(page, 'only once please');
    await page.waitForSelector('.bot:has-text("only once please")');
    expect(lost).toBeGreaterThan(1);
    expect(takenOf('only once please')).toBe(1);
    expect(await page.locator('.mine').count()).toBe(1);
    await page.context().close();
  });

  test('a message that cannot go out says so, keeps its words, and goes with one press later', async () => {
    const { page } = await rig.openPage();
    await page.clock.install();
    await page.reload();
    await page.route('**/activities', (route) => route.fulfill({ status: 500 }));
    await write(page, 'please hear me');
    const retry = page.locator('.mine button');
    while ((await retry.count()) === 0) await page.clock.runFor(1000);
    expect(await page.textContent('#state')).toContain('1-888-373-7888');
    await page.unroute('**/activities');
    await retry.click();
    await page.waitForSelector('.bot:has-text("please hear me")');
    expect(takenOf('please hear me')).toBe(1);
    expect(await page.locator('.mine').count()).toBe(1);
    await page.context().close();
  });

  test('without WebSocket the page polls', async () => {
    const { page } = await rig.openPage();
    await page.addInitScript('window.WebSocket = undefined');
    await page.reload();
    await write(page, 'an old browser');
    await page.waitForSelector('.bot:has-text("an old browser")');
    await page.context().close();
  });

  test('row 83: a browser that blocks storage is no hindrance', async () => {
    const { page } = await rig.openPage();
    await page.addInitScript(BLOCKED);
    await page.reload();
    await write(page, 'no storage here');
    await page.waitForSelector('.bot:has-text("no storage here")');
    await page.context().close();
  });

  test('a session that is gone empties the page and says so', async () => {
    const { page } = await rig.openPage();
    await write(page, 'soon gone');
    await page.waitForSelector('.bot');
    const id = rig.house.inbounds.at(-1)?.conversationId ?? '';
    const kept = rig.house.kept.get(id);
    if (kept) kept.revoked = true;
    rig.house.wake(id);
    await page.waitForSelector('#state:has-text("This chat has ended")');
    expect(await page.locator('.message').count()).toBe(0);
    await page.context().close();
  });
});
