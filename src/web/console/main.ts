// The staff console: one page, one bundle, no storage. Starts, draws, ticks; what is shown is in the views.
import './console.css';
import { checkLine, noteActivity, onBeat, refreshQueue, signIn } from './actions.js';
import { allowSound, ring, showTitle } from './alarm.js';
import { caseView } from './case-view.js';
import { bannersView, headerView } from './header-view.js';
import { helpView, syncHelp } from './help-view.js';
import { onKey } from './keys.js';
import { queueView } from './queue-view.js';
import { sideView } from './side-view.js';
import { signInView } from './sign-in-view.js';
import { change, onChange, ringing, state } from './state.js';
import { followTalk } from './talk-view.js';
import { h, patch, type VNode } from './view.js';
import { loadWords } from './words.js';

const EMERGENCY_EVERY_MS = 5_000;
const URGENT_EVERY_MS = 12_000;
/** Hints can be lost; the queue is asked for anyway. */
const POLL_SECONDS = 10;

let seconds = 0;
let rungAt = 0;

function signedIn(): VNode[] {
  const columns = h('div', { class: 'columns' }, queueView(), caseView(), sideView());
  return [headerView(), bannersView(), columns, helpView()];
}

function draw(): void {
  if (state.phase === 'starting') return;
  const was = document.body.firstElementChild?.className;
  followTalk(state.open, () =>
    patch(document.body, state.phase === 'signed-in' ? signedIn() : [signInView()]),
  );
  syncHelp();
  if (state.phase === 'signed-out' && was !== 'sign-in') document.getElementById('sign-name')?.focus();
}

function tick(): void {
  seconds += 1;
  checkLine();
  showTitle(ringing().length, seconds);
  if (state.phase !== 'signed-in') return;
  ringIfDue();
  if (seconds % POLL_SECONDS === 0) void refreshQueue();
  draw();
}

/**
 * Sounds while somebody waits whom nobody took. Asked once a second, and by the server's beats too: a tab in the
 * background has slow timers. Away is silent; busy hears emergencies.
 */
function ringIfDue(): void {
  const emergency = ringing().some((line) => line.level === 'emergency');
  const heard = emergency ? state.status !== 'away' : ringing().length > 0 && state.status === 'available';
  const everyMs = emergency ? EMERGENCY_EVERY_MS : URGENT_EVERY_MS;
  if (!heard || Date.now() - rungAt < everyMs) return;
  rungAt = Date.now();
  ring(emergency ? 'emergency' : 'urgent');
}

/** A one-time link carries its token behind the #, which no server sees; it leaves the address at once. */
function takeLink(): string | null {
  const token = /^#link=([A-Za-z0-9_-]{20,100})$/.exec(location.hash)?.[1] ?? null;
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return token;
}

async function start(): Promise<void> {
  const link = takeLink();
  await loadWords(navigator.languages);
  onChange(draw);
  for (const name of ['pointerdown', 'keydown']) {
    addEventListener(name, () => {
      noteActivity();
      allowSound();
    });
  }
  addEventListener('keydown', onKey);
  // Nothing of a case stays in the page that the browser keeps for "back".
  addEventListener('pagehide', () => patch(document.body, []));
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  onBeat(ringIfDue);
  setInterval(tick, 1000);
  if (link === null) change({ phase: 'signed-out' });
  else await signIn({ link });
}

void start();
