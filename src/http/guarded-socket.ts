// One live connection under its limits: frame rate, unsent backlog, and a heartbeat that finds the dead ones.
import type { RawData, WebSocket } from 'ws';
import type { Socket, SocketHandler } from '../core/index.js';
import { createBudget } from './budget.js';
import type { SocketLimits } from './limits.js';

/** Monotonic, so that a clock step neither floods nor starves a connection. */
const steady = { now: () => performance.now() };

/** Joins a WebSocket to its handler. Closes with 1008 above the frame rate, cuts a reader that is too slow or gone. */
export function guardSocket(
  live: WebSocket,
  open: (socket: Socket) => SocketHandler,
  limits: SocketLimits,
): void {
  const frames = createBudget({ perSecond: limits.framesPerSecond, burst: limits.frameBurst }, steady);
  const handler = open({
    send: (text) => sendWithin(live, text, limits.backlogBytes),
    close: (code, reason) => live.close(code, reason),
  });
  const counted = (act: () => void) => {
    if (frames.take('')) act();
    else live.close(1008, 'too fast');
  };
  live.on('message', (data: RawData, binary: boolean) => {
    counted(() => (binary ? live.close(1003, 'text only') : handler.onMessage(data.toString())));
  });
  live.on('ping', () => counted(() => {}));
  live.on('error', () => live.terminate());
  const heartbeat = beat(live, limits.pingMs);
  live.once('close', () => {
    clearInterval(heartbeat);
    handler.onClose();
  });
}

/** A reader that does not read is cut before it holds more memory than one connection may. */
function sendWithin(live: WebSocket, text: string, backlogBytes: number): void {
  if (live.readyState !== live.OPEN) return;
  if (live.bufferedAmount + Buffer.byteLength(text) > backlogBytes) live.terminate();
  else live.send(text);
}

function beat(live: WebSocket, pingMs: number): NodeJS.Timeout {
  let answered = true;
  live.on('pong', () => {
    answered = true;
  });
  return setInterval(() => {
    if (!answered) return live.terminate();
    answered = false;
    live.ping();
  }, pingMs);
}
