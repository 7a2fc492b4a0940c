// What pressing something does: calls the API, then brings the state up to date. Nothing here draws.

import { ring } from './alarm.js';
import * as api from './api.js';
import { setServerTime } from './clock.js';
import { Line } from './line.js';
import { change, forgetAll, state } from './state.js';
import type { CaseView, Hint, Status } from './wire.js';

let line: Line | null = null;
let active = true;
let beat: () => void = () => {};

/** Says what to do at each beat of the server, about every five seconds even in a background tab. */
export function onBeat(run: () => void): void {
  beat = run;
}

/** A key or the pointer was used. */
export function noteActivity(): void {
  active = true;
  state.lastActiveAt = Date.now();
}

/** Called once a second: notices a dead line. */
export function checkLine(): void {
  line?.check();
}

export async function signIn(given: Readonly<Record<string, string>>): Promise<void> {
  change({ pending: new Set(['sign-in']), notice: null });
  const result = await api.signIn(given);
  if (!result.ok) {
    const phase = 'signed-out' as const;
    const notice = { key: result.code, tone: 'wrong' as const, wait: result.waitSeconds };
    return change({ phase, pending: new Set(), notice });
  }
  const { me, status, idleMs } = result.value;
  noteActivity();
  change({ phase: 'signed-in', me, status, idleMs, pending: new Set(), writingIn: me.languages[0] ?? 'en' });
  startLine(result.value.session);
  await refreshQueue();
}

function startLine(session: string): void {
  line?.stop();
  line = new Line(session, {
    onHint: (hint) => void onHint(hint),
    onState: (now) => {
      change({ line: now });
      if (now === 'open') void refreshAll();
    },
    wasActive: () => {
      const was = active;
      active = false;
      return was;
    },
  });
}

async function onHint(hint: Hint): Promise<void> {
  if (hint.type === 'end') return leave(hint.why === 'signed-out' ? null : `ended-${hint.why}`);
  if (hint.type === 'beat') beat();
  if (hint.type === 'queue') await refreshQueue();
  if (hint.type === 'case' && hint.id === state.openId) await refreshOpen();
  if (hint.type === 'alarm') {
    if (hint.alarm === 'rise') ring(hint.level === 'emergency' ? 'emergency' : 'urgent');
    await refreshAll();
  }
}

/** Ends this side of the session: line closed, everything forgotten. */
export function leave(noticeKey: string | null): void {
  line?.stop();
  line = null;
  api.dropSession();
  forgetAll(noticeKey === null ? null : { key: noticeKey, tone: 'calm' });
}

export async function signOut(): Promise<void> {
  await api.signOut();
  leave('signed-out');
}

export async function setStatus(status: Status): Promise<void> {
  const result = await api.setStatus(status);
  if (result.ok) change({ status: result.value.status });
  else refused(result);
}

/**
 * Hints come in bursts. While one answer is on its way, any number of further wishes become one more question after it,
 * so that what is shown is never older than the last wish.
 */
function oneAtATime(ask: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  const start = (): Promise<void> => {
    running = ask().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    following ??= running
      .catch(() => {})
      .then(() => {
        following = null;
        return start();
      });
    return following;
  };
}

export async function refreshAll(): Promise<void> {
  await refreshQueue();
  await refreshOpen();
}

/** Brings the queue up to date. */
export const refreshQueue = oneAtATime(async () => {
  const result = await api.fetchQueue(state.page);
  if (state.phase !== 'signed-in') return;
  if (!result.ok) return result.code === 'not-signed-in' ? leave('ended-idle') : undefined;
  setServerTime(result.value.now);
  change({ queue: result.value, page: result.value.page });
});

export async function turnPage(by: number): Promise<void> {
  change({ page: Math.max(1, state.page + by) });
  await refreshQueue();
}

/** Opens a case in the middle. A case that is gone says so and closes. */
export async function openCase(id: string): Promise<void> {
  change({
    openId: id,
    open: state.open?.id === id ? state.open : null,
    tab: 'phrases',
    confirmingLanguage: false,
  });
  const result = await api.fetchCase(id, false);
  if (state.openId !== id) return;
  if (!result.ok) {
    change({ openId: null, open: null });
    return refused(result);
  }
  change({ open: result.value });
  await loadPhrases(result.value.language ?? 'en');
}

/** Brings the open case up to date. */
const refreshOpen = oneAtATime(async () => {
  const { open: before, openId: id } = state;
  if (id === null) return;
  const result = await api.fetchCase(id, true);
  if (state.openId !== id) return;
  if (result.ok) {
    if (hasNewWords(before, result.value)) ring('message');
    change({ open: result.value });
  } else if (result.code === 'not-found') {
    change({ openId: null, open: null });
    refused(result);
  }
});

function hasNewWords(before: CaseView | null, after: CaseView): boolean {
  const count = (view: CaseView) => view.talk.filter((entry) => entry.from === 'person').length;
  return after.mine && before !== null && count(after) > count(before);
}

async function loadPhrases(language: string): Promise<void> {
  if (state.phraseLanguage === language) return;
  const result = await api.fetchPhrases(language);
  if (result.ok) change({ phrases: result.value.phrases, phraseLanguage: language });
}

function refused(result: { code: string; waitSeconds: number }): void {
  if (result.code === 'not-signed-in') leave('ended-idle');
  else change({ notice: { key: result.code, tone: 'wrong', wait: result.waitSeconds } });
}

/** Runs one act at a time under a name; a second press while it runs does nothing. */
async function once(name: string, run: () => Promise<void>): Promise<void> {
  if (state.pending.has(name)) return;
  change({ pending: new Set([...state.pending, name]), notice: null });
  await run().finally(() => {
    const pending = new Set(state.pending);
    pending.delete(name);
    change({ pending });
  });
}

/** Claims whoever should be helped next, and opens the case. */
export function nextPerson(): Promise<void> {
  return once('next', async () => {
    const result = await api.next();
    if (!result.ok) refused(result);
    else if (result.value.id === null) change({ notice: { key: 'queue-empty', tone: 'calm' } });
    else await openCase(result.value.id);
    document.getElementById('message')?.focus();
    await refreshQueue();
  });
}

/** One act on a case; true when it happened. */
export async function act(
  id: string,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  let done = false;
  await once(name, async () => {
    const result = await api.act(id, name, fields);
    done = result.ok;
    if (!result.ok) refused(result);
    await refreshAll();
  });
  return done;
}
