// Everything the console knows, in one place and in this tab's memory only. Views read it; actions change it.
import type { CaseView, Me, Phrase, Queue, QueueLine, Status } from './wire.js';

export type Tab = 'phrases' | 'notes' | 'close';

export interface ConsoleState {
  phase: 'starting' | 'signed-out' | 'signed-in';
  me: Me | null;
  status: Status;
  idleMs: number;
  lastActiveAt: number;
  line: 'connecting' | 'open' | 'lost';
  queue: Queue | null;
  page: number;
  /** The conversation that is open in the middle, and what is known of it. */
  openId: string | null;
  open: CaseView | null;
  phrases: readonly Phrase[];
  phraseLanguage: string;
  phraseFilter: string;
  tab: Tab;
  /** A line at the top that tells the outcome of an act. */
  notice: { readonly key: string; readonly tone: 'calm' | 'wrong'; readonly wait?: number } | null;
  /** Names of what is on its way to the server; their buttons rest. */
  pending: Set<string>;
  muted: boolean;
  singleKeys: boolean;
  helpOpen: boolean;
  /** Free text in another language waits for a second press. */
  confirmingLanguage: boolean;
  writingIn: string;
  /** Half-written messages and notes, by case: switching between people never sends one's words to another. */
  readonly drafts: Map<string, string>;
}

export const state: ConsoleState = {
  phase: 'starting',
  me: null,
  status: 'available',
  idleMs: 30 * 60_000,
  lastActiveAt: Date.now(),
  line: 'connecting',
  queue: null,
  page: 1,
  openId: null,
  open: null,
  phrases: [],
  phraseLanguage: '',
  phraseFilter: '',
  tab: 'phrases',
  notice: null,
  pending: new Set(),
  muted: false,
  singleKeys: true,
  helpOpen: false,
  confirmingLanguage: false,
  writingIn: 'en',
  drafts: new Map(),
};

let draw: () => void = () => {};

/** Says what to call when the state changed. */
export function onChange(redraw: () => void): void {
  draw = redraw;
}

export function change(fields: Partial<ConsoleState>): void {
  Object.assign(state, fields);
  draw();
}

/** Forgets everything about cases and the person signed in. */
export function forgetAll(notice: ConsoleState['notice']): void {
  state.drafts.clear();
  const nothing = { me: null, queue: null, openId: null, open: null, phrases: [], phraseLanguage: '' };
  change({
    ...nothing,
    phase: 'signed-out',
    notice,
    page: 1,
    pending: new Set(),
    helpOpen: false,
    tab: 'phrases',
  });
}

export function may(permission: string): boolean {
  return state.me?.may.includes(permission) ?? false;
}

const WAITING = ['queued', 'returned', 'overflowed'];

export function isWaiting(status: string): boolean {
  return WAITING.includes(status);
}

/** Lines nobody has taken whose level must be heard. */
export function ringing(): QueueLine[] {
  const lines = state.queue?.lines ?? [];
  return lines.filter((line) => line.level === 'emergency' || line.level === 'urgent');
}

/** The case is mine, and what I write can still reach the person: the server knows, and the window may close meanwhile. */
export function canWrite(view: CaseView, now: number): boolean {
  const open = view.status === 'claimed' || view.status === 'connected';
  const inTime = view.replyUntil === null || now < view.replyUntil;
  return view.mine && open && view.canReply && inTime;
}
