import type { ConversationId } from '../../src/core/index.js';
import {
  type ConsoleRig,
  type ConsoleTab,
  comesTrue,
  hasChromium,
  startConsole,
} from '../support/console-page.js';

const run = hasChromium ? describe : describe.skip;
if (!hasChromium) console.warn('SKIPPED: the console was not tested, because there is no Chromium here.');
jest.setTimeout(120_000);

/** Counts every tone that is started. */
const COUNT_TONES = `
  window.tones = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when); };`;
const WHAT_IS_KEPT = `(async () => ({
  local: localStorage.length,
  tab: sessionStorage.length,
  cookies: document.cookie,
  databases: (await indexedDB.databases()).length,
  workers: ((await navigator.serviceWorker?.getRegistrations()) ?? []).length,
}))()`;

run('the console in a browser', () => {
  let rig: ConsoleRig;
  let tab: ConsoleTab;
  let id: ConversationId;
  beforeEach(async () => {
    rig = await startConsole();
    await rig.world.addStaff('Ana', 'advocate');
    await rig.world.addStaff('Sue', 'supervisor');
    id = rig.world.personComes({
      name: 'maria',
      language: 'es',
      level: 'emergency',
      danger: 'está afuera con un arma',
    });
    tab = await rig.signIn('Ana');
  });
  afterEach(async () => {
    expect(tab.troubles).toEqual([]);
    expect(tab.outside).toEqual([]);
    await rig.close();
  });

  const text = (wanted: string) => tab.page.getByText(wanted, { exact: false }).first().waitFor();
  const messages = () =>
    rig.world.acts.flatMap(({ request }) => (request.act.kind === 'message' ? [request.act] : []));
  const takeNext = async () => {
    await tab.page.keyboard.press('n');
    await tab.page.waitForSelector('#message:focus');
  };

  test('from sign-in to the first words by keyboard alone; the person is claimed, warned about, then written to', async () => {
    await takeNext();
    expect(rig.world.caseOf(id)).toMatchObject({ status: 'claimed', claimedBy: rig.world.accounts[0]?.id });
    await text('Write your first message in time');
    await tab.page.keyboard.type('I am here with you.');
    await tab.page.keyboard.press('Enter');
    await text('They write Spanish. Send it as it is?');
    expect(messages()).toEqual([]);
    await tab.page.keyboard.press('Enter');
    await tab.page.waitForSelector('.from-staff');
    expect(messages()).toEqual([{ kind: 'message', text: 'I am here with you.', language: 'en' }]);
    expect(await tab.page.inputValue('#message')).toBe('');
  });

  test('the critical line stands first, their own words beside it in their language', async () => {
    await takeNext();
    const first = tab.page.locator('.summary dl > div').first();
    expect(await first.textContent()).toContain('Danger right now.');
    const quote = first.locator('q');
    expect(await quote.textContent()).toContain('está afuera con un arma');
    expect(await quote.getAttribute('lang')).toBe('es');
    expect(await quote.getAttribute('dir')).toBe('auto');
  });

  test('a phrase is chosen in English, read in Spanish, and goes out in Spanish', async () => {
    await takeNext();
    await tab.page.fill('#phrase-filter', 'I believe you');
    const phrase = tab.page.locator('.phrase').first();
    const theirs = await phrase.locator('.theirs').textContent();
    await text('not checked by a native speaker');
    await phrase.click();
    await tab.page.waitForSelector('.from-staff');
    expect(messages()).toEqual([
      { kind: 'message', text: theirs, phrase: 'greeting.believe', language: 'es' },
    ]);
  });

  test('what the person writes appears by itself', async () => {
    await takeNext();
    await tab.page.fill('#phrase-filter', 'I believe you');
    await tab.page.locator('.phrase').first().click();
    await tab.page.waitForSelector('.from-staff');
    rig.world.personWrites(id, 'gracias, sigo aquí');
    await text('gracias, sigo aquí');
  });

  test('half-written words stay with the person they were meant for', async () => {
    const other = rig.world.personComes({ name: 'other', danger: 'they took my papers' });
    await takeNext();
    await tab.page.keyboard.type('for Maria only');
    await tab.page.locator('.queue ol .line-row').first().click();
    await tab.page.getByRole('button', { name: 'Claim', exact: true }).click();
    await tab.page.waitForSelector('#message');
    expect(rig.world.caseOf(other).status).toBe('claimed');
    expect(await tab.page.inputValue('#message')).toBe('');
    await tab.page.locator('.queue ul .line-row', { hasText: 'Spanish' }).click();
    await comesTrue(tab.page, `document.querySelector('#message')?.value === 'for Maria only'`);
  });

  test('an unclaimed emergency is heard, seen, and told in the title without a telling word', async () => {
    await tab.page.evaluate(COUNT_TONES);
    await text('Emergency waiting: 1');
    await text('Alarms are silent until');
    await tab.page.mouse.click(700, 700);
    await comesTrue(tab.page, 'window.tones >= 3');
    await comesTrue(tab.page, `document.title === '(1) Desk'`);
    await takeNext();
    await comesTrue(tab.page, `document.title === 'Desk' && !document.querySelector('.ring-emergency')`);
  });

  test('sound can be switched off for this tab, and stays off', async () => {
    await tab.page.getByRole('button', { name: 'Sound on' }).click();
    expect(await tab.page.getByRole('button', { name: 'Sound off' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  test.each([
    { what: 'asks to erase', event: { kind: 'erase' } as const, line: 'They asked to erase.' },
    { what: 'leaves', event: { kind: 'leave' } as const, line: 'They left the page.' },
    {
      what: 'takes the agreement back',
      event: { kind: 'withdraw' } as const,
      line: 'They took back their agreement.',
    },
  ])('when the person $what, staff see it at once', async ({ event, line }) => {
    await takeNext();
    rig.world.happens(id, event);
    await text(line);
  });

  test('a supervisor sees who holds a case and hands it back', async () => {
    await takeNext();
    const sue = await rig.signIn('Sue');
    await sue.page.getByRole('button', { name: 'Give back for Ana' }).click();
    await text('Waiting again');
    expect(rig.world.caseOf(id)).toMatchObject({ status: 'returned', claimedBy: null });
    expect(sue.troubles).toEqual([]);
  });

  test('a note is kept for colleagues and a case is closed with what became of it', async () => {
    await takeNext();
    await tab.page.locator('#tab-notes').click();
    await tab.page.fill('#note', 'speaks softly');
    await tab.page.getByRole('button', { name: 'Save note' }).click();
    await text('speaks softly');
    await tab.page.locator('#tab-close').click();
    await tab.page.getByLabel('Connected with another service').check();
    await tab.page.getByRole('button', { name: 'Close the case' }).click();
    await text('This case is closed');
    expect(rig.world.caseOf(id)).toMatchObject({ status: 'closed', disposition: 'referred' });
  });

  test('letters can be switched off for people whose speech input types them', async () => {
    await tab.page.keyboard.press('?');
    await tab.page.getByLabel('Use single keys').uncheck();
    await tab.page.getByRole('button', { name: 'Done' }).click();
    await tab.page.keyboard.press('n');
    await tab.page.locator('.queue ol .line-row').first().click();
    await tab.page.waitForSelector('.case-head');
    expect(rig.world.caseOf(id).status).toBe('queued');
  });

  test('a broken line is said, and heals by itself', async () => {
    await tab.page.context().setOffline(true);
    rig.world.staff.close();
    await text('Connection lost');
    await tab.page.context().setOffline(false);
    await text('Connected.');
  });

  test('the sign-in token leaves the address, and nothing is stored anywhere', async () => {
    expect(tab.page.url()).toBe(`${rig.url}/staff`);
    await takeNext();
    const kept = await tab.page.evaluate(WHAT_IS_KEPT);
    expect(kept).toEqual({ local: 0, tab: 0, cookies: '', databases: 0, workers: 0 });
    expect(await tab.page.context().cookies()).toEqual([]);
  });

  test('after signing out, or being signed out, no word of a case is left in the page', async () => {
    await takeNext();
    await text('está afuera');
    await tab.page.getByRole('button', { name: 'Sign out' }).click();
    await text('You are signed out.');
    expect(await tab.page.content()).not.toMatch(/está afuera|maria/);
    const again = await rig.signIn('Ana');
    const replaced = await rig.signIn('Ana');
    await again.page.getByText('You signed in somewhere else').waitFor();
    expect(replaced.troubles).toEqual([]);
  });
});
