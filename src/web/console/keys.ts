// The keyboard: one letter for what is done often. Letters can be switched off (speech input types them by accident).
import { act, nextPerson, openCase, setStatus } from './actions.js';
import { change, isWaiting, may, state } from './state.js';
import type { Status } from './wire.js';

/** Every letter with the text key of what it does, in the order the help shows them. */
export const SHORTCUTS = [
  ['N', 'keys.next'],
  ['J', 'keys.down'],
  ['K', 'keys.up'],
  ['C', 'keys.claim'],
  ['M', 'keys.message'],
  ['P', 'keys.phrases'],
  ['O', 'keys.notes'],
  ['X', 'keys.close'],
  ['R', 'keys.release'],
  ['1', 'keys.available'],
  ['2', 'keys.busy'],
  ['3', 'keys.away'],
  ['?', 'keys.help'],
] as const;

const STATUS_KEYS: Readonly<Record<string, Status>> = { '1': 'available', '2': 'busy', '3': 'away' };

/** Handles a key press anywhere on the page. While somebody types, or holds a modifier, letters are letters. */
export function onKey(event: KeyboardEvent): void {
  if (event.key === 'Escape') leaveField();
  if (state.phase !== 'signed-in' || !state.singleKeys || state.helpOpen || isTyping(event)) return;
  const run = runFor(event.key);
  if (!run) return;
  event.preventDefault();
  run();
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return true;
  const target = event.target;
  if (target instanceof HTMLInputElement) return target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function leaveField(): void {
  if (state.helpOpen) change({ helpOpen: false });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function runFor(pressed: string): (() => void) | null {
  const status = STATUS_KEYS[pressed];
  if (status) return () => void setStatus(status);
  const runs: Readonly<Record<string, () => void>> = {
    '?': () => change({ helpOpen: true }),
    n: () => may('take-cases') && void nextPerson(),
    j: () => step(1),
    k: () => step(-1),
    c: () => actOn('claim'),
    r: () => actOn('release'),
    m: () => document.getElementById('message')?.focus(),
    p: () => showTab('phrases', 'phrase-filter'),
    o: () => showTab('notes', 'note'),
    x: () => showTab('close', 'tab-close'),
  };
  return runs[pressed.toLowerCase()] ?? null;
}

function actOn(name: 'claim' | 'release'): void {
  const { open } = state;
  const fits = open && (name === 'claim' ? isWaiting(open.status) && may('take-cases') : open.mine);
  if (open && fits) void act(open.id, name);
}

function showTab(tab: typeof state.tab, focusId: string): void {
  change({ tab });
  document.getElementById(focusId)?.focus();
}

/** Opens the line below or above the open one. */
function step(by: number): void {
  const { queue, openId } = state;
  if (!queue || !may('read-cases')) return;
  const ids = [...queue.claimed.filter((line) => line.mine), ...queue.lines].map((line) => line.id);
  const at = openId === null ? (by > 0 ? -1 : ids.length) : ids.indexOf(openId);
  const id = ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
  if (id !== undefined) void openCase(id);
}
