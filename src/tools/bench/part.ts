// What a part of the benchmark hands back: figures by name, and the same as tables.

export interface Measured {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly shown: string;
}
