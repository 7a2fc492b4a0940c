// Two connections to Redis: one for scripts, one that listens. Any failure here is `store.unavailable`, its result unknown:
// callers run the turn again and let the seen row decide. Nothing is queued while the connection is down.
import { Redis, type RedisOptions } from 'ioredis';
import { PorchlightError } from '../../errors.js';
import type { Script } from './scripts.js';

export type Argument = string | Buffer | number;

export interface RedisLink {
  /** Runs a script on the slot of `prefix`. Replies are Buffers, numbers and arrays of them. */
  run(script: Script, prefix: string, args: readonly Argument[]): Promise<unknown>;
  /** Plain look-ups outside any script (names in lower case), sent at once; the answers in their order. */
  ask(commands: readonly (readonly [name: string, ...args: Argument[]])[]): Promise<unknown[]>;
  close(): Promise<void>;
}

export interface LinkOptions {
  /** How long one command may take before it counts as failed. */
  readonly commandTimeoutMs?: number;
  /** Settings the server must have; a deployer may add to them. */
  readonly requiredSettings?: Readonly<Record<string, string>>;
}

const COMMAND_TIMEOUT_MS = 2000;
const LONGEST_RECONNECT_MS = 1000;
/** Without them Redis forgets what it acknowledged, or throws keys away when memory is short. */
const REQUIRED_SETTINGS = { appendonly: 'yes', 'maxmemory-policy': 'noeviction' };

/**
 * Connects, checks the server's settings, and listens on `channels`. Throws `store.unavailable` when Redis does not answer,
 * `store.settings` with every setting that is wrong.
 */
export async function openLink(
  url: string,
  options: LinkOptions,
  listen: { channels: readonly string[]; heard: (channel: string, message: string) => void },
): Promise<RedisLink> {
  const settings = connectionSettings(options);
  const [commands, listener] = [new Redis(url, settings), new Redis(url, listening(settings))];
  for (const connection of [commands, listener]) {
    // Reported to callers by the command that fails; without a listener ioredis prints it.
    connection.on('error', () => undefined);
  }
  listener.on('message', listen.heard);
  const close = async () => {
    commands.disconnect();
    listener.disconnect();
  };
  try {
    await Promise.all([commands.connect(), listener.connect()]).catch(failed);
    await checkSettings(commands, { ...REQUIRED_SETTINGS, ...options.requiredSettings });
    await listener.subscribe(...listen.channels).catch(failed);
    // A wake-up is only a hint: where this fails too, the next return or the poll makes up for it.
    listener.on('ready', () => void listener.subscribe(...listen.channels).catch(() => undefined));
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return {
    run: (script, prefix, args) => runScript(commands, script, [prefix, ...args]).catch(failed),
    ask: (asked) => askAll(commands, asked).catch(failed),
    close,
  };
}

function connectionSettings(options: LinkOptions) {
  return {
    // Flat arrays of Buffers, as scripts give them.
    protocol: 2,
    lazyConnect: true,
    commandTimeout: options.commandTimeoutMs ?? COMMAND_TIMEOUT_MS,
    connectTimeout: options.commandTimeoutMs ?? COMMAND_TIMEOUT_MS,
    // An unbounded queue in memory is not a store; a command fails at once and the caller knows.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    disconnectTimeout: 100,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (times) => Math.min(50 * times, LONGEST_RECONNECT_MS),
    // After a failover the old connection would go on talking to the demoted server.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  } satisfies RedisOptions;
}

/** ioredis would subscribe again by itself, and a connection lost in that moment would end the process. */
function listening(settings: ReturnType<typeof connectionSettings>) {
  return { ...settings, autoResubscribe: false };
}

async function runScript(redis: Redis, script: Script, args: readonly Argument[]): Promise<unknown> {
  try {
    return await redis.callBuffer('EVALSHA', script.sha, 1, ...args);
  } catch (thrown) {
    if (!(thrown instanceof Error && thrown.message.startsWith('NOSCRIPT'))) throw thrown;
    return redis.callBuffer('EVAL', script.lua, 1, ...args);
  }
}

async function askAll(
  redis: Redis,
  asked: readonly (readonly [string, ...Argument[]])[],
): Promise<unknown[]> {
  const answers = (await redis.pipeline(asked.map((command) => [...command])).exec()) ?? [];
  return answers.map(([error, answer]) => {
    if (error) throw error;
    return answer;
  });
}

async function checkSettings(redis: Redis, required: Readonly<Record<string, string>>): Promise<void> {
  const problems: string[] = [];
  for (const [name, wanted] of Object.entries(required)) {
    const found = await readSetting(redis, name);
    if (found !== wanted) problems.push(`Redis has ${name} "${found}"; it must be "${wanted}".`);
  }
  if (problems.length > 0) throw new PorchlightError('store.settings', problems.join(' '));
}

/** The value, or why it could not be read: a provider may forbid CONFIG. */
async function readSetting(redis: Redis, name: string): Promise<string> {
  const reply = await redis.call('CONFIG', 'GET', name).catch((thrown: unknown) => {
    if (thrown instanceof Error && thrown.name === 'ReplyError') return ['', 'not readable'];
    return failed(thrown);
  });
  return Array.isArray(reply) ? String(reply[1] ?? 'not known') : 'not known';
}

/** Only the name of the failure: a message of ioredis may quote arguments. A bug of ours rises as it is. */
function failed(cause: unknown): never {
  if (cause instanceof TypeError) throw cause;
  const name = cause instanceof Error ? cause.name : 'unknown';
  throw new PorchlightError('store.unavailable', `Redis failed (${name}).`, { cause });
}
