// Recipes of a concept (a meaning, with its expressions in every language) and of a signal (a rule over concepts).
import type { Recipe } from './scaffold.js';

export const concept: Recipe = (id, { languages }) => ({
  files: [
    {
      path: `knowledge/concepts/${id}.yaml`,
      text: `id: ${id}
# The meaning in one English sentence, with what it is not.
about: ""
# How people type it, in each language. The signs that may be used: src/understanding/README.md.
expressions:
${languages.map((tag) => `  ${tag}: []`).join('\n')}
`,
    },
  ],
  next: [
    `Fill in knowledge/concepts/${id}.yaml: each language its own words, as people text them, never translated word by word.`,
    'npm run check-content names what cannot be read.',
  ],
});

export const signal: Recipe = (id, { languages }) => ({
  files: [
    {
      path: `knowledge/signals/${id}.yaml`,
      text: `id: ${id}
about: ""
# emergency, urgent, elevated, routine or none; and what kind of danger, which decides the contacts
level:
kind:
# Any one rule fires the signal. Concepts by id; "a|b" is either; frames and distances: src/triage/README.md.
rules:
  - all: []
    none: []
# Rows that must fire it, and rows of nearly the same words that must not.
examples:
${languages.map((tag) => `  ${tag}:\n    yes: []\n    no: []`).join('\n')}
# Why this is a sign of danger: a source id, or who approved it.
source:
`,
    },
  ],
  next: [
    `Fill in knowledge/signals/${id}.yaml; the rows under examples are tested, and sent as first messages on web and SMS.`,
    'npm run check-content names what is left; npm run -s evaluate -- own shows what it changed.',
  ],
});
