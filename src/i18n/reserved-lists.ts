// Names of the word lists of locales/<tag>/words.json.

/** Whole messages that mean one thing wherever the person is. */
export const RESERVED_KINDS = [
  'opt-out',
  'opt-out-unclear',
  'start',
  'help',
  'hide',
  'erase',
  'person',
  'language',
  'more',
  'sources',
  'skip',
  'back',
  'yes',
  'no',
] as const;
export type ReservedKind = (typeof RESERVED_KINDS)[number];

export const RESERVED_LISTS = [
  ...RESERVED_KINDS,
  /** Sentences that ask us to stop writing, wherever a sentence begins. */
  'opt-out-phrases',
  /** Words that may stand before such a sentence ("please", "can you"). */
  'opt-out-leads',
  /** Words that may not stand in the first 40 characters of a text message; `*` at the end for any ending. */
  'preview-banned',
  /** The twelve months, January first, where the platform does not know the language: see say-day.ts. */
  'months',
] as const;
export type ReservedList = (typeof RESERVED_LISTS)[number];

/** Lists without which a language is not finished. */
export const REQUIRED_LISTS: readonly ReservedList[] = [
  'opt-out',
  'opt-out-phrases',
  'help',
  'start',
  'hide',
  'erase',
  'person',
  'more',
  'yes',
  'no',
  'language',
  'preview-banned',
];
