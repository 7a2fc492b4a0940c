// 50 real SIGKILLs in mid-traffic on a real disk, over both ways in. A client outside keeps its own ledger of what was acknowledged.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceProcess, serviceProcess } from '../support/service-process.js';
import { type SmsProviderServer, startSmsProvider, textIn } from '../support/sms-provider.js';
import { openWebTalk, type WebTalk } from '../support/web-client.js';

const KILLS = 50;
const TALKS = 6;

describe('a service that is killed fifty times in mid-traffic', () => {
  let folder: string;
  let service: ServiceProcess;
  let provider: SmsProviderServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-kills-'));
    provider = await startSmsProvider();
    service = await serviceProcess({ DATA_DIR: folder, SMS_API_URL: provider.url });
    await service.start();
  }, 60_000);
  afterAll(async () => {
    await service.kill();
    await provider.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('loses no message and no answer, and doubles none', async () => {
    const talks = await Promise.all(Array.from({ length: TALKS }, () => openWebTalk(service.url)));
    const traffic = { running: true, sent: 0, texts: [] as string[] };
    const clients = [...talks.map((talk) => writeOn(talk, traffic)), textOn(service.url, traffic)];
    for (let kill = 0; kill < KILLS; kill++) {
      await untilSent(traffic, traffic.sent + 3 + (kill % 5));
      await service.kill();
      await service.start();
    }
    traffic.running = false;
    await Promise.all(clients);
    await untilAnswered(provider, traffic.texts);

    for (const talk of talks) {
      const { said, answers } = await talk.read();
      expect(said).toEqual(talk.sent);
      expect(answers.length).toBeGreaterThan(0);
      expect(new Set(answers).size).toBe(answers.length);
    }
    const perPhone = traffic.texts.map((phone) =>
      provider.delivered.filter(({ to }) => to === phone).map(({ text }) => text),
    );
    expect(perPhone.filter((texts) => new Set(texts).size !== texts.length)).toEqual([]);
    expect(new Set(perPhone.map((texts) => texts.join('|'))).size).toBe(1);
  }, 900_000);
});

interface Traffic {
  running: boolean;
  sent: number;
  readonly texts: string[];
}

/** One message after another; each is sent again under its id until it is acknowledged. */
async function writeOn(talk: WebTalk, traffic: Traffic): Promise<void> {
  while (traffic.running) {
    await pause();
    await talk.say(`what is a t visa? (${talk.sent.length})`);
    traffic.sent += 1;
  }
}

/** A new phone for every text, so that each has exactly one first answer. */
async function textOn(url: string, traffic: Traffic): Promise<void> {
  while (traffic.running) {
    const phone = `+1202555${String(1000 + traffic.texts.length)}`;
    while ((await textIn(url, { from: phone, text: 'what is a t visa', sid: `SM${phone}` })) !== 200)
      await pause();
    traffic.texts.push(phone);
    traffic.sent += 1;
    await pause();
  }
}

/** Gives way to the network; not a wait for something to have happened. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

async function untilSent(traffic: Traffic, count: number): Promise<void> {
  while (traffic.sent < count) await pause();
}

async function untilAnswered(provider: SmsProviderServer, phones: readonly string[]): Promise<void> {
  const first = phones[0];
  const whole = () => provider.delivered.filter(({ to }) => to === first).length;
  const done = () =>
    whole() > 0 &&
    phones.every((phone) => provider.delivered.filter(({ to }) => to === phone).length >= whole());
  while (!done()) await pause();
}
