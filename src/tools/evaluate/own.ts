// evaluate own: the project's own split, language by language, with what went most wrong.
import type { Brain } from '../../wiring/index.js';
import { judgementOf } from '../judgement.js';
import { type Miss, worstMisses } from './misses.js';
import { type OwnFigures, ownFigures, type Scored } from './own-figures.js';
import { type Meaning, type ParityFigures, parityOf } from './parity.js';

export interface OwnReport {
  readonly split: 'test' | 'tune';
  readonly all: OwnFigures;
  readonly languages: Readonly<Record<string, OwnFigures>>;
  readonly parity: ParityFigures;
  readonly worst: readonly Miss[];
}

const WORST = 40;

/** Reads every row of the split by itself, each as the first message of a conversation. */
export function evaluateOwn(
  brain: Brain,
  split: OwnReport['split'],
  meanings: readonly Meaning[],
): OwnReport {
  const rows = brain.content.knowledge.examples().filter((row) => row.split === split);
  const scored: Scored[] = rows.map((row) => {
    const { level, topics, language } = judgementOf(brain, row.text);
    return { row, level, language, topics: topics.map(({ id }) => id) };
  });
  const tags = [...new Set(rows.map(({ tag }) => tag))].sort();
  return {
    split,
    all: ownFigures(scored),
    languages: Object.fromEntries(
      tags.map((tag) => [tag, ownFigures(scored.filter(({ row }) => row.tag === tag))]),
    ),
    parity: parityOf(brain, meanings),
    worst: worstMisses(scored, WORST),
  };
}
