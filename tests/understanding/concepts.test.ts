// The language of expressions, and finding what they say in every script.
import * as fc from 'fast-check';
import {
  type Concept,
  conceptProblems,
  createConceptMatcher,
  fold,
  parseExpression,
  tokenise,
} from '../../src/understanding/index.js';

function written(expression: string, language = 'en'): string[] {
  return parseExpression(expression, language).variants.map((items) =>
    items.map((item) => (item.kind === 'gap' ? '..' : `${item.kind}:${item.text}`)).join(' '),
  );
}

test.each([
  ['a word', 'help', ['whole:help']],
  ['any letters after', 'threat*', ['prefix:threat']],
  ['any letters before', '*phone', ['suffix:phone']],
  ['any letters around', '*gun*', ['inside:gun']],
  ['alternatives', '(my|his) gun', ['whole:my whole:gun', 'whole:his whole:gun']],
  [
    'an alternative that may be left out',
    'a (big|) gun',
    ['whole:a whole:big whole:gun', 'whole:a whole:gun'],
  ],
  ['alternatives inside a word', 'help(s|ed|)', ['whole:helps', 'whole:helped', 'whole:help']],
  [
    'alternatives nested once',
    '(my (old|new)|his) gun',
    ['whole:my whole:old whole:gun', 'whole:his whole:gun', 'whole:my whole:new whole:gun'],
  ],
  ['a gap', 'took .. phone', ['whole:took .. whole:phone']],
  ['exact accents', '=año', ['accented:año']],
  ['accents otherwise do not matter', 'ayúdame', ['whole:ayudame']],
])('%s', (_, expression, variants) => {
  expect(written(expression).sort()).toEqual([...variants].sort());
});

test('Korean words are met with their particles, Arabic words behind theirs', () => {
  expect(written('도와 주세요', 'ko')).toEqual(['prefix:도와 prefix:주세요']);
  expect(written('شرطة ساعد*', 'ar')).toEqual(['clitic:شرطه clitic-prefix:ساعد']);
  expect(written('救命', 'zh-Hans')).toEqual(['whole:救 whole:命']);
});

test.each([
  ['', '"" is empty.'],
  ['(a|b', '"(a|b" leaves a bracket open.'],
  ['a)', '"a)" closes a bracket that it did not open.'],
  ['a|b', '"a|b" has a "|" outside brackets.'],
  ['(a|(b|(c|d)))', '"(a|(b|(c|d)))" nests alternatives more than one level deep.'],
  ['help!', '"help!" holds punctuation, which is never matched; leave it out.'],
  ['.. help', '".. help" begins or ends with a gap in one of its readings.'],
  ['(a|) .. b', '"(a|) .. b" begins or ends with a gap in one of its readings.'],
  ['(a|)', '"(a|)" can be empty: one alternative leaves nothing to match.'],
  ['h*lp', '"h*lp" has "*" or "=" inside the word "h*lp"; they stand at its edges.'],
  ['=an*', '"=an*" joins "=" and "*" in "=an*"; use one of them.'],
  ['a*', '"a*" has fewer than two letters beside "*" in "a*".'],
])('the writer of "%s" is told what is wrong', (expression, problem) => {
  const parsed = parseExpression(expression, 'en');
  expect(parsed.problems).toContain(problem);
  expect(parsed.variants).toEqual([]);
});

test('problems name the concept and the language, all at once', () => {
  const concept: Concept = { id: 'gun', expressions: { en: ['gun', '(a'], es: ['b*'] } };
  expect(conceptProblems(concept)).toEqual([
    'gun (en): "(a" leaves a bracket open.',
    'gun (es): "b*" has fewer than two letters beside "*" in "b*".',
  ]);
});

const CONCEPTS: readonly Concept[] = [
  {
    id: 'help',
    expressions: {
      en: ['help (me|us|)', 'need .. help'],
      es: ['ayud(a|en)me'],
      'zh-Hans': ['救命', '帮 .. 我'],
      ko: ['도와'],
      ar: ['ساعد*', 'مساعدة'],
      am: ['እርዳ*'],
      hi: ['मदद कर*'],
      vi: ['cứu tôi'],
      ht: ["m'ap mouri"],
    },
  },
  { id: 'police', expressions: { ar: ['شرطة'], ru: ['полици*'], en: ['police'], es: ['policia'] } },
  { id: 'year', expressions: { es: ['=año'] } },
  { id: 'gun', expressions: { en: ['has a gun', '*gun*', 'gun'] } },
];
const matcher = createConceptMatcher(CONCEPTS);
const found = (text: string) =>
  matcher.match(tokenise(fold(text))).map((hit) => `${hit.concept}=${text.slice(hit.start, hit.end)}`);

test.each([
  ['the longest reading of a concept is told', 'pls HELP ME', ['help=HELP ME']],
  ['stretched letters', 'helppppp', ['help=helppppp']],
  ['a gap holds up to three words', 'need some real quick help', ['help=need some real quick help']],
  ['a gap of four words is too wide', 'need one two three four help', ['help=help']],
  ['a gap does not cross a full stop', 'i need it. thanks for help', ['help=help']],
  ['a comma may stand inside', 'need, please, help', ['help=need, please, help']],
  ['without accents', 'ayudame', ['help=ayudame']],
  ['with accents', '¡Ayúdame!', ['help=Ayúdame']],
  ['Chinese inside a sentence', '他来了救命啊', ['help=救命']],
  ['Traditional Chinese finds Simplified', '請幫幫我', ['help=幫幫我']],
  ['Korean with endings', '도와주세요 제발', ['help=도와주세요']],
  ['Arabic with suffix', 'ساعدوني', ['help=ساعدوني']],
  ['Arabic behind article and conjunction', 'وللشرطة', ['police=وللشرطة']],
  ['Arabic behind a preposition and the article', 'اتصلت بالشرطة', ['police=بالشرطة']],
  ['Amharic endings', 'እርዳታ', ['help=እርዳታ']],
  ['Hindi endings', 'मेरी मदद करो', ['help=मदद करो']],
  ['Russian endings', 'в полицию', ['police=полицию']],
  ['Vietnamese without tones', 'cuu toi voi', ['help=cuu toi']],
  ['Haitian', "mwen grangou m'ap mouri", ["help=m'ap mouri"]],
  ['two languages in one message', 'he has a gun, llama a la policia', ['gun=has a gun', 'police=policia']],
  ['exact accents are asked for', 'un ano', []],
  ['exact accents are met', 'un año', ['year=año']],
  ['inside a word', 'handguns', ['gun=handguns']],
])('%s', (_, text, hits) => {
  expect(found(text)).toEqual(hits);
});

test('a hit names the languages that say it so', () => {
  const hits = createConceptMatcher([
    { id: 'no', expressions: { en: ['no'], es: ['no'], ru: ['нет'] } },
  ]).match(tokenise(fold('no')));
  expect(hits[0]?.languages).toEqual(['en', 'es']);
});

test('a broken expression does not silence its neighbours', () => {
  const lenient = createConceptMatcher([{ id: 'gun', expressions: { en: ['(gun', 'pistol'] } }]);
  expect(lenient.match(tokenise(fold('a pistol')))).toHaveLength(1);
});

test('whatever is written, hits stand inside the message and in order', () => {
  const text = fc.array(
    fc.constantFrom('help', 'me', 'need', 'gun', 'has', 'a', '.', ',', '救', '命', '我', '帮'),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(text, (words) => {
      const message = words.join(' ');
      let last = 0;
      for (const hit of matcher.match(tokenise(fold(message)))) {
        expect(hit.tokenStart).toBeGreaterThanOrEqual(last);
        expect(hit.end).toBeGreaterThan(hit.start);
        expect(hit.end).toBeLessThanOrEqual(message.length);
        last = hit.tokenStart;
      }
    }),
  );
});
