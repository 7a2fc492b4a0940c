// Every text this room asks for, with what fills it and what it has to say. The locale check reads this list.
import { AGE_BANDS, CASE_LINES, NEEDS, SUMMARY_KINDS, WHO } from '../core/index.js';

export interface TextKey {
  readonly key: string;
  readonly params: readonly string[];
}

const SUMMARY = 'bot:summary.';

/** Sentences of reasons: `danger-now` for an emergency, else by kind. */
export const REASON_TEXTS = [
  'danger-now',
  'danger',
  'self-harm',
  'missing-child',
  'images',
  'person-asked',
  'need',
] as const;

const PLAIN_SENTENCES = [
  ...REASON_TEXTS.map((name) => `reason.${name}`),
  ...['danger.yes', 'danger.no', 'safe-contact.yes', 'safe-contact.no'],
  ...WHO.map((who) => `who.${who}`),
  ...[...AGE_BANDS, 'minor'].map((band) => `age-band.${band}`),
  ...['place', 'talk'],
  ...NEEDS.map((need) => `need.${need}`),
];

/**
 * Read by the person in their language and by staff in English, so neither "you" nor "she": "In danger right now".
 * Quotes are added behind, outside the sentence. `label.*` are two or three words; `label.share-this-too` is a switch.
 */
export const SUMMARY_KEYS: readonly TextKey[] = [
  ...SUMMARY_KINDS.map((kind) => ({ key: `${SUMMARY}label.${kind}`, params: [] })),
  { key: `${SUMMARY}label.share-this-too`, params: [] },
  ...PLAIN_SENTENCES.map((name) => ({ key: SUMMARY + name, params: [] })),
  { key: `${SUMMARY}state`, params: ['state'] },
  { key: `${SUMMARY}needs`, params: ['needs'] },
  { key: `${SUMMARY}language`, params: ['language'] },
  { key: `${SUMMARY}language.interpreter`, params: ['language'] },
  { key: `${SUMMARY}told`, params: ['topics'] },
];

export const CONSENT_KEY = 'bot:handoff.consent';

/** What is said around a handoff; `desk` is the desk's name. */
export const HANDOFF_KEYS: readonly TextKey[] = [...CASE_LINES, CONSENT_KEY].map((key) => ({
  key,
  params: ['desk'],
}));
