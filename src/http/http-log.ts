// What this room writes to the log: an allow-list of fields, so that no address, header, target or word can slip in.

export interface HttpLogFields {
  readonly id?: string;
  /** The route's template, never the target that was asked for. */
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly durationMs?: number;
  /** Class of what was thrown, or its code from errors.ts; never its message. */
  readonly error?: string;
}

export interface HttpLog {
  debug(fields: HttpLogFields, message: string): void;
  warn(fields: HttpLogFields, message: string): void;
  error(fields: HttpLogFields, message: string): void;
}
