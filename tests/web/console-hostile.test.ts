// Whatever people write stays text in the console: in the summary, the talk, the notes (trust.md T26, rows 29, 30, 79).
import {
  type ConsoleRig,
  type ConsoleTab,
  comesTrue,
  hasChromium,
  startConsole,
} from '../support/console-page.js';
import { HOSTILE_TEXTS, HOSTILE_VECTORS } from '../support/hostile-texts.js';

const run = hasChromium ? describe : describe.skip;
if (!hasChromium) console.warn('SKIPPED: hostile texts were not shown, because there is no Chromium here.');
jest.setTimeout(180_000);

/** Elements that only markup of somebody else could have brought. */
const FOREIGN =
  'body script, body img, body iframe, body a, body object, body embed, body link, body style, body base, body meta, body video, body template, body math, body b, body details, body [onerror], body [onload], body [href], body [src]';

/** Without the controls that turn text around: the summary drops them, the talk only fences them in. */
const bare = (text: string | null) => (text ?? '').replace(/[\u202A-\u202E\u2066-\u2069]/g, '').trim();

async function expectNothingRan({ page, troubles, outside }: ConsoleTab): Promise<void> {
  expect(await page.evaluate('window.ran')).toBeUndefined();
  expect(await page.locator(FOREIGN).count()).toBe(0);
  expect(troubles).toEqual([]);
  expect(outside).toEqual([]);
}

run('hostile texts', () => {
  let rig: ConsoleRig;
  let tab: ConsoleTab;
  beforeAll(async () => {
    rig = await startConsole();
    await rig.world.addStaff('Ana', 'advocate');
    tab = await rig.signIn('Ana');
  });
  afterAll(() => rig.close());

  const open = async (reference: string) => {
    await tab.page.locator('.queue .line-row', { hasText: reference }).click();
    await tab.page.locator('.case-title', { hasText: reference }).waitFor();
  };
  const claim = async () => {
    await tab.page.getByRole('button', { name: 'Claim', exact: true }).click();
    await tab.page.waitForSelector('#message');
  };

  test('in every line of a summary stay the words they are', async () => {
    for (const [index, words] of HOSTILE_VECTORS.entries()) {
      const place = { state: 'known' as const, value: words.slice(0, 80) };
      const id = rig.world.personComes({
        name: `h${index}`,
        level: 'emergency',
        danger: words,
        words,
        facts: { place },
      });
      await open(rig.world.caseOf(id).reference);
      const shown = await tab.page.locator('.summary .item-words q').textContent();
      expect(bare(shown)).toContain(bare(words).slice(0, 10));
      rig.world.happens(id, { kind: 'correction', text: words.slice(0, 80) });
      await tab.page.waitForSelector('.later');
      await claim();
      rig.world.happens(id, {
        kind: 'close',
        staffId: rig.world.accounts[0]?.id as never,
        disposition: 'prank',
      });
    }
    await expectNothingRan(tab);
  });

  test('five hundred of them in one talk are five hundred plain messages', async () => {
    const id = rig.world.personComes({ name: 'talker', level: 'emergency', danger: 'x' });
    await open(rig.world.caseOf(id).reference);
    await claim();
    await tab.page.locator('.phrase').first().click();
    await tab.page.waitForSelector('.from-staff');
    for (const words of HOSTILE_TEXTS) rig.world.personWrites(id, words);
    await comesTrue(tab.page, `document.querySelectorAll('.from-person').length === ${HOSTILE_TEXTS.length}`);
    const shown = await tab.page
      .locator('.from-person .words')
      .evaluateAll((nodes) => nodes.map((node) => node.textContent));
    expect(shown).toEqual([...HOSTILE_TEXTS]);
    expect(await tab.page.locator('.from-person .words[dir=auto]').count()).toBe(HOSTILE_TEXTS.length);
    await expectNothingRan(tab);
  });

  test('in a colleague’s note and in staff’s own message they stay text too', async () => {
    const id = rig.world.personComes({ name: 'noted', level: 'emergency', danger: 'x' });
    await open(rig.world.caseOf(id).reference);
    await claim();
    const all = HOSTILE_VECTORS.join(' ').slice(0, 1400);
    await tab.page.fill('#message', all);
    await tab.page.press('#message', 'Enter');
    await tab.page.waitForSelector('.from-staff');
    await tab.page.click('#tab-notes');
    await tab.page.fill('#note', all);
    await tab.page.getByRole('button', { name: 'Save note' }).click();
    await tab.page.waitForSelector('.notes li');
    expect(await tab.page.locator('.from-staff .words').last().textContent()).toBe(all.trim());
    await expectNothingRan(tab);
  });
});
