// Environment to one frozen Config. The only reader of process.env. A wrong setting refuses to start, with all problems listed.
import { join } from 'node:path';
import { z } from 'zod';
import { PorchlightError } from './errors.js';

const port = z.coerce.number().int().min(0).max(65535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

const environmentSchema = z.object({
  PORT: port.default(8080).describe('Port of the service; 0 picks a free one.'),
  OPS_PORT: port.default(0).describe('Port of health and metrics, on 127.0.0.1; 0 picks a free one.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on; any other than 127.0.0.1 needs PUBLIC_URL and TRUSTED_PROXIES.'),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe('https address that people and providers use; SMS signatures are computed over it.'),
  TRUSTED_PROXIES: list.default([]).describe('Addresses of proxies whose X-Forwarded-For is believed.'),
  DATA_DIR: z.string().default('data').describe('Folder of the embedded store, its keys and the root key.'),
  REDIS_URL: z.string().optional().describe('Switches to the Redis store; needs ROOT_KEY_FILE.'),
  ROOT_KEY_FILE: z
    .string()
    .optional()
    .describe('File of the root key (32 bytes, mode 0600), kept apart from the data.'),
  MICROSOFT_APP_ID: z
    .string()
    .optional()
    .describe('Bot Framework app id; required in production for /api/messages.'),
  MICROSOFT_APP_PASSWORD: z.string().optional().describe('Bot Framework app password.'),
  MICROSOFT_APP_TENANT: z.string().optional().describe('Azure tenant of the app.'),
  SMS_API_URL: z
    .url()
    .optional()
    .describe(
      'Where the SMS provider is reached; its own address unless set. Setting it gives the demo partner a number.',
    ),
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('development')
    .describe('production switches off every demo convenience.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Logs go to stderr and never hold a word, number or address.'),
});

type Environment = z.infer<typeof environmentSchema>;

export interface Config {
  readonly port: number;
  readonly opsPort: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly trustedProxies: readonly string[];
  readonly dataDir: string;
  readonly redisUrl: string | null;
  readonly rootKeyFile: string | null;
  readonly smsApiUrl: string | null;
  /** The folder that holds dialogs/, knowledge/, locales/ and dist/. */
  readonly root: string;
  readonly bot: { readonly appId: string; readonly appPassword: string; readonly appTenant: string } | null;
  readonly production: boolean;
  /** Demo partner, anonymous /api/messages and the printed sign-in link: only on the loopback address outside production. */
  readonly demo: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads the environment. Throws `config.invalid` with one sentence a problem. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success)
    throw invalid(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const problems = crossProblems(parsed.data);
  if (problems.length > 0) throw invalid(problems);
  return Object.freeze(toConfig(parsed.data));
}

function invalid(problems: readonly string[]): PorchlightError {
  return new PorchlightError('config.invalid', problems.map((problem) => `\n  - ${problem}`).join(''));
}

/** Settings that are fine alone and wrong together. */
function crossProblems(env: Environment): string[] {
  const rules: [boolean, string][] = [
    [!LOOPBACK.has(env.HOST) && !env.PUBLIC_URL, 'HOST: another address than 127.0.0.1 needs PUBLIC_URL.'],
    [
      !LOOPBACK.has(env.HOST) && env.TRUSTED_PROXIES.length === 0,
      'HOST: another address than 127.0.0.1 needs TRUSTED_PROXIES.',
    ],
    [
      Boolean(env.PUBLIC_URL && !env.PUBLIC_URL.startsWith('https://')),
      'PUBLIC_URL: must begin with https://.',
    ],
    [Boolean(env.REDIS_URL && !env.ROOT_KEY_FILE), 'REDIS_URL: needs ROOT_KEY_FILE.'],
    [
      Boolean(env.MICROSOFT_APP_ID) !== Boolean(env.MICROSOFT_APP_PASSWORD),
      'MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD: set both or neither.',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, message]) => message);
}

function toConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production';
  return {
    port: env.PORT,
    opsPort: env.OPS_PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    dataDir: env.DATA_DIR,
    redisUrl: env.REDIS_URL ?? null,
    rootKeyFile: env.ROOT_KEY_FILE ?? null,
    smsApiUrl: env.SMS_API_URL?.replace(/\/$/, '') ?? null,
    root: join(__dirname, '..'),
    bot: botOf(env),
    production,
    demo: !production && LOOPBACK.has(env.HOST),
    logLevel: env.LOG_LEVEL,
  };
}

function botOf(env: Environment): Config['bot'] {
  if (!env.MICROSOFT_APP_ID || !env.MICROSOFT_APP_PASSWORD) return null;
  return {
    appId: env.MICROSOFT_APP_ID,
    appPassword: env.MICROSOFT_APP_PASSWORD,
    appTenant: env.MICROSOFT_APP_TENANT ?? '',
  };
}

/** Name and meaning of every setting, for the README table (a test keeps them equal). */
export function describeSettings(): { name: string; about: string }[] {
  return Object.entries(environmentSchema.shape).map(([name, schema]) => ({
    name,
    about: schema.description ?? '',
  }));
}
