// A bell between those who bring work and the one who waits for it. A ring before the wait is not lost.

export interface Bell {
  ring(): void;
  /** Resolves when it rings, at once when it rang since the last time, or after so many milliseconds. */
  heard(withinMs: number): Promise<void>;
}

export function createBell(): Bell {
  let rang = false;
  let wake = () => {};
  return {
    ring() {
      rang = true;
      wake();
    },
    async heard(withinMs) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, withinMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rang = false;
      wake = () => {};
    },
  };
}
