// An id equals the name of its file or folder, and no id stands twice.
import type { Problem } from '../../content/index.js';
import { type Check, type Draft, problemAt } from '../draft.js';

interface Named {
  readonly draft: Draft<unknown>;
  readonly key: string;
  readonly id: string;
  readonly place: string;
}

/** Topics, concepts, signals and examples are found by name: a wrong or doubled id would hide an entry. */
export const idsMatchFiles: Check = {
  id: 'ids-match-files',
  find: (draft) => {
    const topics = draft.topics.map((topic) => named(topic, topic.value.id, topic.folder));
    const concepts = draft.concepts.map((concept) => named(concept, concept.value.id));
    const signals = draft.signals.map((signal) => named(signal, signal.value.id));
    const guides = draft.guides.map((guide) => named(guide, guide.value.id));
    const situations = draft.examples.map((example) => ({
      ...named(example, example.value.situation),
      key: 'situation',
    }));
    const twice = [topics, concepts, signals, guides].flatMap(doubled);
    return [...[topics, concepts, signals, guides, situations].flat().flatMap(misnamed), ...twice];
  },
};

function named(draft: Draft<unknown>, id: string, place = fileStem(draft.name)): Named {
  return { draft, key: 'id', id, place };
}

function fileStem(name: string): string {
  return (name.split('/').at(-1) ?? '').replace(/\.yaml$/, '');
}

function misnamed({ draft, key, id, place }: Named): Problem[] {
  return id === place
    ? []
    : [problemAt(draft, [key], `${key} "${id}" should be "${place}", as its place says`)];
}

function doubled(all: readonly Named[]): Problem[] {
  const first = new Map<string, string>();
  return all.flatMap(({ draft, key, id }) => {
    const earlier = first.get(id);
    first.set(id, earlier ?? draft.name);
    return earlier ? [problemAt(draft, [key], `${key} "${id}" is taken by ${earlier}`)] : [];
  });
}
