// What a part of the benchmark hands back: figures by name, and the same as tables.

export interface PartOptions {
  /** Whole turns in a round. */
  readonly turns?: number;
}

export interface Measured {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly shown: string;
}
