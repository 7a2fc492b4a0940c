// A page that nobody touches: a warning after ten minutes, empty after fifteen. Never while a case is open.

const WARN_MS = 10 * 60_000;
const WIPE_MS = 15 * 60_000;
const LOOK_MS = 5000;

export interface IdleParts {
  /** Something that a wipe would take away. */
  hasTalk(): boolean;
  /** A person of the desk has the case or is expected: the page stays. */
  caseOpen(): boolean;
  /** Minutes left, or null to take the warning away. */
  warn(minutesLeft: number | null): void;
  wipe(): void;
}

/** Watches for signs of life. The clock of the wall decides, because timers sleep with the phone. */
export function watchIdle(parts: IdleParts): void {
  let lastAt = Date.now();
  let warned = false;
  const alive = () => {
    lastAt = Date.now();
    if (warned) parts.warn(null);
    warned = false;
  };
  // Not at the first touch: the warning would be gone from under the finger and something else be pressed.
  for (const sign of ['click', 'keydown', 'input', 'wheel', 'touchmove']) addEventListener(sign, alive, true);
  const look = () => {
    const idleMs = Date.now() - lastAt;
    if (!parts.hasTalk() || parts.caseOpen()) alive();
    else if (idleMs >= WIPE_MS) parts.wipe();
    else if (idleMs >= WARN_MS) {
      warned = true;
      parts.warn(Math.ceil((WIPE_MS - idleMs) / 60_000));
    }
  };
  setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', look);
}
