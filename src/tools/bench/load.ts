// A load of whole turns over HTTP: so many connections, each sending its next message when the last was answered.
import type { Talk, Target } from './targets.js';

export interface Load {
  readonly target: Target;
  readonly connections: number;
  readonly turns: number;
  readonly texts: readonly string[];
}

export interface LoadResult {
  readonly turnsPerSecond: number;
  /** Milliseconds of each turn. */
  readonly times: readonly number[];
}

/** Messages of one conversation before the next begins: what people write within a minute and a half, read as one burst. */
const MESSAGES = 3;

/** Conversations are opened before the clock runs. Rejects on any answer but the target's success. */
export async function load({ target, connections, turns, texts }: Load): Promise<LoadResult> {
  const talks = await openTalks(target, Math.ceil(turns / MESSAGES) + connections);
  const times: number[] = [];
  let sent = 0;
  const person = async () => {
    let talk: Talk | undefined;
    for (let written = 0; sent < turns; written += 1) {
      if (written % MESSAGES === 0) talk = talks.pop();
      const text = texts[sent % texts.length] ?? '';
      sent += 1;
      const askedAt = performance.now();
      await talk?.say(text);
      times.push(performance.now() - askedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, person));
  return { turnsPerSecond: turns / ((performance.now() - startedAt) / 1000), times };
}

async function openTalks(target: Target, count: number): Promise<Talk[]> {
  const talks: Talk[] = [];
  for (let n = 0; n < count; n += 1) talks.push(await target.open());
  return talks;
}
