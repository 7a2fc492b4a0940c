// The widget's states under axe, in light and dark, wide and narrow, in left-to-right and right-to-left pages.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { hasChromium, startWidget, type WidgetRig } from '../support/widget-page.js';

const run = hasChromium ? describe : describe.skip;
if (!hasChromium)
  console.warn('SKIPPED: the widget was not checked by axe, because there is no Chromium here.');
jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Visible targets that are lower than a thumb needs. */
const SMALL = `[...document.querySelectorAll('button, summary, select, #exit, textarea')]
  .map((target) => ({ height: target.getBoundingClientRect().height, html: target.outerHTML }))
  .filter(({ height }) => height > 0 && height < 44)`;

interface Finding {
  readonly id: string;
  readonly nodes: { readonly html: string }[];
}

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: Finding[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

run('axe finds nothing wrong', () => {
  let rig: WidgetRig;
  beforeAll(async () => {
    rig = await startWidget();
  });
  afterAll(() => rig.close());

  test.each([
    ['light', 390, 'en-US'],
    ['dark', 390, 'en-US'],
    ['light', 1200, 'ar-EG'],
    ['dark', 390, 'ar-EG'],
  ] as const)('%s, %i wide, %s', async (colorScheme, width, locale) => {
    const { page } = await rig.openPage({
      ...{ colorScheme, locale, reducedMotion: 'reduce' },
      viewport: { width, height: 800 },
    });
    expect(await violationsOf(page)).toEqual([]);
    for (const words of ['he has a gun', 'what is a t visa', 'arabic']) {
      await page.fill('#input', words);
      await page.keyboard.press('Enter');
      await page.waitForSelector(`.mine:has-text("${words}") ~ .bot`);
    }
    await page.click('.sources summary');
    await page.click('.menu summary');
    expect(await violationsOf(page)).toEqual([]);
    await page.click('.sheet .plain >> nth=0');
    await page.click('#s-needs');
    await page.waitForSelector('#s-needs[aria-checked="false"]');
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('every target can be hit with a thumb, and nothing scrolls sideways on a small phone', async () => {
    const { page } = await rig.openPage({ viewport: { width: 320, height: 568 } });
    await page.click('#begin button');
    await page.waitForSelector('.choices');
    await page.click('.menu summary');
    const small = await page.evaluate(SMALL);
    expect(small).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(await page.locator('#exit').isVisible()).toBe(true);
    await page.context().close();
  });
});
