// A word of one language is not heard as another language's word; borrowed words are.
import {
  createConceptMatcher,
  fold,
  loadReader,
  tokenise,
  trainReader,
  udhrLines,
} from '../../src/understanding/index.js';

const reader = loadReader(
  trainReader({
    concepts: [
      { id: 'child', expressions: { en: ['son', 'baby'], es: ['hijo'] } },
      { id: 'controller', expressions: { en: ['boss'], es: ['patron'] } },
      { id: 'weapon', expressions: { en: ['ak', 'gun'], es: ['pistola'] } },
      { id: 'joke', expressions: { en: ['meme'] } },
    ],
    languageLines: udhrLines(),
  }),
);
const heard = (text: string) => reader.read(text).concepts.map(({ concept }) => concept);

test.each([
  [
    'a Spanish verb is no English child',
    'todas las personas son iguales ante la ley y no tienen papeles',
    [],
  ],
  ['an English son is a child', 'my son does not come home and everyone is afraid of them', ['child']],
  [
    'a French adverb is no English joke',
    'tous les hommes sont libres et même les enfants ont des droits',
    [],
  ],
  ['a Creole "and" is no weapon', 'tout moun fèt lib ak egal epi yo gen dwa pou yo viv ansanm', []],
  [
    'English words in a Spanish message are heard',
    'el boss no me paga y tengo derecho a mi baby',
    ['controller', 'child'],
  ],
  ['two words say nothing of the language: all are heard', 'son boss', ['child', 'controller']],
])('%s', (_, text, concepts) => {
  expect(heard(text)).toEqual(concepts);
});

test('words that several languages share name all of them', () => {
  const matcher = createConceptMatcher([{ id: 'laughter', expressions: { en: ['haha'], ht: ['haha*'] } }]);
  expect(matcher.match(tokenise(fold('haha')))[0]?.languages).toEqual(expect.arrayContaining(['en', 'ht']));
});
