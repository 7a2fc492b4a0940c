// What ends at a node of the automaton: concepts and the languages that say them so. Equal lists are kept once.

/** Entries of list n stand at `first[n]` to `first[n + 1]` of `concepts` and `languages`. List 0 is empty. */
export interface EndLists {
  readonly first: Uint32Array;
  /** Numbers of concepts. */
  readonly concepts: Uint32Array;
  /** Numbers of sets of languages. */
  readonly languages: Uint32Array;
  /** Tags of each set of languages, in the order in which the concept lists them. */
  readonly languageSets: readonly (readonly string[])[];
}

interface Entry {
  readonly concept: number;
  readonly languages: readonly string[];
}

/** Lists while the automaton grows. */
export class EndListsBuilder {
  private readonly lists: (readonly Entry[])[] = [[]];
  private readonly numbers = new Map<string, number>();

  /** The number of the list `list` with one more saying of a concept. */
  with(list: number, concept: number, language: string): number {
    const entries = this.lists[list] as readonly Entry[];
    const known = entries.find((entry) => entry.concept === concept);
    if (known === undefined) return this.numberOf([...entries, { concept, languages: [language] }]);
    if (known.languages.includes(language)) return list;
    const more = { concept, languages: [...known.languages, language] };
    return this.numberOf(entries.map((entry) => (entry === known ? more : entry)));
  }

  private numberOf(entries: readonly Entry[]): number {
    const key = JSON.stringify(entries);
    const number = this.numbers.get(key) ?? this.lists.push(entries) - 1;
    this.numbers.set(key, number);
    return number;
  }

  pack(): EndLists {
    const entries = this.lists.flat();
    const sets = new Map<string, number>();
    const setOf = ({ languages }: Entry) => {
      const key = languages.join(' ');
      if (!sets.has(key)) sets.set(key, sets.size);
      return sets.get(key) as number;
    };
    const first = new Uint32Array(this.lists.length + 1);
    this.lists.forEach((list, number) => {
      first[number + 1] = (first[number] as number) + list.length;
    });
    return {
      first,
      concepts: Uint32Array.from(entries, ({ concept }) => concept),
      languages: Uint32Array.from(entries, setOf),
      languageSets: [...sets.keys()].map((key) => key.split(' ')),
    };
  }
}
