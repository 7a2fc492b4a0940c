// What is trained on is never measured on: a situation stands in one split over all languages, and row ids are unique.
import type { Problem } from '../../content/index.js';
import { type Check, type ExampleDraft, problemAt } from '../draft.js';

/** Situations and row ids over all example files. */
export const exampleSplits: Check = {
  id: 'example-splits',
  find: ({ examples }) => [...splitTwice(examples), ...idTwice(examples)],
};

function splitTwice(examples: readonly ExampleDraft[]): Problem[] {
  const home = new Map<string, ExampleDraft>();
  return examples.flatMap((file) => {
    const { situation } = file.value;
    const first = home.get(situation) ?? file;
    home.set(situation, first);
    if (first.split === file.split) return [];
    const message = `situation "${situation}" is in ${file.split} here and in ${first.split} in ${first.name}`;
    return [problemAt(file, ['situation'], message)];
  });
}

function idTwice(examples: readonly ExampleDraft[]): Problem[] {
  const home = new Map<string, string>();
  return examples.flatMap((file) =>
    file.value.rows.flatMap((row, index): Problem[] => {
      const earlier = home.get(row.id);
      home.set(row.id, earlier ?? file.name);
      return earlier
        ? [problemAt(file, ['rows', index, 'id'], `row id "${row.id}" is taken in ${earlier}`)]
        : [];
    }),
  );
}
