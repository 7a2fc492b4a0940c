// evaluate own: the project's own split, language by language, with what went most wrong.
import type { Example } from '../../knowledge/index.js';
import { toExamples } from '../../knowledge/load.js';
import { readExampleDrafts } from '../../knowledge/read-draft.js';
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

/** The labelled rows of one split, from the files as they are. */
export function rowsOf(root: string, split: OwnReport['split']): Example[] {
  return readExampleDrafts(root)
    .examples.filter((file) => file.split === split)
    .flatMap(toExamples);
}

export interface OwnMaterial {
  readonly split: OwnReport['split'];
  readonly rows: readonly Example[];
  readonly meanings: readonly Meaning[];
}

/** Reads every row by itself, each as the first message of a conversation. */
export function evaluateOwn(brain: Brain, { split, rows, meanings }: OwnMaterial): OwnReport {
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
