// Word lists: none missing, and no word that means two things. A false opt-out cuts somebody off, so an opt-out word of
// any language may not be another kind of word in any other (Vietnamese "đúng", yes, must not read as "dừng", stop).
import type { Problem } from '../../content/index.js';
import { foldWords } from '../fold-words.js';
import type { WordsFile } from '../locale-file.js';
import type { Locale, Locales } from '../locales.js';
import { REQUIRED_LISTS, RESERVED_KINDS, type ReservedKind } from '../reserved-lists.js';
import { knowsMonths } from '../say-day.js';

interface Entry {
  readonly tag: string;
  readonly file: WordsFile;
  readonly kind: ReservedKind;
  readonly folded: string;
  readonly word: string;
}

export function checkWords(locales: Locales): Problem[] {
  const written = [...locales.byTag.values()];
  const entries = written.flatMap(entriesOf);
  return [
    ...written.flatMap(missingLists),
    ...written.flatMap(monthProblems),
    ...entries.flatMap((entry) => clashes(entry, entries)),
  ];
}

function missingLists(locale: Locale): Problem[] {
  const { tag, words } = locale;
  if (!words) return [{ file: `locales/${tag}/words.json`, line: 0, message: 'the file is missing' }];
  return REQUIRED_LISTS.filter((list) => words.words[list].length === 0).map((list) => ({
    file: words.name,
    line: words.lineOf(list),
    message: `${list}: the list is missing or empty`,
  }));
}

const MONTHS = 12;

/** A language that the platform has no months for brings its own; a list that is there is whole. */
function monthProblems({ tag, words: file }: Locale): Problem[] {
  if (!file) return [];
  const count = new Set(file.words.months).size;
  if (count === MONTHS || (count === 0 && knowsMonths(tag))) return [];
  const message = `months: twelve different names from January on are needed, there are ${count}`;
  return [{ file: file.name, line: file.lineOf('months'), message }];
}

function entriesOf({ tag, words: file }: Locale): Entry[] {
  if (!file) return [];
  return RESERVED_KINDS.flatMap((kind) =>
    file.words[kind].map((word) => ({ tag, file, kind, word, folded: foldWords(word) })),
  );
}

function clashes(entry: Entry, all: readonly Entry[]): Problem[] {
  const other = all.find(
    ({ folded, kind, tag }) =>
      folded === entry.folded && kind !== entry.kind && (tag === entry.tag || entry.kind === 'opt-out'),
  );
  if (!other || (other.tag === entry.tag && other.kind < entry.kind)) return [];
  const message = `${entry.kind}: "${entry.word}" also means "${other.kind}" in ${other.tag}`;
  return [{ file: entry.file.name, line: entry.file.lineOf(entry.kind), message }];
}
