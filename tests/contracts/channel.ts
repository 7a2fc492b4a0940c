// The contract of a channel, run by every one of them over real HTTP on this machine. It never asks which one it tests.
import type { Channel } from '../../src/channels/index.js';
import type { Reply } from '../../src/core/index.js';
import { ERRORS, type ErrorCode } from '../../src/errors.js';
import { createServer, type Server } from '../../src/http/index.js';

/** A channel over a recorded house, for one test. */
export interface OpenedChannel {
  readonly channel: Channel;
  /** What reached the house, each message once however often it was sent. */
  taken(): readonly { readonly text: string }[];
  /** Everything the channel logged, as text. */
  logged(): string;
  close(): Promise<void>;
}

/** A request of the far side: a webhook, or a browser's post. */
export interface Wire {
  readonly path: string;
  readonly init: RequestInit;
}

type MakeWire<Opened> = (opened: Opened, url: string) => Wire | Promise<Wire>;

export interface ChannelCases<Opened extends OpenedChannel> {
  open(): Promise<Opened>;
  /** A genuine message as the far side sends it. The same `name` is the same message sent again. */
  genuine(opened: Opened, message: { name: string; text: string }, url: string): Wire | Promise<Wire>;
  /** Requests that somebody else made: each is refused and nothing reaches the house. */
  readonly forged: readonly { label: string; wire: MakeWire<Opened> }[];
  /** Genuine in origin, broken in form: each gets this status and nothing reaches the house. */
  readonly malformed: readonly { label: string; status: number; wire: MakeWire<Opened> }[];
  /** Lets the house say a reply and resolves with the texts that a person sees, in order. */
  said(opened: Opened, reply: Reply, url: string): Promise<readonly string[]>;
  /** Push channels: what the far side does, and the named error that `send` rejects with. */
  readonly failures?: readonly { label: string; send(opened: Opened): Promise<void>; code: ErrorCode }[];
}

const replyOf = (text: string, language: string, dir: Reply['dir']): Reply => ({
  id: `reply-${text.length}`,
  kind: 'answer',
  language,
  dir,
  paragraphs: [[{ text }]],
  choices: [],
});

/** Tells whether a channel keeps its word. */
export function describeChannel<Opened extends OpenedChannel>(
  name: string,
  cases: ChannelCases<Opened>,
): void {
  describe(`the ${name} channel`, () => {
    let opened: Opened;
    let server: Server;
    let url: string;
    const serverLog: string[] = [];

    beforeEach(async () => {
      opened = await cases.open();
      server = mount(opened.channel, serverLog);
      url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
    });
    afterEach(async () => {
      await server.close();
      await opened.close();
    });
    const send = async (wire: Wire | Promise<Wire>) => {
      const { path, init } = await wire;
      return fetch(url + path, init);
    };

    test('a genuine message is taken', async () => {
      const answer = await send(cases.genuine(opened, { name: 'one', text: 'is anybody there' }, url));
      expect(answer.ok).toBe(true);
      expect(opened.taken()).toMatchObject([{ text: 'is anybody there' }]);
    });

    test.each(cases.forged)('$label is refused', async ({ wire }) => {
      const answer = await send(wire(opened, url));
      expect([401, 403, 404]).toContain(answer.status);
      expect(opened.taken()).toEqual([]);
    });

    test.each(cases.malformed)('$label is $status', async ({ wire, status }) => {
      expect((await send(wire(opened, url))).status).toBe(status);
      expect(opened.taken()).toEqual([]);
    });

    test('a message that comes twice, or twenty times at once, is taken once', async () => {
      const again = () => send(cases.genuine(opened, { name: 'again', text: 'help' }, url));
      const answers = await Promise.all(Array.from({ length: 20 }, again));
      expect(answers.every(({ ok }) => ok)).toBe(true);
      expect(opened.taken()).toHaveLength(1);
    });

    test('a very long message is taken, and no character of it is cut in two', async () => {
      const text = `he has a gun ${'😀'.repeat(5000)} at the motel`;
      const answer = await send(cases.genuine(opened, { name: 'long', text }, url));
      expect(answer.ok).toBe(true);
      const all = opened
        .taken()
        .map((message) => message.text)
        .join(' ');
      expect(all.isWellFormed()).toBe(true);
      expect(all).toContain('he has a gun');
      expect(all).toContain('at the motel');
    });

    test.each([
      ['long', 'en', 'ltr', `${'Help is near. '.repeat(60)}😀 The end.`],
      ['right-to-left', 'ar', 'rtl', `${'يمكنك الاتصال الآن. '.repeat(40)}٩١١`],
    ] as const)('a %s reply reaches the person whole', async (_label, language, dir, text) => {
      const pieces = await cases.said(opened, replyOf(text, language, dir), url);
      const bare = (words: string) => words.replace(/[\s\u2066-\u2069\u200e\u200f]|\(\d\/\d\)/g, '');
      expect(bare(pieces.join(''))).toContain(bare(text));
      for (const piece of pieces) {
        expect(piece.isWellFormed()).toBe(true);
        expect(piece.length).toBeLessThanOrEqual(opened.channel.limits.pieceUnits ?? piece.length);
      }
    });

    test('what must not be logged is not', async () => {
      await send(cases.genuine(opened, { name: 'canary', text: 'canary-words-of-a-person' }, url));
      for (const { wire } of cases.forged) await send(wire(opened, url));
      const log = serverLog.join('\n') + opened.logged();
      expect(log).not.toContain('canary-words-of-a-person');
      for (const secret of opened.channel.secrets) expect(log).not.toContain(secret);
    });

    if (cases.failures)
      test.each(cases.failures)('$label is $code', async ({ send: sending, code }) => {
        const thrown = await sending(opened).then(
          () => null,
          (reason: unknown) => reason,
        );
        expect(thrown).toMatchObject({ code });
        for (const secret of opened.channel.secrets) expect(String(thrown)).not.toContain(secret);
        expect(Object.keys(ERRORS)).toContain(code);
      });
  });
}

function mount(channel: Channel, log: string[]): Server {
  const write = (fields: object, message: string) => void log.push(JSON.stringify({ ...fields, message }));
  return createServer({
    routes: channel.routes,
    sockets: channel.sockets ?? [],
    trustedProxies: [],
    log: { debug: write, warn: write, error: write },
    manner: { helpText: 'Call the number on the card.', secure: false },
  });
}
