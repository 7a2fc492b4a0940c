// The rows that went most wrong, worst first: where the next example or rule is needed.
import { type Level, levelRank } from '../../core/index.js';
import type { Scored } from './own-figures.js';

export interface Miss {
  readonly id: string;
  readonly text: string;
  readonly truth: Level;
  readonly given: Level;
}

/** A missed danger weighs more than a false alarm of the same distance. */
function weight({ row, level }: Scored): number {
  const distance = levelRank(row.level) - levelRank(level);
  return distance > 0 ? 2 * distance + levelRank(row.level) : -distance;
}

/** At most `limit` rows whose level is wrong, worst first, then by id. */
export function worstMisses(scored: readonly Scored[], limit: number): Miss[] {
  return scored
    .filter(({ row, level }) => row.level !== level)
    .sort((one, two) => weight(two) - weight(one) || (one.row.id < two.row.id ? -1 : 1))
    .slice(0, limit)
    .map(({ row, level }) => ({ id: row.id, text: row.text, truth: row.level, given: level }));
}
