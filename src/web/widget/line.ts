// The line to the service: a session in memory only, messages sent once however often they are tried, news by stream or poll.
import { ask, farewell, isOver, newId, online, pause } from './ask.js';
import type { ActivitySet } from './start.js';

export type LineState = 'connecting' | 'online' | 'offline' | 'trouble' | 'ended';
export type Fate = 'sending' | 'sent' | 'failed';

export interface LineParts {
  readonly partner: string;
  locale(): string;
  news(set: ActivitySet): void;
  state(state: LineState): void;
}

export interface Outgoing {
  /** The client's own id: sent again with the same one it is the same message. */
  readonly id: string;
  readonly text?: string;
  readonly action?: string;
  /** Told of each change; `serverId` once it is sent. */
  fate?(fate: Fate, serverId?: string): void;
}

interface Session {
  readonly conversationId: string;
  token: string;
}

const POLL_MS = 2500;
const RENEW_MS = 10 * 60_000;
const TRIES = 4;
const ROOT = '/v3/directline';

export class Line {
  private session: Session | null = null;
  private watermark = '';
  private ended = false;
  private listening = false;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: LineParts) {}

  /** Takes a message; they go out one after the other. A failed one may be given again with its id. */
  send(message: Outgoing): void {
    if (!this.session) this.setState('connecting');
    message.fate?.('sending');
    this.queue = this.queue.then(() => this.deliver(message));
  }

  /** Ends the session; safe to call twice. Resolves with whether the service heard of it. */
  end(verb: 'hide' | 'erase'): Promise<boolean> {
    const token = this.session?.token;
    this.ended = true;
    this.session = null;
    return token ? farewell(JSON.stringify({ token, verb })) : Promise.resolve(true);
  }

  private async open(): Promise<Session> {
    if (this.session) return this.session;
    const path = `/widget/session?partner=${encodeURIComponent(this.parts.partner)}`;
    const session = await ask<Session>(path, { method: 'POST' });
    if (!this.ended) this.session = session;
    setInterval(() => void this.renew(), RENEW_MS);
    return session;
  }

  private call<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
    const authorization = `Bearer ${this.session?.token}`;
    return ask<Answer>(ROOT + path, {
      ...init,
      headers: { 'content-type': 'application/json', authorization },
    });
  }

  /** A token lives half an hour; a failed renewal is tried again in time. */
  private async renew(): Promise<void> {
    if (!this.session) return;
    const renewed = await this.call<Session>('/tokens/refresh', { method: 'POST' }).catch(() => null);
    if (renewed && this.session) this.session.token = renewed.token;
  }

  /** Tries with growing pauses. Offline is no try: the person was told that we wait. */
  private async deliver(message: Outgoing): Promise<void> {
    for (let tried = 1; !this.ended; tried++) {
      try {
        await online(() => this.setState('offline'));
        await this.post(message);
        return;
      } catch (failure) {
        if (isOver(failure)) return this.over();
        if (tried >= TRIES) {
          this.setState('trouble');
          message.fate?.('failed');
          return;
        }
        await pause(tried * 1000);
      }
    }
  }

  private async post(message: Outgoing): Promise<void> {
    const { conversationId } = await this.open();
    const body = JSON.stringify({
      type: 'message',
      text: message.text ?? '',
      locale: this.parts.locale(),
      channelData: { clientActivityID: message.id },
      ...(message.action !== undefined && { value: { action: message.action } }),
    });
    const { id } = await this.call<{ id: string }>(`/conversations/${conversationId}/activities`, {
      method: 'POST',
      body,
    });
    message.fate?.('sent', id);
    this.setState('online');
    if (!this.listening) void this.listen();
  }

  /** Streams while it can, polls in between, until the session is over. */
  private async listen(): Promise<void> {
    this.listening = true;
    for (let failures = 0; !this.ended; await pause(POLL_MS)) {
      try {
        await online(() => this.setState('offline'));
        // After two failures in a row it polls, and tries a stream again every eighth time.
        const streamed = failures % 8 < 2 && (await this.stream());
        failures = streamed ? 0 : failures + 1;
        await this.poll();
      } catch (failure) {
        if (isOver(failure)) this.over();
        else if (++failures > 2) this.setState('trouble');
      }
    }
  }

  private async poll(): Promise<void> {
    if (!this.session) return;
    const path = `/conversations/${this.session.conversationId}/activities?watermark=${this.watermark}`;
    this.take(await this.call<ActivitySet>(path));
    this.setState('online');
  }

  /** Resolves when the stream is gone: true when it ever opened. */
  private async stream(): Promise<boolean> {
    if (!this.session || typeof WebSocket !== 'function') return false;
    const path = `/conversations/${this.session.conversationId}?watermark=${this.watermark}`;
    const { token, streamUrl } = await this.call<{ token: string; streamUrl: string }>(path);
    if (this.session) this.session.token = token;
    return new Promise((resolve) => {
      const socket = new WebSocket(streamUrl);
      let opened = false;
      socket.onopen = () => {
        opened = true;
        this.setState('online');
      };
      socket.onmessage = ({ data }) => {
        if (data) this.take(JSON.parse(String(data)) as ActivitySet);
        if (this.ended) socket.close();
      };
      socket.onclose = () => resolve(opened);
    });
  }

  private take(set: ActivitySet): void {
    if (this.ended) return;
    if (set.watermark) this.watermark = set.watermark;
    this.parts.news(set);
  }

  private over(): void {
    this.setState('ended');
    this.ended = true;
    this.session = null;
  }

  private setState(state: LineState): void {
    if (!this.ended) this.parts.state(state);
  }
}

export { newId };
