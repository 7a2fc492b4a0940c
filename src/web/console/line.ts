// The live line to the server: hints in, proof of presence out. Comes back by itself when it breaks.
import type { Hint } from './wire.js';

const SILENT_MS = 16_000;
const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;

export interface LineEvents {
  onHint(hint: Hint): void;
  onState(state: 'connecting' | 'open' | 'lost'): void;
  /** Whether a key or the pointer was used since the last time this was asked. */
  wasActive(): boolean;
}

/** One line for one session. `check` is called about once a second and notices a dead one. */
export class Line {
  #socket: WebSocket | null = null;
  #heardAt = 0;
  #tries = 0;
  #retryAt = 0;
  #stopped = false;

  constructor(
    private readonly session: string,
    private readonly events: LineEvents,
  ) {
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.#socket?.close();
  }

  check(): void {
    if (this.#stopped) return;
    if (!this.#socket) {
      if (Date.now() >= this.#retryAt) this.#connect();
    } else if (Date.now() - this.#heardAt > SILENT_MS) {
      this.#lose(this.#socket);
    }
  }

  #connect(): void {
    this.events.onState('connecting');
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/staff/socket`);
    this.#socket = socket;
    this.#heardAt = Date.now();
    // The session goes in the first frame, never in the address.
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', session: this.session }));
    socket.onmessage = (event) => this.#hear(socket, String(event.data));
    socket.onclose = () => this.#lose(socket);
  }

  #hear(socket: WebSocket, text: string): void {
    if (this.#stopped || this.#socket !== socket) return;
    const hint = JSON.parse(text) as Hint;
    this.#heardAt = Date.now();
    if (hint.type === 'ready') {
      this.#tries = 0;
      this.events.onState('open');
    }
    if (hint.type === 'beat') {
      socket.send(JSON.stringify({ type: 'beat', active: this.events.wasActive() }));
    }
    this.events.onHint(hint);
  }

  #lose(socket: WebSocket): void {
    if (this.#stopped || this.#socket !== socket) return;
    this.#socket = null;
    socket.close();
    const waitMs = RETRY_MS[Math.min(this.#tries, RETRY_MS.length - 1)] ?? 8_000;
    this.#tries += 1;
    this.#retryAt = Date.now() + waitMs;
    this.events.onState('lost');
  }
}
