// A staff member over the wire: signs in with the one-time link, keeps the socket's heartbeat, claims and writes.
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { ServiceProcess } from './service-process.js';

export interface StaffSession {
  /** Claims the next case; its view. */
  next(): Promise<Record<string, unknown>>;
  /** Writes to the person of the claimed case; the status. */
  write(text: string): Promise<number>;
  close(): void;
}

/** Resolves when presence is known: the socket has answered. */
export async function signIn(service: ServiceProcess): Promise<StaffSession> {
  const link = /\/staff#link=(\S+)/.exec(service.output())?.[1] ?? '';
  const opened = await post(`${service.url}/staff/session`, { link }, {});
  const { session } = (await opened.json()) as { session: string };
  const headers = { authorization: `Bearer ${session}` };
  const socket = await openSocket(service.url, session);
  let caseId = '';
  return {
    async next() {
      // The queue hears of a case by the outbox, a moment after the person did.
      for (caseId = ''; caseId === ''; await pause()) {
        const response = await post(`${service.url}/staff/next`, { actId: randomUUID() }, headers);
        if (response.ok) caseId = ((await response.json()) as { id: string | null }).id ?? '';
      }
      const view = await fetch(`${service.url}/staff/cases/${caseId}`, { headers });
      return (await view.json()) as Record<string, unknown>;
    },
    async write(text) {
      const response = await post(
        `${service.url}/staff/cases/${caseId}/message`,
        { actId: randomUUID(), text, language: 'en' },
        headers,
      );
      return response.status;
    },
    close: () => socket.close(),
  };
}

function post(url: string, body: object, headers: Record<string, string>): Promise<Response> {
  const origin = new URL(url).origin;
  return fetch(url, {
    method: 'POST',
    headers: { ...headers, origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function openSocket(url: string, session: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/staff/socket`, { origin: url });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'hello', session }));
  await new Promise((resolve) => socket.once('message', resolve));
  // The server asks every five seconds whether somebody is there.
  socket.on('message', (frame) => {
    if (String(frame).includes('"beat"')) socket.send(JSON.stringify({ type: 'beat', active: true }));
  });
  return socket;
}

/** Gives way to the network before asking again. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
