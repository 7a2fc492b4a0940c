// Recognizers-Text behind a deadline: a child process that is ended when it takes too long. Results are optional by
// design; nothing urgent may wait for them.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, MINUTE_MS, type Recognised, SECOND_MS, systemClock } from '../../core/index.js';
import { toRecognised } from './recognised.js';
import type { Kind, RecogniserReply, RecogniserRequest } from './recogniser-process.js';

export interface Recognisers {
  /** The value in a text, or null: nothing found, language without a model, model still loading, or out of time. */
  recognise(text: string, language: string, kind: Kind): Promise<Recognised | null>;
  /** Loads a model beforehand; resolves to false when there is none or it did not load. */
  warm(language: string, kind: Kind): Promise<boolean>;
  /** Drops models that were idle for ten minutes; runs by itself once a minute. */
  sweep(): void;
  /** Ends the child; later calls answer null. */
  close(): void;
}

export interface RecognisersOptions {
  /** The child's program; by default the one beside this file. */
  readonly processFile?: string;
  readonly clock?: Clock;
}

/** Cultures in which each model really works (tried one by one). */
export const CULTURES: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  age: { en: 'en-us', es: 'es-es', fr: 'fr-fr', 'pt-BR': 'pt-br', 'zh-Hans': 'zh-cn', 'zh-Hant': 'zh-cn' },
  date: { en: 'en-us', es: 'es-es', fr: 'fr-fr', 'zh-Hans': 'zh-cn', 'zh-Hant': 'zh-cn' },
  boolean: {
    en: 'en-us',
    es: 'es-es',
    fr: 'fr-fr',
    'pt-BR': 'pt-br',
    'zh-Hans': 'zh-cn',
    'zh-Hant': 'zh-cn',
  },
};

const DEADLINE_MS = 250;
const WARM_DEADLINE_MS = 30 * SECOND_MS;
const IDLE_MS = 10 * MINUTE_MS;
const LONGEST_TEXT = 200;
const MOST_WAITING = 16;

type Results = RecogniserReply['results'];

interface Job {
  readonly request: RecogniserRequest;
  readonly deadlineMs: number;
  readonly settle: (results: Results | null) => void;
}

function programBeside(): string {
  const compiled = join(__dirname, 'recogniser-process.js');
  return existsSync(compiled) ? compiled : join(__dirname, 'recogniser-process.ts');
}

/** One child, one job at a time. */
class Child {
  private process: ChildProcess | null = null;
  private readonly waiting: Job[] = [];
  private current: Job | null = null;
  private timer: NodeJS.Timeout | null = null;
  private nextId = 1;

  constructor(
    private readonly program: string,
    private readonly onGone: () => void,
  ) {}

  run(
    request: Omit<RecogniserRequest, 'id'> & { text?: string },
    deadlineMs: number,
  ): Promise<Results | null> {
    if (this.waiting.length >= MOST_WAITING) return Promise.resolve(null);
    return new Promise((settle) => {
      this.waiting.push({
        request: { ...request, id: this.nextId++ } as RecogniserRequest,
        deadlineMs,
        settle,
      });
      this.next();
    });
  }

  private next(): void {
    if (this.current !== null) return;
    const job = this.waiting.shift();
    if (job === undefined) return;
    this.current = job;
    this.process ??= this.start();
    this.timer = setTimeout(() => this.end(), job.deadlineMs);
    this.process.send(job.request, () => undefined);
  }

  private start(): ChildProcess {
    const child = fork(this.program, {
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: ['--max-old-space-size=256'],
    });
    child.on('message', (reply: RecogniserReply) => {
      if (this.process === child && reply.id === this.current?.request.id) this.finish(reply.results);
    });
    child.on('exit', () => this.process === child && this.end());
    child.on('error', () => this.process === child && this.end());
    // A waiting child must not keep the process alive.
    child.unref();
    child.channel?.unref();
    return child;
  }

  private finish(results: Results | null): void {
    const job = this.current;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.current = null;
    job?.settle(results);
    this.next();
  }

  /** Ends the child; what it was doing and what waited for it answers null. The next job starts a new one. */
  end(): void {
    const child = this.process;
    this.process = null;
    child?.kill('SIGKILL');
    if (child !== null) this.onGone();
    for (const job of this.waiting.splice(0)) job.settle(null);
    this.finish(null);
  }
}

/** Creates recognisers; nothing is started before the first need. */
export function createRecognisers(options: RecognisersOptions = {}): Recognisers {
  const clock = options.clock ?? systemClock;
  /** When each loaded model was last used; `loading` holds those on their way. */
  const usedAt = new Map<string, number>();
  const loading = new Map<string, Promise<boolean>>();
  const child = new Child(options.processFile ?? programBeside(), () => usedAt.clear());
  let closed = false;

  const load = (kind: Kind, culture: string): Promise<boolean> => {
    const key = `${kind} ${culture}`;
    if (usedAt.has(key)) return Promise.resolve(true);
    const started =
      loading.get(key) ??
      child.run({ do: 'warm', kind, culture }, WARM_DEADLINE_MS).then((results) => {
        loading.delete(key);
        if (results !== null) usedAt.set(key, clock.now());
        return results !== null;
      });
    loading.set(key, started);
    return started;
  };

  const sweep = () => {
    for (const [key, at] of usedAt) {
      if (clock.now() - at < IDLE_MS) continue;
      const [kind, culture] = key.split(' ') as [Kind, string];
      usedAt.delete(key);
      void child.run({ do: 'drop', kind, culture }, WARM_DEADLINE_MS);
    }
  };
  const sweeper = setInterval(sweep, MINUTE_MS);
  sweeper.unref();

  return {
    async recognise(text, language, kind) {
      const culture = CULTURES[kind][language];
      if (closed || culture === undefined) return null;
      const key = `${kind} ${culture}`;
      const isReady = usedAt.has(key) || (await inTime(load(kind, culture)));
      if (!isReady) return null;
      usedAt.set(key, clock.now());
      const results = await child.run(
        { do: 'parse', kind, culture, text: text.slice(0, LONGEST_TEXT) },
        DEADLINE_MS,
      );
      return results === null ? null : toRecognised(kind, results);
    },
    warm(language, kind) {
      const culture = CULTURES[kind][language];
      return closed || culture === undefined ? Promise.resolve(false) : load(kind, culture);
    },
    sweep,
    close() {
      closed = true;
      clearInterval(sweeper);
      child.end();
    },
  };
}

/** Whether a model loads within the deadline; loading goes on after it. */
function inTime(loaded: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), DEADLINE_MS);
    void loaded.then((isLoaded) => {
      clearTimeout(timer);
      resolve(isLoaded);
    });
  });
}
