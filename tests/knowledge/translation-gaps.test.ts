// What a language lacks beside English: named for its authors, and a fault once the language calls itself complete.
import { describeProblem } from '../../src/content/index.js';
import { loadKnowledge } from '../../src/knowledge/index.js';
import { usesTerm } from '../../src/knowledge/translation-gaps.js';
import { type Change, withChanges } from './broken-tree';

const ES = 'topics/getting-help/find-help/es.yaml';
const EN = 'topics/getting-help/find-help/en.yaml';

const problems = (changes: readonly Change[], complete: readonly string[]) =>
  withChanges(changes, (root) =>
    loadKnowledge(root, { thorough: true, complete }).problems.map(describeProblem),
  );

const guidance = '  - text: Puede preguntar otra vez.\n    claims: []\n';
const paragraph = { file: EN, from: 'questions:', to: `${guidance.replace('Puede', 'You')}questions:` };
const guide: Change = {
  file: 'guides/way.yaml',
  to: 'id: way\nabout: Somebody asks for the way\nheard: [[weapon], [weapon]]\ntitles: { en: The way }\nsays: [{ topic: find-help }, { topic: find-help, claim: wait }]\nrelated: []\n',
};

test.each<readonly [string, Change[], string]>([
  [
    'a topic without a text',
    [{ file: ES }],
    'knowledge/topics/getting-help/find-help/topic.yaml:1: no text in es',
  ],
  ['fewer paragraphs than English', [paragraph], `knowledge/${ES}:4: 2 paragraphs, English has 3`],
  [
    'nothing for those who come first in English',
    [{ file: EN, from: 'claims: [wait]', to: 'claims: [wait]\n    audience: [child]' }],
    `knowledge/${ES}:4: nothing is meant for "child" first, in English something is`,
  ],
  [
    'another word than the glossary has',
    [
      { file: EN, from: 'How long you may wait.', to: 'How long you may wait for a helper.' },
      { file: ES, from: 'Cuánto hay que esperar.', to: 'Cuánto hay que esperar a un asistente.' },
    ],
    `knowledge/${ES}:4: English says "helper"; the glossary's "ayudante" is not used (helper)`,
  ],
  ['a guide without a title', [guide], 'knowledge/guides/way.yaml:4: no title in es'],
])('%s is a fault of a language that calls itself complete, and of no other', (_, changes, expected) => {
  expect(problems(changes, ['en', 'es'])).toEqual([`${expected} (rule: translations)`]);
  expect(problems(changes, ['en'])).toEqual([]);
});

test.each([
  ['los patrocinadores adultos', 'patrocinador o patrocinadora (sponsor)', true],
  ['his sponsor said', 'patrocinador o patrocinadora (sponsor)', true],
  ['la línea nacional', 'línea de ayuda', true],
  ['residentes permanentes', 'residencia permanente (green card)', true],
  ['la persona que trabaja', 'persona obligada por ley a informar', false],
  ['el padrino', 'patrocinador o patrocinadora (sponsor)', false],
  ['您可以打热线电话', '热线', true],
  ['позвоните на горячую линию', 'горячая линия', true],
  ['اتصل بالخط الساخن', 'الخط الساخن', true],
  ['상담 전화', '핫라인', false],
])('"%s" against the term "%s": %s', (text, term, used) => {
  expect(usesTerm(text, term)).toBe(used);
});
