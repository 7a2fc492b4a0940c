// How urgent a message or a conversation is (design §5), and why.
import { z } from 'zod';

/** From most to least urgent. */
export const LEVELS = ['emergency', 'urgent', 'elevated', 'routine', 'none'] as const;
export const levelSchema = z.enum(LEVELS);
export type Level = z.infer<typeof levelSchema>;

/** Higher is more urgent: none 0 … emergency 4. */
export function levelRank(level: Level): number {
  return LEVELS.length - 1 - LEVELS.indexOf(level);
}

export function isAtLeast(level: Level, floor: Level): boolean {
  return levelRank(level) >= levelRank(floor);
}

/** The more urgent of the given levels; `none` for no levels. */
export function highestLevel(levels: readonly Level[]): Level {
  return levels.reduce<Level>((top, level) => (levelRank(level) > levelRank(top) ? level : top), 'none');
}

/** What kind of danger it is: decides which contact set the first reply carries (knowledge/contacts.yaml#sets). */
export const REASON_KINDS = [
  'danger',
  'self-harm',
  'missing-child',
  'images',
  'person-asked',
  'need',
] as const;
export const reasonKindSchema = z.enum(REASON_KINDS);
export type ReasonKind = z.infer<typeof reasonKindSchema>;

/**
 * Why a level was given. `start` and `end` are offsets (UTF-16 units, end exclusive) in the person's original text;
 * `text` is that span, at most 80 characters. For the classifier `id` is `level:<level>` and the span is its
 * weightiest feature, or the whole text when no feature has a place.
 */
export const reasonSchema = z.object({
  source: z.enum(['signal', 'classifier']),
  id: z.string(),
  kind: reasonKindSchema,
  level: levelSchema,
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Reason = z.infer<typeof reasonSchema>;
