// The console's live line: hints that something changed, never words of a case. Losing one costs the console one poll.
// The session comes in the first frame (an address ends up in logs), and the Origin of the browser is checked.
import { z } from 'zod';
import type { Alarm, Clock, DeskId, Level, Socket, SocketHandler, SocketRoute } from '../core/index.js';
import type { StaffAccount } from './account.js';
import { isOwnOrigin } from './origin.js';
import type { Directory, PresencePort } from './ports.js';
import type { Session, SessionEnd, Sessions } from './sessions.js';
import { findById } from './sign-in.js';

/**
 * The server asks this often and the console answers. The server asks, because browsers slow the timers of a tab in the
 * background to once a minute, but hand over messages at once. Three unanswered: the person no longer counts as present.
 */
const BEAT_MS = 5_000;
const SILENT_MS = 15_000;
const FIRST_FRAME_MS = 5_000;

const frameSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), session: z.string().max(64) }),
  /** `active`: keys or pointer were used since the last beat. An unattended screen does not stay signed in. */
  z.strictObject({ type: z.literal('beat'), active: z.boolean() }),
]);

export type Hint =
  | { readonly type: 'ready' }
  | { readonly type: 'beat' }
  | { readonly type: 'queue' }
  | { readonly type: 'case'; readonly id: string }
  | { readonly type: 'alarm'; readonly alarm: Alarm; readonly level: Level }
  | { readonly type: 'end'; readonly why: SessionEnd };

export interface SocketParts {
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly presence: PresencePort;
  readonly publicOrigin: string | null;
}

interface Line {
  readonly socket: Socket;
  readonly openedAt: number;
  heardAt: number;
  askedAt: number;
  signedIn: { session: Session; account: StaffAccount } | null;
}

/** All open console sockets of this process. `tick` is called about once a second. */
export class StaffSockets {
  readonly #lines = new Set<Line>();

  constructor(private readonly parts: SocketParts) {}

  /** The endpoint. A query of any kind is refused: a token in an address is written down somewhere. */
  get route(): SocketRoute {
    return {
      path: '/staff/socket',
      accept: async (request) => {
        if ([...request.query.keys()].length > 0) return 400;
        const origin = request.header('origin');
        const own =
          origin !== undefined && isOwnOrigin(origin, request.header('host'), this.parts.publicOrigin);
        return own ? (socket) => this.#open(socket) : 403;
      },
    };
  }

  /** Tells the consoles of a desk. */
  toDesk(deskId: DeskId, hint: Hint): void {
    for (const line of this.#lines) if (line.signedIn?.account.deskId === deskId) send(line.socket, hint);
  }

  /** Tells the consoles that have read this conversation that there is more of it. */
  toWatchers(conversationId: string): void {
    for (const line of this.#lines) {
      if (line.signedIn?.session.watching.has(conversationId)) {
        send(line.socket, { type: 'case', id: conversationId });
      }
    }
  }

  /**
   * Ends the lines of a session that is over, at once. Who signed out is away at once; what they held goes back when
   * presence finds them gone, a few seconds later, unless they sign in again before.
   */
  hangUp(session: Session, why: SessionEnd): void {
    this.parts.presence.setStatus(session.staffId, 'away');
    for (const line of [...this.#lines]) {
      if (line.signedIn?.session !== session) continue;
      send(line.socket, { type: 'end', why });
      this.#drop(line, 4401, why);
    }
  }

  /** Tells the desk that somebody's status changed. */
  announce(staff: { session: Session; account: StaffAccount }): void {
    this.parts.presence.setStatus(staff.account.id, staff.session.status);
    this.toDesk(staff.account.deskId, { type: 'queue' });
  }

  /** Drops lines that never said who they are or fell silent, and asks the others whether they are there. */
  tick(now: number): void {
    for (const line of [...this.#lines]) {
      if (!line.signedIn && now - line.openedAt >= FIRST_FRAME_MS) this.#drop(line, 4401, 'no first frame');
      else if (now - line.heardAt >= SILENT_MS) this.#drop(line, 4408, 'silent');
      else if (now - line.askedAt >= BEAT_MS) ask(line, now);
    }
  }

  closeAll(): void {
    for (const line of [...this.#lines]) this.#drop(line, 1001, 'closing');
  }

  #open(socket: Socket): SocketHandler {
    const now = this.parts.clock.now();
    const line: Line = { socket, openedAt: now, heardAt: now, askedAt: now, signedIn: null };
    this.#lines.add(line);
    return {
      onMessage: (text) => this.#hear(line, text),
      // A broken line is not a goodbye: whoever does not come back falls out of presence by silence.
      onClose: () => void this.#lines.delete(line),
    };
  }

  #hear(line: Line, text: string): void {
    const frame = frameSchema.safeParse(parseJson(text));
    line.heardAt = this.parts.clock.now();
    if (!frame.success) this.#drop(line, 4400, 'not understood');
    else if (frame.data.type === 'hello') void this.#hello(line, frame.data.session);
    else if (!line.signedIn) this.#drop(line, 4401, 'not signed in');
    else this.#beat(line, line.signedIn.session, frame.data.active);
  }

  async #hello(line: Line, id: string): Promise<void> {
    const session = this.parts.sessions.find(id, this.parts.clock.now());
    const account = session && (await findById(this.parts.directory, session.staffId).catch(() => null));
    // The session may have ended, or the line closed, while the directory was read.
    const live = session && this.parts.sessions.find(id, this.parts.clock.now()) === session;
    if (!live || !account) return this.#drop(line, 4401, 'not signed in');
    if (!this.#lines.has(line)) return;
    line.signedIn = { session, account };
    this.#arrive(session, account);
    send(line.socket, { type: 'ready' });
  }

  #beat(line: Line, session: Session, active: boolean): void {
    if (active) this.parts.sessions.touch(session, line.heardAt);
    this.parts.presence.beat(session.staffId);
  }

  #arrive(session: Session, account: StaffAccount): void {
    const { id: staffId, deskId, languages, capacity } = account;
    this.parts.presence.arrive({ staffId, deskId, languages, capacity });
    this.parts.presence.setStatus(staffId, session.status);
    this.toDesk(deskId, { type: 'queue' });
  }

  #drop(line: Line, code: number, reason: string): void {
    this.#lines.delete(line);
    line.socket.close(code, reason);
  }
}

function ask(line: Line, now: number): void {
  line.askedAt = now;
  send(line.socket, { type: 'beat' });
}

function send(socket: Socket, hint: Hint): void {
  socket.send(JSON.stringify(hint));
}

function parseJson(text: string): unknown {
  if (text.length > 1000) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
