// The ways out: exit by button or Shift three times, a closed tab, a page brought back from the cache.
// Covering comes first and never waits for the network.
import { announce } from './announce.js';
import { byId } from './dom.js';
import { tellParent } from './frame.js';
import { clearTalk } from './talk.js';
import { say } from './words.js';

const PRESSES = 3;
const WITHIN_MS = 5000;

/** Wires every way out. `end` revokes the session, without waiting. */
export function watchLeaving(end: () => void): void {
  byId('exit').addEventListener('click', (event) => {
    event.preventDefault();
    exit(end);
  });
  watchShift(() => exit(end));
  addEventListener('pagehide', () => {
    end();
    cover();
  });
  addEventListener('pageshow', (event) => {
    // From the back/forward cache: stay blank, then start from the server with nothing in it.
    if (event.persisted) location.reload();
  });
}

/** Blanks the page, ends the session, and goes somewhere plain; inside a partner's page that page goes too. */
export function exit(end: () => void): void {
  const target = byId<HTMLAnchorElement>('exit').href;
  cover();
  tellParent('exit');
  end();
  leaveTo(target);
}

function cover(): void {
  document.documentElement.classList.add('gone');
  document.title = '\u00a0';
  clearTalk();
}

function leaveTo(target: string): void {
  try {
    if (window.top) window.top.location.replace(target);
  } catch {
    location.replace(target);
  }
}

/** Shift alone, three times in five seconds; another key in between starts over. */
function watchShift(leave: () => void): void {
  let presses = 0;
  let alone = false;
  let timer = 0;
  const show = (count: number) => {
    presses = count;
    byId('presses').textContent = '•'.repeat(count);
    clearTimeout(timer);
    if (count > 0) timer = window.setTimeout(() => show(0), WITHIN_MS);
  };
  addEventListener('keydown', ({ key, repeat }) => {
    alone = key === 'Shift';
    if (!alone && !repeat) show(0);
  });
  addEventListener('keyup', ({ key }) => {
    if (key !== 'Shift' || !alone) return;
    show(presses + 1);
    if (presses >= PRESSES) leave();
    else announce(say('exit.pressed', { count: presses }));
  });
}
