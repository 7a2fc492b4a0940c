// Parity: the same meaning, said in several languages, reaches the same level and topic in each of them.
import { join } from 'node:path';
import { z } from 'zod';
import { describeProblem, listFiles, readContentFile } from '../../content/index.js';
import { type Level, levelSchema } from '../../core/index.js';
import type { Brain } from '../../wiring/index.js';
import { fail } from '../arguments.js';
import { judgementOf } from '../judgement.js';
import { type Share, shareOf } from './wilson.js';

/** tests/parity/<name>.yaml: one meaning a row, its texts by language tag. */
const meaningsSchema = z.array(
  z.strictObject({
    id: z.string(),
    level: levelSchema,
    topic: z.string().optional(),
    texts: z.record(z.string(), z.string().min(1)),
  }),
);
export type Meaning = z.infer<typeof meaningsSchema>[number];

export interface ParityFigures {
  readonly meanings: number;
  /** Meanings that reach one and the same level in all their languages. */
  readonly sameLevel: Share;
  /** Of the meanings that name a topic: those whose first topic is one and the same. */
  readonly sameTopic: Share;
  /** By language: texts that reach the level the meaning has. */
  readonly rightLevel: Readonly<Record<string, Share>>;
  /** Meanings that do not, with the level each language reached. */
  readonly apart: readonly {
    readonly id: string;
    readonly level: Level;
    readonly reached: Readonly<Record<string, Level>>;
  }[];
}

/** All meanings below tests/parity; none when the folder is not there. Ends the command for a broken file. */
export function readMeanings(root: string): Meaning[] {
  const folder = join(root, 'tests', 'parity');
  return listFiles(folder, '.yaml').flatMap((name) => {
    const read = readContentFile(join(folder, name), `tests/parity/${name}`, meaningsSchema);
    return read.value ?? fail(read.problems.map(describeProblem).join('\n'));
  });
}

export function parityOf(brain: Brain, meanings: readonly Meaning[]): ParityFigures {
  const read = meanings.map((meaning) => {
    const texts = Object.entries(meaning.texts).map(([tag, text]) => ({ tag, ...judgementOf(brain, text) }));
    return { meaning, texts };
  });
  const isOne = <Value>(values: readonly Value[]) => new Set(values).size === 1;
  const level = read.filter(({ texts }) => isOne(texts.map((text) => text.level)));
  const named = read.filter(({ meaning }) => meaning.topic !== undefined);
  const topic = named.filter(({ texts }) => isOne(texts.map((text) => text.topics[0]?.id)));
  const tags = [...new Set(read.flatMap(({ texts }) => texts.map(({ tag }) => tag)))];
  return {
    meanings: meanings.length,
    sameLevel: shareOf(level.length, read.length),
    sameTopic: shareOf(topic.length, named.length),
    rightLevel: Object.fromEntries(tags.map((tag) => [tag, rightIn(read, tag)])),
    apart: read
      .filter((one) => !level.includes(one))
      .map(({ meaning, texts }) => ({
        id: meaning.id,
        level: meaning.level,
        reached: Object.fromEntries(texts.map((text) => [text.tag, text.level])),
      })),
  };
}

type Read = readonly {
  readonly meaning: Meaning;
  readonly texts: readonly { readonly tag: string; readonly level: Level }[];
}[];

function rightIn(read: Read, tag: string): Share {
  const rows = read.flatMap(({ meaning, texts }) =>
    texts.filter((text) => text.tag === tag).map((text) => text.level === meaning.level),
  );
  return shareOf(rows.filter(Boolean).length, rows.length);
}
