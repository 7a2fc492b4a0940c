// The project's own figures over labelled rows that were read by understanding and triage. Pure counting.
import { isAtLeast, LEVELS, type Level } from '../../core/index.js';
import type { Example } from '../../knowledge/index.js';
import { countShare, type Share, shareOf } from './wilson.js';

/** A labelled message and what was made of it. */
export interface Scored {
  readonly row: Example;
  readonly level: Level;
  /** Topic ids, best first. */
  readonly topics: readonly string[];
  readonly language: string;
}

export interface OwnFigures {
  readonly rows: number;
  /** Emergency and urgent rows given urgent or emergency. */
  readonly urgentRecall: Share;
  /** Emergency rows given emergency. */
  readonly emergencyRecall: Share;
  /** Routine and none rows given urgent or emergency. */
  readonly overEscalation: Share;
  readonly exactLevel: Share;
  /** Among rows that name a topic. */
  readonly topicFirst: Share;
  readonly topicAmongThree: Share;
  /** Minimal pairs with every row on its side of the urgent line. */
  readonly pairs: Share;
  readonly language: Share;
  /** confusion[truth][given]: how many. */
  readonly confusion: Readonly<Record<Level, Readonly<Record<Level, number>>>>;
}

export function ownFigures(scored: readonly Scored[]): OwnFigures {
  const isDanger = (level: Level) => isAtLeast(level, 'urgent');
  const dangers = scored.filter(({ row }) => isDanger(row.level));
  const quiet = scored.filter(({ row }) => !isAtLeast(row.level, 'elevated'));
  const named = scored.filter(({ row }) => row.topic !== undefined);
  return {
    rows: scored.length,
    urgentRecall: countShare(dangers, ({ level }) => isDanger(level)),
    emergencyRecall: countShare(
      scored.filter(({ row }) => row.level === 'emergency'),
      ({ level }) => level === 'emergency',
    ),
    overEscalation: countShare(quiet, ({ level }) => isDanger(level)),
    exactLevel: countShare(scored, ({ row, level }) => row.level === level),
    topicFirst: countShare(named, ({ row, topics }) => topics[0] === row.topic),
    topicAmongThree: countShare(named, ({ row, topics }) => topics.slice(0, 3).includes(row.topic ?? '')),
    pairs: pairShare(scored),
    language: countShare(scored, ({ row, language }) => isWrittenIn(row, language)),
    confusion: confusionOf(scored),
  };
}

/** Of a mixture either language is right: which one carries a sentence is often not to be told. */
function isWrittenIn({ tag, language }: Example, given: string): boolean {
  return tag === language ? given === language : tag.split('-').includes(given);
}

/** Rows that share `pair`, of one language; a pair that has lost its twin to another split is not counted. */
function pairShare(scored: readonly Scored[]): Share {
  const groups = new Map<string, Scored[]>();
  for (const one of scored) {
    if (one.row.pair === undefined) continue;
    const key = `${one.row.tag}/${one.row.pair}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const pairs = [...groups.values()].filter((group) => group.length > 1);
  const isRight = ({ row, level }: Scored) => isAtLeast(row.level, 'urgent') === isAtLeast(level, 'urgent');
  return shareOf(pairs.filter((group) => group.every(isRight)).length, pairs.length);
}

function confusionOf(scored: readonly Scored[]): OwnFigures['confusion'] {
  const count = (truth: Level, given: Level) =>
    scored.filter(({ row, level }) => row.level === truth && level === given).length;
  return Object.fromEntries(
    LEVELS.map((truth) => [truth, Object.fromEntries(LEVELS.map((given) => [given, count(truth, given)]))]),
  ) as OwnFigures['confusion'];
}
