// All content of the house at once: languages, locales, knowledge, dialogs. A broken file refuses to start, with every problem.
import type { Problem } from '../content/index.js';
import { type DialogDefinitions, loadDialogs, walkDialogs } from '../dialogs/index.js';
import { checkContacts, type Locales, loadLocales } from '../i18n/index.js';
import { contactBook, type Knowledge, loadKnowledge, PLANNED_TOPICS } from '../knowledge/index.js';

export interface Content {
  readonly locales: Locales;
  readonly knowledge: Knowledge;
  readonly dialogs: DialogDefinitions;
}

export interface ReadContentOptions {
  /** Calendar day that review dates are judged by. */
  readonly today: string;
  /** Also the examples and the slow checks: for `check-content` and the build, not for a start. */
  readonly thorough?: boolean;
}

/** Every problem of every content file, and the content when there is none. Never throws for bad content. */
export function readContent(
  root: string,
  options: ReadContentOptions,
): { value?: Content; problems: readonly Problem[] } {
  const locales = loadLocales(root);
  const complete = [...(locales.value?.languages.values() ?? [])].filter((row) => row.topicsComplete);
  const knowledge = loadKnowledge(root, { ...options, complete: complete.map(({ tag }) => tag) });
  const dialogs = loadDialogs(root);
  const problems = [
    ...locales.problems,
    ...knowledge.problems,
    ...dialogs.problems,
    ...walkDialogs(dialogs.value, {
      ...(locales.value ? { locales: locales.value } : {}),
      topics: new Set([...PLANNED_TOPICS, ...(knowledge.value?.topics.keys() ?? [])]),
    }),
    ...(locales.value && knowledge.value ? checkContacts(locales.value, contactBook(knowledge.value)) : []),
  ];
  if (!locales.value || !knowledge.value || problems.length > 0) return { problems };
  return { value: { locales: locales.value, knowledge: knowledge.value, dialogs: dialogs.value }, problems };
}
