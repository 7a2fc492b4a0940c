// A signal is made of concepts that exist, and shows by example what fires it and what does not.
import type { Problem } from '../../content/index.js';
import { type Check, type Draft, problemAt } from '../draft.js';
import type { Rule, SignalFile } from '../schema/index.js';

const LISTS = ['all', 'none', 'none_in_message'] as const;

/** Concept names in rules may be joined by "|"; examples are asked for in English at least. */
export const signalReferences: Check = {
  id: 'signal-references',
  find: (draft) => {
    const known = new Set(draft.concepts.map((concept) => concept.value.id));
    return draft.signals.flatMap((signal) => [...unknownConcepts(signal, known), ...withoutExamples(signal)]);
  },
};

function unknownConcepts(signal: Draft<SignalFile>, known: ReadonlySet<string>): Problem[] {
  return signal.value.rules.flatMap((rule, index) =>
    namedIn(rule)
      .filter(({ id }) => !known.has(id))
      .map(({ list, id }) => problemAt(signal, ['rules', index, list], `there is no concept "${id}"`)),
  );
}

function namedIn(rule: Rule): { list: (typeof LISTS)[number]; id: string }[] {
  return LISTS.flatMap((list) =>
    rule[list].flatMap((entry) => entry.split('|').map((id) => ({ list, id: id.trim() }))),
  );
}

function withoutExamples(signal: Draft<SignalFile>): Problem[] {
  const message = 'no rows in English that must fire it and must not';
  return signal.value.examples['en'] ? [] : [problemAt(signal, ['examples'], message)];
}
