// The log: structured lines on stderr, an allow-list of fields, never a word, a number or an address of a person.
import { destination, type Logger, pino } from 'pino';

export type Fields = Readonly<Record<string, unknown>>;

export interface Log {
  debug(fields: Fields, message?: string): void;
  info(fields: Fields, message?: string): void;
  warn(fields: Fields, message?: string): void;
  error(fields: Fields, message?: string): void;
}

/** Whatever else a caller hands over is left out. */
const ALLOWED = new Set([
  'code',
  'detail',
  'id',
  'route',
  'method',
  'status',
  'durationMs',
  'error',
  'kind',
  'count',
  'tries',
  'desk',
  'partner',
  'channel',
  'row',
  'worker',
]);

/** Timestamps are rounded to the minute: who wrote when is nobody's business. */
const MINUTE = 60_000;

export function createLog(level: string): Log {
  const logger: Logger = pino(
    { level, base: null, timestamp: () => `,"time":${Math.floor(Date.now() / MINUTE) * MINUTE}` },
    destination({ fd: 2, sync: false }),
  );
  const write =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (fields: Fields, message = '') =>
      logger[name](
        Object.fromEntries(Object.entries(fields).filter(([field]) => ALLOWED.has(field))),
        message,
      );
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
