// One turn at a time per conversation in this process. Across processes the version check of the commit decides.

/** Runs tasks with the same key one after another, others side by side. A failed task does not hold up the next. */
export interface Lane {
  run<Result>(key: string, task: () => Promise<Result>): Promise<Result>;
}

export function createLane(): Lane {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, task) {
      const before = tails.get(key) ?? Promise.resolve();
      const mine = before.then(task, task);
      const tail = mine
        .catch(() => undefined)
        .then(() => {
          if (tails.get(key) === tail) tails.delete(key);
        });
      tails.set(key, tail);
      return mine;
    },
  };
}
