// Calls to the staff API. The session id lives in this module's memory and in no storage: closing the tab forgets it.
import type { CaseView, Me, Phrase, Queue, Status } from './wire.js';

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly waitSeconds: number };

const DEADLINE_MS = 10_000;
let session: string | null = null;

export function sessionId(): string | null {
  return session;
}

/** Forgets the session without telling the server. */
export function dropSession(): void {
  session = null;
}

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Made by the page by itself, not by a human: does not keep the session alive. */
  readonly background?: boolean;
}

async function call<Value>(request: Call): Promise<Result<Value>> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (session !== null) headers['authorization'] = `Bearer ${session}`;
  if (request.background) headers['x-background'] = '1';
  try {
    const response = await fetch(request.path, {
      method: request.method,
      headers,
      body: request.body === undefined ? null : JSON.stringify(request.body),
      signal: AbortSignal.timeout(DEADLINE_MS),
      cache: 'no-store',
      credentials: 'omit',
    });
    return await read<Value>(response);
  } catch {
    return { ok: false, code: 'offline', waitSeconds: 0 };
  }
}

async function read<Value>(response: Response): Promise<Result<Value>> {
  const value: unknown = await response.json().catch(() => null);
  // Half an answer is none: it is asked for again.
  if (response.ok && value === null) return { ok: false, code: 'offline', waitSeconds: 0 };
  if (response.ok) return { ok: true, value: value as Value };
  const refusal = (value ?? {}) as { code?: string; waitSeconds?: number; error?: { code?: string } };
  const code = refusal.code ?? refusal.error?.code ?? 'trouble';
  return { ok: false, code, waitSeconds: refusal.waitSeconds ?? 0 };
}

/** 128 random bits: the same press sent twice happens once. */
function newActId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

interface SignedIn {
  readonly session: string;
  readonly me: Me;
  readonly status: Status;
  readonly idleMs: number;
}

/** Signs in and keeps the session id. */
export async function signIn(given: Readonly<Record<string, string>>): Promise<Result<SignedIn>> {
  const result = await call<SignedIn>({ method: 'POST', path: '/staff/session', body: given });
  if (result.ok) session = result.value.session;
  return result;
}

export async function signOut(): Promise<void> {
  await call({ method: 'DELETE', path: '/staff/session' });
  session = null;
}

export const setStatus = (status: Status) =>
  call<{ status: Status }>({ method: 'POST', path: '/staff/status', body: { status } });

export const fetchQueue = (page: number) =>
  call<Queue>({ method: 'GET', path: `/staff/queue?page=${page}`, background: true });

export const fetchCase = (id: string, background: boolean) =>
  call<CaseView>({ method: 'GET', path: `/staff/cases/${id}`, background });

export const fetchPhrases = (language: string) =>
  call<{ phrases: Phrase[] }>({ method: 'GET', path: `/staff/phrases?language=${language}` });

export const next = () =>
  call<{ id: string | null }>({ method: 'POST', path: '/staff/next', body: { actId: newActId() } });

/** One act on a case. After a lost answer it is sent once more with the same id: it happens once. */
export async function act(
  id: string,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Result<unknown>> {
  const body = { ...fields, actId: newActId() };
  const send = () => call({ method: 'POST', path: `/staff/cases/${id}/${name}`, body });
  const first = await send();
  return !first.ok && first.code === 'offline' ? send() : first;
}
