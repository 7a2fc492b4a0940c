// Every error the house can throw, in one table: what it means, whether a retry may help, how loud it is in the log,
// and the text key a person would be shown (null: they are never told; they get help instead).

export interface ErrorRow {
  readonly message: string;
  readonly retry: boolean;
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  readonly personKey: string | null;
}

export const ERRORS = {
  'config.invalid': {
    message: 'The configuration is not usable.',
    retry: false,
    level: 'fatal',
    personKey: null,
  },
  'content.invalid': { message: 'The content is not usable.', retry: false, level: 'fatal', personKey: null },
  'store.unavailable': {
    message: 'The store did not answer in time.',
    retry: true,
    level: 'error',
    personKey: 'bot.trouble',
  },
  'store.settings': {
    message: 'The store is not set up to keep data safely.',
    retry: false,
    level: 'fatal',
    personKey: null,
  },
  'vault.tampered': {
    message: 'A sealed value does not verify.',
    retry: false,
    level: 'error',
    personKey: 'bot.trouble',
  },
  'vault.key-gone': { message: 'A data key was destroyed.', retry: false, level: 'info', personKey: null },
  'vault.wrong-root-key': {
    message: 'The root key is not the one this data was sealed under.',
    retry: false,
    level: 'fatal',
    personKey: null,
  },
  'turn.quarantined': {
    message: 'An inbound failed five times and was set aside.',
    retry: false,
    level: 'error',
    personKey: 'bot.trouble',
  },
  'http.too-large': {
    message: 'The body is larger than 64 KiB.',
    retry: false,
    level: 'debug',
    personKey: null,
  },
  'http.encoding': {
    message: 'A compressed or unsupported body was refused.',
    retry: false,
    level: 'debug',
    personKey: null,
  },
  'http.malformed': {
    message: 'The body is not well-formed.',
    retry: false,
    level: 'debug',
    personKey: null,
  },
  'sms.throttled': {
    message: 'The SMS provider asked us to slow down.',
    retry: true,
    level: 'warn',
    personKey: null,
  },
  'sms.refused': {
    message: 'The SMS provider refused the message.',
    retry: false,
    level: 'warn',
    personKey: null,
  },
  'sms.opted-out': {
    message: 'The person stopped texts at the provider.',
    retry: false,
    level: 'info',
    personKey: null,
  },
  'sms.unknown-result': {
    message: 'The SMS provider may or may not have taken the message.',
    retry: true,
    level: 'warn',
    personKey: null,
  },
  'sms.unreachable': {
    message: 'The SMS provider could not be reached; nothing was sent.',
    retry: true,
    level: 'warn',
    personKey: null,
  },
  'connector.unreachable': {
    message: 'The connector did not answer.',
    retry: true,
    level: 'warn',
    personKey: null,
  },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ERRORS;

/** A failure from the table. `detail` is for the log and must never hold a person's words, number or address. */
export class PorchlightError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail ? `${ERRORS[code].message} ${detail}` : ERRORS[code].message, options);
    this.name = 'PorchlightError';
  }

  get row(): ErrorRow {
    return ERRORS[this.code];
  }
}

/** Whether something thrown is a failure from the table with this code. */
export function isError(thrown: unknown, code: ErrorCode): thrown is PorchlightError {
  return thrown instanceof PorchlightError && thrown.code === code;
}
