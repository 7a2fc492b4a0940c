// Wake-up hints inside one process: who listens, and telling them. Carries no data and promises nothing.

export interface Wake {
  /** Returns a function that stops listening. */
  listen(listener: (topic: string) => void): () => void;
  /** Tells every listener each topic once, after the caller has returned to the event loop. */
  tell(topics: readonly string[]): void;
}

export function createWake(): Wake {
  const listeners = new Set<(topic: string) => void>();
  return {
    listen(listener) {
      // A wrapper, so that listening twice with one function is two listeners, and stopping one keeps the other.
      const entry = (topic: string) => listener(topic);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    tell(topics) {
      // Deferred, so that a listener that throws cannot make a durable commit look failed.
      for (const topic of topics) setImmediate(() => tellAll(listeners, topic));
    },
  };
}

function tellAll(listeners: ReadonlySet<(topic: string) => void>, topic: string): void {
  for (const listener of listeners) listener(topic);
}
