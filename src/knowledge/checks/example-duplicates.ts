// No test row is a training row in disguise: nearly equal texts do not stand in two splits.
import { type Check, problemAt } from '../draft.js';
import { similarPairs } from '../near-duplicates.js';

/** Two messages this alike (Jaccard similarity of their words) count as the same. */
export const ALIKE = 0.85;

/** Compares all rows of all languages; both rows of a found pair are named. */
export const exampleDuplicates: Check = {
  id: 'example-duplicates',
  find: ({ examples }) => {
    const rows = examples.flatMap((file) => file.value.rows.map((row, index) => ({ file, row, index })));
    const splits = rows.map(({ file }) => file.split);
    const apart = (one: number, other: number) => splits[one] !== splits[other];
    const texts = rows.map(({ row }) => row.text);
    return similarPairs(texts, ALIKE, apart).flatMap(([later, earlier]) => {
      const [here, there] = [rows[later], rows[earlier]];
      if (!here || !there) return [];
      const message = `row "${here.row.id}" (${here.file.split}) says nearly the same as "${there.row.id}" (${there.file.split})`;
      return [problemAt(here.file, ['rows', here.index, 'text'], message)];
    });
  },
};
