// Puts the room together: routes, the socket, and the few things app calls.
import {
  type Clock,
  type ConversationId,
  type DeskId,
  type Route,
  SECOND_MS,
  type SocketRoute,
  type StaffId,
} from '../core/index.js';
import { caseRoutes } from './case-routes.js';
import { pageRoutes } from './page-routes.js';
import type {
  AuditPort,
  CasesPort,
  ConsoleText,
  DeskAlarm,
  DeskNames,
  Directory,
  Phrases,
  PresencePort,
} from './ports.js';
import { queueRoutes } from './queue-routes.js';
import { sessionRoutes } from './session-routes.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInLinks } from './sign-in-links.js';
import { Slowdown } from './slowdown.js';
import { StaffSockets } from './staff-socket.js';

export interface StaffOptions {
  readonly clock: Clock;
  readonly directory: Directory;
  readonly audit: AuditPort;
  readonly cases: CasesPort;
  readonly presence: PresencePort;
  readonly phrases: Phrases;
  readonly consoleText: ConsoleText;
  readonly desks: DeskNames;
  /** Wake-ups of the store: `desk:<id>` and `c:<conversation>`. Returns a function that stops listening. */
  onWake(listener: (topic: string) => void): () => void;
  /** Origin of the public URL; null when only this machine can reach the server. */
  readonly publicOrigin: string | null;
  /** One-time sign-in links exist only while the demo is on. */
  readonly demo: boolean;
  /** Directory of the build with console.js and console.css. */
  readonly assetsDir: string;
}

export interface Staff {
  readonly routes: readonly Route[];
  readonly sockets: readonly SocketRoute[];
  /** Path with a one-time sign-in token in its fragment, good for 15 minutes; null unless the demo is on. */
  issueLink(staffId: StaffId): string | null;
  /** Rings at the consoles of a desk. A hint: a console that misses it sees the queue. */
  alarm(alarm: DeskAlarm): void;
  /** Ends what has been idle or silent. `start` calls it every second; tests call it after moving the clock. */
  tick(): void;
  start(): void;
  /** Stops ticking and listening, and closes every console's socket. */
  close(): void;
}

/** The staff room, not yet ticking. */
export function createStaff(options: StaffOptions): Staff {
  const links = new SignInLinks();
  const sessions: Sessions = new Sessions((session, why) => sockets.hangUp(session, why));
  const sockets = new StaffSockets({ ...options, sessions });
  const signIn = new SignIn(options.directory, new Slowdown(), links);
  const parts = { ...options, sessions, signIn, onStatus: sockets.announce.bind(sockets) };
  const stopListening = options.onWake((topic) => passOn(sockets, topic));
  let ticking: NodeJS.Timeout | undefined;
  const tick = () => {
    sessions.expire(options.clock.now());
    sockets.tick(options.clock.now());
  };
  return {
    routes: [...pageRoutes(options), ...sessionRoutes(parts), ...queueRoutes(parts), ...caseRoutes(parts)],
    sockets: [sockets.route],
    issueLink: (staffId) =>
      options.demo ? `/staff#link=${links.issue(staffId, options.clock.now())}` : null,
    alarm: ({ deskId, alarm, level }) => sockets.toDesk(deskId, { type: 'alarm', alarm, level }),
    tick,
    start: () => {
      ticking ??= setInterval(tick, SECOND_MS).unref();
    },
    close: () => {
      clearInterval(ticking);
      stopListening();
      sockets.closeAll();
    },
  };
}

function passOn(sockets: StaffSockets, topic: string): void {
  if (topic.startsWith('desk:')) sockets.toDesk(topic.slice(5) as DeskId, { type: 'queue' });
  else if (topic.startsWith('c:')) sockets.toWatchers(topic.slice(2) as ConversationId);
}
