// Requests to the service: no cookies, no cache, and a refusal is a failure with its status.

export class Refused extends Error {
  constructor(readonly status: number) {
    super();
  }
}

/** The JSON of an answer. Rejects with Refused for anything but 2xx, with the browser's own error when the line is dead. */
export async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(path, { ...init, cache: 'no-store', credentials: 'omit' });
  if (!answer.ok) throw new Refused(answer.status);
  return (await answer.json()) as Answer;
}

/** Whether the session is gone for good, so that trying again is useless. */
export function isOver(failure: unknown): boolean {
  return failure instanceof Refused && [401, 403, 404].includes(failure.status);
}

/** Ends a session even while the page goes away; plain text, so that no preflight stands before it. False when nobody heard. */
export function farewell(body: string): Promise<boolean> {
  if (!('keepalive' in Request.prototype)) return Promise.resolve(navigator.sendBeacon('/widget/end', body));
  const init = { method: 'POST', keepalive: true, body, headers: { 'content-type': 'text/plain' } };
  return fetch('/widget/end', init).then(
    ({ ok }) => ok,
    () => false,
  );
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms + Math.random() * 500));
}

/** Resolves when the browser has a network; `waiting` is called when it has none now. */
export async function online(waiting: () => void): Promise<void> {
  if (navigator.onLine) return;
  waiting();
  await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
}

/** 128 random bits; randomUUID is missing on older phones. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
