// Kept breakages: what an author gets to read for each mistake, word for word.
import { describeProblem } from '../../src/content/index.js';
import { loadKnowledge } from '../../src/knowledge/index.js';
import { type Change, SOUND, withChanges } from './broken-tree';

const TODAY = '2026-11-22';
const TOPIC = 'topics/getting-help/find-help/topic.yaml';
const EN = 'topics/getting-help/find-help/en.yaml';
const ES = 'topics/getting-help/find-help/es.yaml';

function problemsOf(root: string, today = TODAY): string[] {
  return loadKnowledge(root, { today, thorough: true }).problems.map(describeProblem);
}

const long = (letter: string, count: number) => `short: ${letter.repeat(count)}\n`;
const hard = 'Participation necessitates administrative authorization; eligibility determinations accumulate';
const row = (id: string, text: string) =>
  `  - { id: ${id}, text: ${text}, level: none, register: plain, author: test, status: draft }\n`;
const situation = (name: string, ...rows: string[]) =>
  `situation: ${name}\nabout: Somebody says something\nrows:\n${rows.join('')}`;

const BREAKAGES: readonly (readonly [
  why: string,
  changes: readonly Change[],
  expected: readonly string[],
])[] = [
  [
    'a field that no format has',
    [{ file: TOPIC, from: 'critical: true', to: 'critical: yes please' }],
    [`knowledge/${TOPIC}:3: critical: Invalid input: expected boolean, received string`],
  ],
  [
    'an id that is not its folder',
    [{ file: TOPIC, from: 'id: find-help', to: 'id: get-help' }],
    [`knowledge/${TOPIC}:1: id "get-help" should be "find-help", as its place says (rule: ids-match-files)`],
  ],
  [
    'a file beside the topics',
    [{ file: 'topics/getting-help/note.yaml', to: 'a: b' }],
    ['knowledge/topics/getting-help/note.yaml: a topic lies in topics/<section>/<id>/'],
  ],
  [
    'a text in no language',
    [{ file: 'topics/getting-help/find-help/spanish.yaml', to: 'a: b' }],
    [
      'knowledge/topics/getting-help/find-help/spanish.yaml: "spanish" is not a language tag such as en, pt-BR or zh-Hans',
    ],
  ],
  [
    'a source nobody wrote down',
    [{ file: TOPIC, from: 'sources: [page]', to: 'sources: [page, rumour]' }],
    [`knowledge/${TOPIC}:9: there is no source "rumour" (rule: known-ids)`],
  ],
  [
    'a contact that does not exist',
    [{ file: TOPIC, from: 'contacts: [line]', to: 'contacts: [line, nobody]' }],
    [`knowledge/${TOPIC}:18: there is no contact "nobody" (rule: known-ids)`],
  ],
  [
    'a contact set that names nobody',
    [{ file: 'contacts.yaml', from: 'need: { elevated: [line] }', to: 'need: { elevated: [nobody] }' }],
    ['knowledge/contacts.yaml:33: there is no contact "nobody" (rule: known-ids)'],
  ],
  [
    'a related topic that is neither written nor planned',
    [{ file: TOPIC, from: 'related: []', to: 'related: [t-visa, moonlight]' }],
    [`knowledge/${TOPIC}:19: there is no topic "moonlight" (rule: known-ids)`],
  ],
  [
    'a guide that names what is not there',
    [
      {
        file: 'guides/lost.yaml',
        to: `id: found\nabout: Nobody knows the way here\nheard: [[weapon], [moon]]\ntitles: { es: Cosas }\nsays:\n  - { topic: find-help, claim: near }\n  - { topic: moonlight }\nrelated: [stars]\n`,
      },
    ],
    [
      'knowledge/guides/lost.yaml:1: id "found" should be "lost", as its place says (rule: ids-match-files)',
      'knowledge/guides/lost.yaml:3: there is no concept "moon" (rule: guides)',
      'knowledge/guides/lost.yaml:4: no title in English (rule: guides)',
      'knowledge/guides/lost.yaml:6: the topic "find-help" has no claim "near" (rule: guides)',
      'knowledge/guides/lost.yaml:7: there is no topic "moonlight" (rule: guides)',
      'knowledge/guides/lost.yaml:8: there is no topic "stars" (rule: guides)',
    ],
  ],
  [
    'a need that no concept names',
    [{ file: 'needs.yaml', to: 'legal-help: [moon]\n' }],
    ['knowledge/needs.yaml:1: there is no concept "moon" (rule: guides)'],
  ],
  [
    'a claim that no concept asks for',
    [{ file: TOPIC, from: 'as_of:', to: 'asked_by: [moon]\n    as_of:' }],
    [`knowledge/${TOPIC}:10: there is no concept "moon" (rule: guides)`],
  ],
  [
    'a dictionary that cannot be read, or that English knows nothing of',
    [
      { file: 'words/en.txt', to: '# everyday words\nleave: go away, left\nmoon\nsun:\n' },
      { file: 'words/es.txt', to: 'leave: me voy, sal*\nstay: quedo, a*\n' },
      { file: 'words/klingon.txt', to: 'leave: jIjaH\n' },
    ],
    [
      'knowledge/words/en.txt:3: expected "meaning: word, word"',
      'knowledge/words/en.txt:4: "sun" has no words',
      'knowledge/words/es.txt:2: "a*" has fewer than two letters beside "*" in "a*". (rule: words)',
      'knowledge/words/es.txt:2: English has no meaning "stay" (rule: words)',
      'knowledge/words/klingon.txt: "klingon" is not a language tag',
    ],
  ],
  [
    'a word that is said to mean everything',
    [
      {
        file: 'words/en.txt',
        to: ['go', 'leave', 'run', 'walk', 'move'].map((id) => `${id}: off\n`).join(''),
      },
    ],
    ['knowledge/words/en.txt:5: "off" has more than 4 meanings: go, leave, run, walk, move (rule: words)'],
  ],
  [
    'a topic without English',
    [{ file: EN }],
    [
      `knowledge/${TOPIC}:1: the topic has no text that can be read in English (en.yaml) (rule: claims-covered)`,
    ],
  ],
  [
    'a claim that one language leaves out',
    [{ file: ES, from: 'claims: [wait]', to: 'claims: []' }],
    [`knowledge/${ES}:4: no paragraph rests on claim "wait" (rule: claims-covered)`],
  ],
  [
    'a paragraph on a claim that nobody made',
    [{ file: EN, from: 'claims: [open]', to: 'claims: [open, cheap]' }],
    [`knowledge/${EN}:5: topic.yaml has no claim "cheap" (rule: claims-covered)`],
  ],
  [
    'a paragraph that mixes what is known with what is not',
    [{ file: EN, from: 'claims: [wait]', to: 'claims: [wait, open]' }],
    [
      `knowledge/${EN}:7: one paragraph mixes claims that are not-known and known: give each its own (rule: claim-kinds)`,
    ],
  ],
  [
    'a number written out',
    [{ file: EN, from: '**{{line.phone}}** day', to: '1-202-555-0100 day' }],
    [
      `knowledge/${EN}:4: a phone number "1-202-555-0100" is written out: name the contact instead, such as {{nhth.phone}} (rule: numbers-and-links)`,
    ],
  ],
  [
    'a link written out in a claim',
    [{ file: TOPIC, from: 'Nobody has published', to: 'As example.org says, nobody has published' }],
    [
      `knowledge/${TOPIC}:14: a link "example.org" is written out: name the contact instead, such as {{nhth.phone}} (rule: numbers-and-links)`,
    ],
  ],
  [
    'a placeholder that does not resolve',
    [{ file: ES, from: '**{{line.phone}}**', to: '{{line.fax}}' }],
    [`knowledge/${ES}:4: {{line.fax}} does not resolve to a contact and a field it has (rule: placeholders)`],
  ],
  [
    'a label for a person',
    [{ file: EN, from: 'How long you may wait.', to: 'How long the victim may wait.' }],
    [`knowledge/${EN}:6: "the victim" labels a person (rule: forbidden-words)`],
  ],
  [
    'a promise in Spanish, with its accents',
    [{ file: ES, from: 'Cuánto hay que esperar.', to: 'Usted está a salvo.' }],
    [`knowledge/${ES}:6: "esta a salvo" promises what nobody can promise (rule: forbidden-words)`],
  ],
  [
    'a question that two topics claim',
    [{ file: EN, from: 'helpp,', to: '"How do I get help?",' }],
    [
      `knowledge/${EN}:8: the question "How do I get help?" already leads to "find-help" (rule: questions-unique)`,
    ],
  ],
  [
    'a short form of four segments',
    [{ file: EN, from: 'short: You can call {{line.phone}} day and night.\n', to: long('a', 460) }],
    [`knowledge/${EN}:2: takes 4 SMS segments (gsm7); at most 3 (rule: sms-length)`],
  ],
  [
    'a short form that one accent makes too long',
    [{ file: ES, from: 'short: Puede llamar al {{line.phone}} de dia y de noche.\n', to: long('á', 202) }],
    [`knowledge/${ES}:2: takes 4 SMS segments (ucs2 because of á); at most 3 (rule: sms-length)`],
  ],
  [
    'English that is too hard',
    [{ file: EN, from: 'How long you may wait.', to: `${hard}.` }],
    [`knowledge/${EN}:4: reads at grade 21.7, at most 7 (line 6: 44.5, line 4: -1.1) (rule: reading-ease)`],
  ],
  [
    'an expression that the matcher cannot read',
    [{ file: 'concepts/weapon.yaml', from: '[gun, knife]', to: '["gun?"]' }],
    [
      'knowledge/concepts/weapon.yaml:4: "gun?" holds punctuation, which is never matched; leave it out. (rule: concept-expressions)',
    ],
  ],
  [
    'a signal of concepts that do not exist',
    [{ file: 'signals/weapon-near.yaml', from: 'all: [weapon]', to: 'all: [weapon|dragon]' }],
    ['knowledge/signals/weapon-near.yaml:6: there is no concept "dragon" (rule: signal-references)'],
  ],
  [
    'a signal that shows nothing that must not fire it',
    [{ file: 'signals/weapon-near.yaml', from: 'no: [no one here]', to: 'no: []' }],
    ['knowledge/signals/weapon-near.yaml:8: examples.en.no: Too small: expected array to have >=1 items'],
  ],
  [
    'an example outside the splits',
    [{ file: 'examples/en/dev/thanks.yaml', to: situation('thanks', row('en-dev-1', 'thanks')) }],
    [
      'knowledge/examples/en/dev/thanks.yaml: examples lie in examples/<tag>/<train|tune|test>/<situation>.yaml',
    ],
  ],
  [
    'a situation in two splits',
    [{ file: 'examples/es/train/thanks.yaml', to: situation('thanks', row('es-thanks-1', 'gracias')) }],
    [
      'knowledge/examples/es/train/thanks.yaml:1: situation "thanks" is in train here and in test in knowledge/examples/en/test/thanks.yaml (rule: example-splits)',
    ],
  ],
  [
    'a row id used twice',
    [{ file: 'examples/es/test/bye.yaml', to: situation('bye', row('en-thanks-1', 'adios')) }],
    [
      'knowledge/examples/es/test/bye.yaml:4: row id "en-thanks-1" is taken in knowledge/examples/en/test/thanks.yaml (rule: example-splits)',
    ],
  ],
  [
    'a test row that is a training row in disguise',
    [
      {
        file: 'examples/en/tune/bye.yaml',
        to: situation('bye', row('en-bye-1', '"Thank you, for telling me all of this TODAY!!"')),
      },
    ],
    [
      'knowledge/examples/en/tune/bye.yaml:4: row "en-bye-1" (tune) says nearly the same as "en-thanks-1" (test) (rule: example-duplicates)',
    ],
  ],
];

test('the sound tree has no problem', () => {
  expect(problemsOf(SOUND)).toEqual([]);
});

test.each(BREAKAGES)('an author is told about %s', (_, changes, expected) => {
  expect(withChanges(changes, problemsOf)).toEqual(expected);
});

test('a critical topic past its review date stops the check, and not a day earlier', () => {
  expect(problemsOf(SOUND, '2027-11-30')).toEqual([]);
  expect(problemsOf(SOUND, '2027-12-01')).toEqual([
    `knowledge/${TOPIC}:4: this critical topic was to be reviewed by 2027-11 (rule: review-dates)`,
  ]);
});

test('all problems are told at once, and nothing half-checked is handed out', () => {
  const changes = [
    { file: TOPIC, from: 'contacts: [line]', to: 'contacts: [nobody]' },
    { file: EN, from: 'How long you may wait.', to: 'How long the victim may wait.' },
  ];
  const loaded = withChanges(changes, (root) => loadKnowledge(root));
  expect(loaded.value).toBeUndefined();
  expect(loaded.problems).toHaveLength(2);
});

test('a start does not read the examples until somebody asks for them', () => {
  const loaded = withChanges([], (root) => {
    const { value } = loadKnowledge(root);
    return value?.examples().map(({ id, tag, split, situation }) => ({ id, tag, split, situation }));
  });
  expect(loaded).toEqual([
    { id: 'en-thanks-1', tag: 'en', split: 'test', situation: 'thanks' },
    { id: 'en-locked-in-1', tag: 'en', split: 'train', situation: 'locked-in' },
  ]);
});
