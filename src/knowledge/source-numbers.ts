// Numbers the sources of the paragraphs that are shown: [1] is the first one met.
import type { SourceLine } from '../core/index.js';
import type { Claim, Source } from './schema/index.js';

export interface NumberedSources {
  /** In the order of their numbers. */
  readonly lines: SourceLine[];
  /** "[1][3]" for the sources of these claims; empty for claims without a source. */
  marksOf(claims: readonly Claim[]): string;
}

/** `shown` are the claims of each paragraph, in the order they are said. */
export function numberSources(
  shown: readonly (readonly Claim[])[],
  sources: ReadonlyMap<string, Source>,
): NumberedSources {
  const ids = [...new Set(shown.flat().flatMap(sourceIds))].filter((id) => sources.has(id));
  return {
    lines: ids.flatMap((id) => toLine(id, sources.get(id))),
    marksOf: (claims) => {
      const numbers = new Set(claims.flatMap(sourceIds).map((id) => ids.indexOf(id) + 1));
      return [...numbers]
        .filter((number) => number > 0)
        .sort((one, other) => one - other)
        .map((number) => `[${number}]`)
        .join('');
    },
  };
}

function sourceIds(claim: Claim): string[] {
  return [...claim.sources, ...(claim.views ?? []).flatMap((view) => view.sources)];
}

function toLine(id: string, source: Source | undefined): SourceLine[] {
  if (!source) return [];
  const { title, publisher, url, date } = source;
  return [{ id, title, publisher, url: url ?? null, date }];
}
