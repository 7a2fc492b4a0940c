// Recipe of a dialog: its YAML, one text file a language, one conversation test.
import type { Recipe } from './scaffold.js';

const NO_TEXTS = `${JSON.stringify({ _status: { state: 'draft' } }, null, 2)}\n`;

export const dialog: Recipe = (id, { languages }) => ({
  files: [
    { path: `dialogs/${id}.yaml`, text: definition(id) },
    ...languages.map((tag) => ({ path: `locales/${tag}/dialogs/${id}.json`, text: NO_TEXTS })),
    { path: `tests/conversations/${id}.yaml`, text: conversation(id) },
  ],
  next: [
    `Write the steps in dialogs/${id}.yaml (ten kinds: src/dialogs/README.md), then its sentences in locales/<tag>/dialogs/${id}.json.`,
    `Another dialog leads to it with a step { go: ${id} }.`,
    `npm run check-content names every sentence and path that is missing; then finish tests/conversations/${id}.yaml.`,
  ],
});

const definition = (id: string) => `id: ${id}
# What it is for, in one English sentence.
about: ""
# Where a person lands if their step no longer exists.
resume: question
steps:
  question:
    # the question; its choices are labelled question.<choice>, "yes", "no" and "person" are shared
    choose: question
    options:
      yes: told
      no: told
      person: to-connect
    otherwise: told
  told: { end: told }
  to-connect: { go: connect }
`;

const conversation = (id: string) => `id: ${id}
about: What a person meets in the dialog ${id}; say here what this conversation shows.
turns:
  - press: start
    expect: { dialog: ${id}/question }
`;
