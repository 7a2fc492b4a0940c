// The server's time as this tab knows it, and spans as people read them.

let offsetMs = 0;

/** Learns the difference between the server's clock and this machine's, which may be wrong. */
export function setServerTime(now: number): void {
  offsetMs = now - Date.now();
}

export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** "0:07", "12:40", "1:02:09"; never negative. */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (value: number) => String(value).padStart(2, '0');
  const tail = `${hours > 0 ? two(minutes) : minutes}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** The time of day, "14:05". */
export function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
