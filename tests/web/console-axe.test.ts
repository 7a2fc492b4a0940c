// The console's screens under axe, in light and dark, wide and narrow, in left-to-right and right-to-left content.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type ConsoleRig, hasChromium, startConsole } from '../support/console-page.js';

const run = hasChromium ? describe : describe.skip;
if (!hasChromium)
  console.warn('SKIPPED: the console was not checked by axe, because there is no Chromium here.');
jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
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

async function everyWay(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 820, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      expect({ colorScheme, width, violations: await violationsOf(page) }).toEqual({
        colorScheme,
        width,
        violations: [],
      });
    }
  }
}

run('axe finds nothing wrong', () => {
  let rig: ConsoleRig;
  beforeAll(async () => {
    rig = await startConsole();
    await rig.world.addStaff('Sue', 'supervisor');
    await rig.world.addStaff('Ana', 'advocate');
  });
  afterAll(() => rig.close());

  test('on the sign-in page, also with a refusal on it', async () => {
    const { page } = await rig.openTab('/staff');
    await page.waitForSelector('.sign-in');
    await everyWay(page);
    for (const name of ['name', 'password', 'code']) await page.fill(`#sign-${name}`, '123456');
    await page.keyboard.press('Enter');
    await page.getByText('That did not fit.').waitFor();
    await everyWay(page);
    await page.close();
  });

  test('on an empty queue and on a full one', async () => {
    const { page } = await rig.signIn('Sue');
    await everyWay(page);
    for (const level of ['emergency', 'urgent', 'elevated', 'routine'] as const) {
      rig.world.personComes({ name: level, level, danger: `${level} words`, minimal: level === 'emergency' });
    }
    await page.locator('.queue ol .line-row').nth(3).waitFor();
    await everyWay(page);
    await page.close();
  });

  test.each(['en', 'ar'])('on a case in %s with its talk, notes, closing and help', async (language) => {
    const words = language === 'ar' ? 'هو خارج الباب ومعه سلاح' : 'he is outside with a gun';
    const id = rig.world.personComes({
      name: `person ${language}`,
      language,
      level: 'emergency',
      danger: words,
      words,
    });
    const { page } = await rig.signIn('Ana');
    await page.locator('.queue .line-row').first().waitFor();
    await page.locator('.queue ol .line-row', { hasText: rig.world.caseOf(id).reference }).click();
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await page.locator('.phrase:not(:disabled)').first().click();
    await page.waitForSelector('.from-staff');
    rig.world.personWrites(id, words);
    await page.waitForSelector('.from-person');
    await everyWay(page);
    for (const tab of ['notes', 'close']) {
      await page.click(`#tab-${tab}`);
      await everyWay(page);
    }
    await page.getByRole('button', { name: 'Keys' }).click();
    await everyWay(page);
    await page.close();
  });
});
