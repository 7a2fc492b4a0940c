// SMS from first text to a staff member's reply, through the signed webhook and the provider's API: both real HTTP.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceProcess, serviceProcess } from '../support/service-process.js';
import { type SmsProviderServer, startSmsProvider, textIn } from '../support/sms-provider.js';
import { type StaffSession, signIn } from '../support/staff-session.js';

describe('a person who texts the demo number', () => {
  let folder: string;
  let service: ServiceProcess;
  let provider: SmsProviderServer;
  let staff: StaffSession;
  let count = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-sms-'));
    provider = await startSmsProvider();
    service = await serviceProcess({ DATA_DIR: folder, SMS_API_URL: provider.url });
    await service.start();
    staff = await signIn(service);
  }, 90_000);
  afterAll(async () => {
    staff.close();
    await service.kill();
    await provider.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const text = (from: string, words: string) =>
    textIn(service.url, { from, text: words, sid: `SM${++count}` });
  /** What the phone got so far, once a text holds the words; fails with what it got instead after ten seconds. */
  const phoneGets = async (phone: string, words: string) => {
    const got = () => provider.delivered.filter(({ to }) => to === phone).map((one) => one.text);
    for (const giveUpAt = Date.now() + 10_000; !got().some((one) => one.includes(words)); await pause()) {
      if (Date.now() > giveUpAt) throw new Error(`never got "${words}", but:\n${got().join('\n---\n')}`);
    }
    return got();
  };

  test('sees the right lines first, agrees, and reads what a person wrote', async () => {
    const phone = '+12025550101';
    expect(await text(phone, 'my boss took my passport and makes me work for no pay. i am 16')).toBe(200);
    const first = await phoneGets(phone, '1-888-373-7888');
    expect(first[0]?.slice(0, 40)).not.toMatch(/traffick|hotline|police|victim/i);
    await text(phone, '1');
    await phoneGets(phone, 'skip');
    await text(phone, 'skip');
    await phoneGets(phone, 'Reply 1 to share');
    await text(phone, '1');
    await phoneGets(phone, 'has your summary');

    const view = await staff.next();
    expect(JSON.stringify(view)).toContain('took my passport');
    expect(JSON.stringify(view)).not.toContain('2025550101');
    expect(await staff.write('I am here. Are you safe now?')).toBe(200);
    await phoneGets(phone, 'I am here. Are you safe now?');
  }, 60_000);

  test("is not answered when the signature is somebody else's, and nothing is kept", async () => {
    const phone = '+12025550102';
    const before = provider.delivered.length;
    expect(await textIn(service.url, { from: phone, text: 'hello', sid: 'SMforged' }, 'another-token')).toBe(
      403,
    );
    expect(provider.delivered).toHaveLength(before);
  });

  test.each([
    ['a short code', '12345'],
    ['a name', 'PIZZA'],
    ['our own number', '+15555550123'],
  ])('%s is acknowledged and never answered', async (_label, from) => {
    expect(await text(from, 'hello')).toBe(200);
    expect(provider.delivered.filter(({ to }) => to === from)).toEqual([]);
  });

  test('a text whose fate is unknown is looked up before it is sent again: the phone gets it once', async () => {
    const phone = '+12025550103';
    provider.answers.push('hang-up');
    await text(phone, 'what is a t visa');
    const got = await phoneGets(phone, 'T visa');
    expect(new Set(got).size).toBe(got.length);
  }, 60_000);

  test('STOP is confirmed once with the hotline, and then there is silence', async () => {
    const phone = '+12025550104';
    await text(phone, 'STOP');
    await phoneGets(phone, '1-888-373-7888');
    const after = provider.delivered.filter(({ to }) => to === phone).length;
    await text(phone, 'what is a t visa');
    await text('+12025550105', 'what is a t visa');
    await phoneGets('+12025550105', 'T visa');
    expect(provider.delivered.filter(({ to }) => to === phone)).toHaveLength(after);
  }, 60_000);
});

/** Gives way to the network. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
