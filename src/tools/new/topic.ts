// Recipe of a topic: one folder, no file edited. Left empty is what only an author can know; check-content names each.
import type { Recipe } from './scaffold.js';

export const topic: Recipe = (id, { section }) => {
  const folder = `knowledge/topics/${section}/${id}`;
  return {
    files: [
      { path: `${folder}/topic.yaml`, text: topicText(id) },
      { path: `${folder}/en.yaml`, text: ENGLISH },
    ],
    next: [
      `Write the claims in ${folder}/topic.yaml first, each with its source; then the English text; then one <tag>.yaml a language.`,
      'npm run check-content names what is left, with file and line.',
    ],
  };
};

const topicText = (id: string) => `# Facts first, one a claim. Recipe and rules: src/knowledge/README.md.
id: ${id}
# Whose topic it is, first first: child, adult, family, practitioner, policymaker, public.
audience: []
# true: old facts can hurt (contacts in danger, deadlines, removal); past review_by it is replaced by contacts.
critical: false
# A day such as 2027-05-31: three months ahead for what moves, a year for stable law.
review_by:
claims:
  - id: first-fact
    # known, disputed (then views of two sides), or not-known
    kind: known
    # one fact in plain English that a lawyer can tick
    text: ""
    # ids of knowledge/sources.yaml
    sources: []
    as_of:
    # high, medium or low
    confidence:
# ids of knowledge/contacts.yaml, most useful first
contacts: []
# topics offered next, at most six
related: []
`;

const ENGLISH = `title: ""
# For SMS: at most three segments, most important first. Numbers only as {{contact.phone}}.
short: ""
# Short paragraphs, about 12 words a sentence, what people need first. Each names the claims it rests on.
full:
  - text: ""
    claims: [first-fact]
  - text: ""
    claims: [first-fact]
# At least eight ways to ask, as people type on a phone: short, misspelled, a child's, a family's.
questions: []
keywords: []
status: { state: draft }
`;
