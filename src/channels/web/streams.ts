// Live streams of the talk: woken by commits, sent in order, in pieces that a slow phone can take.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Socket, SocketHandler } from '../../core/index.js';
import type { SessionClaims, Talk, TalkView } from './ports.js';
import type { WireActivity } from './to-activity.js';

const PIECE_UNITS = 32 * 1024;
/** A wake-up that got lost costs this much at most. */
const LOOK_MS = 10_000;
const ENDED = 1008;

export interface ActivitySet {
  readonly activities: readonly WireActivity[];
  readonly watermark: string;
  /** For our widget: while a case is open the page does not wipe itself. Other clients pass over it. */
  readonly porchlight: { readonly caseOpen: boolean };
}

export interface Streams {
  open(claims: SessionClaims, from: number): (socket: Socket) => SocketHandler;
  close(): void;
}

interface Stream {
  readonly claims: SessionClaims;
  readonly socket: Socket;
  from: number;
  /** A look is under way; `again` asks for one more after it. */
  busy: boolean;
  again: boolean;
  closed: boolean;
}

/** All streams of this process. `toSets` makes the activity sets of a view, oldest first. */
export function createStreams(
  talk: Talk,
  toSets: (view: TalkView, claims: SessionClaims) => ActivitySet[],
): Streams {
  const byTopic = new Map<string, Set<Stream>>();
  const wake = (topic: string) =>
    byTopic.get(topic)?.forEach((stream) => void look(stream, { talk, toSets }));
  const stop = talk.onWake(wake);
  const timer = setInterval(() => [...byTopic.keys()].forEach(wake), LOOK_MS);
  timer.unref();
  return {
    open: (claims, from) => (socket) => {
      const stream: Stream = { claims, socket, from, busy: false, again: false, closed: false };
      join(byTopic, stream);
      void look(stream, { talk, toSets });
      return { onMessage: () => {}, onClose: () => leave(byTopic, stream) };
    },
    close() {
      clearInterval(timer);
      stop();
    },
  };
}

interface Looking {
  readonly talk: Talk;
  readonly toSets: (view: TalkView, claims: SessionClaims) => ActivitySet[];
}

/** One look at a time a stream, so that nothing is sent twice or out of order. */
async function look(stream: Stream, looking: Looking): Promise<void> {
  stream.again = true;
  if (stream.busy) return;
  stream.busy = true;
  try {
    while (stream.again && !stream.closed) {
      stream.again = false;
      await sendNews(stream, looking);
    }
  } catch {
    // The store is away: the client reconnects or polls, and finds everything where it was.
    stream.socket.close(1011, 'try again');
  }
  stream.busy = false;
}

async function sendNews(stream: Stream, { talk, toSets }: Looking): Promise<void> {
  const { tenant, conversationId: id, sessionHash } = stream.claims;
  const view = await talk.view({ tenant, id, sessionHash, from: stream.from });
  if (!view) {
    stream.closed = true;
    stream.socket.close(ENDED, 'ended');
    return;
  }
  for (const set of toSets(view, stream.claims)) {
    stream.socket.send(JSON.stringify(set));
    await nextTurn();
  }
  stream.from = view.next;
}

function join(byTopic: Map<string, Set<Stream>>, stream: Stream): void {
  const topic = `c:${stream.claims.conversationId}`;
  const streams = byTopic.get(topic) ?? new Set();
  byTopic.set(topic, streams.add(stream));
}

function leave(byTopic: Map<string, Set<Stream>>, stream: Stream): void {
  const topic = `c:${stream.claims.conversationId}`;
  stream.closed = true;
  const streams = byTopic.get(topic);
  streams?.delete(stream);
  if (streams?.size === 0) byTopic.delete(topic);
}

/** Cuts activities into sets of bounded size. Each set's watermark is where the next one begins; the last is `next`. */
export function cutSets(
  shown: readonly { index: number; activity: WireActivity }[],
  view: Pick<TalkView, 'next' | 'caseOpen'>,
): ActivitySet[] {
  const pieces: { activities: WireActivity[]; after: number; units: number }[] = [];
  for (const { index, activity } of shown) {
    const units = JSON.stringify(activity).length;
    const last = pieces.at(-1);
    if (last && last.units + units <= PIECE_UNITS) {
      last.activities.push(activity);
      last.units += units;
      last.after = index + 1;
    } else pieces.push({ activities: [activity], after: index + 1, units });
  }
  return pieces.map(({ activities, after }, place) => ({
    activities,
    watermark: String(place === pieces.length - 1 ? view.next : after),
    porchlight: { caseOpen: view.caseOpen },
  }));
}
