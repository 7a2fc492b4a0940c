// Both ends in real browsers, over the real service: a person types, takes a line out, agrees; staff claim and answer.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PROJECT_ROOT } from '../support/brain.js';
import { type ServiceProcess, serviceProcess } from '../support/service-process.js';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM) || process.env['REQUIRE_SERVICES'] === '1';
if (!hasChromium)
  process.stderr.write('\n*** SKIPPED: the two-ends test needs Chromium, which is not installed. ***\n\n');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

(hasChromium ? describe : describe.skip)('a person and a staff member, each in their own browser', () => {
  let folder: string;
  let service: ServiceProcess;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-ends-'));
    service = await serviceProcess({ DATA_DIR: folder });
    await service.start();
    browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await service.kill();
    await rm(folder, { recursive: true, force: true });
  });

  test('what was taken out never reaches staff, what staff write reaches the person', async () => {
    const staff = await openConsole(browser, service);
    const person = await openChat(browser, service);

    await say(person, 'my boss took my passport and makes me work every day for no pay. i am 16, in houston');
    await waitFor(person, '1-888-373-7888');
    await press(person, 'Bring a person');
    await press(person, 'Skip this');
    await person.getByRole('switch', { name: /Texas/ }).click();
    await person.getByRole('switch', { name: /Texas/, checked: false }).waitFor();
    await picture(person, 'person.png');
    await press(person, 'Share what is left');
    await waitFor(person, 'has your summary');

    await staff.page.getByText('Urgent').first().waitFor();
    await staff.page.keyboard.press('n');
    await staff.page.getByText('took my passport').first().waitFor();
    await staff.page.locator('#message').fill('Hello. I am a person, and I am here with you.');
    await staff.page.keyboard.press('Enter');
    await waitFor(person, 'I am here with you.');
    await say(person, 'thank you. he comes back at six');
    await staff.page.getByText('he comes back at six').first().waitFor();
    await picture(staff.page, 'console.png');

    const wire = staff.received.join('\n');
    expect(wire).toContain('took my passport');
    expect(wire).not.toContain('Texas');
    expect(wire).not.toContain('houston');
    expect(staff.troubles).toEqual([]);
  }, 120_000);
});

interface Console {
  readonly page: Page;
  /** Everything that the console was sent: bodies of answers and frames of its socket. */
  readonly received: string[];
  readonly troubles: string[];
}

async function openConsole(browser: Browser, service: ServiceProcess): Promise<Console> {
  const link = /http:\S+\/staff#link=\S+/.exec(service.output())?.[0] ?? '';
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const received: string[] = [];
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on(
    'response',
    (response) =>
      void response.text().then(
        (body) => received.push(body),
        () => {},
      ),
  );
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => received.push(String(payload))),
  );
  await page.goto(link);
  await page.getByText('Nobody is waiting').first().waitFor();
  await page.mouse.click(640, 700);
  return { page, received, troubles };
}

async function openChat(browser: Browser, service: ServiceProcess): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 420, height: 900 },
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${service.url}/chat/demo`);
  await page.locator('#input').waitFor();
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#input').fill(text);
  await page.locator('#input').press('Enter');
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().click();
}

async function waitFor(page: Page, text: string): Promise<void> {
  await page.locator('#log').getByText(text).last().waitFor();
}

/** The README's pictures, made anew when asked for. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] === '1') await page.screenshot({ path: join(PROJECT_ROOT, 'docs', name) });
}
