// What people write to be quick, or to be missed, becomes what they meant; and every place leads back to their own words.
import * as fc from 'fast-check';
import { fold, originalSpan } from '../../src/understanding/index.js';

const MEANT: readonly (readonly [why: string, written: string, text: string])[] = [
  ['zero-width joiner inside a word', 'h\u200celp', 'help'],
  ['zero-width space and byte order mark', '\ufeffhe\u200blp me', 'help me'],
  ['right-to-left override and open isolates', '\u202ehelp\u2066', 'help'],
  ['soft hyphen', 'he\u00adlp', 'help'],
  ['NUL and other controls', 'he\u0000lp\u0007', 'help'],
  ['colour codes of a terminal', '\u001b[31mhelp\u001b[0m', 'help'],
  ['a stack of combining marks', 'h\u0301\u0302\u0303\u0304\u0305\u0306elp', 'help'],
  ['full-width letters', 'ＨＥＬＰ', 'help'],
  ['mathematical letters', '𝐡𝐞𝐥𝐩 𝓶𝓮', 'help me'],
  ['boxed letters', '🅷🅴🅻🅿', 'help'],
  ['Cyrillic letters that look Latin', 'hеlр', 'help'],
  ['Greek letters that look Latin', 'hεlρ', 'help'],
  ['Latin letters inside a Cyrillic word', 'пoмoгите', 'помогите'],
  ['digits for letters', 'h3lp he k1ll3d su1c1de', 'help he killed suicide'],
  ['signs for letters', 'k!ll r@pe $ex', 'kill rape sex'],
  ['stars for letters', 'he will k*ll me, s*x', 'he will kill me, sex'],
  ['stress by repeating', 'helpppppp meeeee', 'helpp mee'],
  ['letters apart', 'h e l p me', 'help me'],
  ['letters between dots', 'h.e.l.p and k-i-l-l', 'help and kill'],
  ['sos apart', 's o s', 'sos'],
  ['capitals', 'HELP', 'help'],
  ['curly apostrophe', 'don’t', "don't"],
  ['harakat and tatweel', 'مُسَاعَدَة ــــ', 'مساعده '],
  ['alef, ya and ta marbuta', 'أريد إلى فتاة', 'اريد الي فتاه'],
  ['Persian letters', 'کمک کنید', 'كمك كنيد'],
  ['Arabic and Devanagari digits', '١٥ ۱۵ १५', '15 15 15'],
  ['Traditional Chinese', '請幫助我', '请帮助我'],
  ['skin tones', '👍🏽', '👍'],
];

test.each(MEANT)('%s is read as what was meant', (_, written, text) => {
  expect(fold(written).text.trimEnd()).toBe(text.trimEnd());
});

const KEPT: readonly (readonly [why: string, written: string])[] = [
  ['the text line', 'text 233733'],
  ['the hotline', '1-888-373-7888'],
  ['ages', "im15yo and she is 14yo, 5th grade, i'm 4yo, im15and scared"],
  ['rooms, roads and prices', 'room214 exit 9 i95 $500 for 2, plate abc111def'],
  ['quick typing', 'b4u l8r gr8 2nite 4ever'],
  ['mail addresses', 'a@b.com'],
  ['vowel signs of Devanagari', 'मदद चाहिए'],
  ['vowel signs of Bengali', 'সাহায্য করুন'],
  ['Ethiopic', 'እርዱኝ ሰላም'],
  ['Russian words beside English ones', 'help мне не дают выйти'],
  ['Korean letters typed alone', 'ㅠㅠ'],
];

test.each(KEPT)('%s are not touched', (_, written) => {
  expect(fold(written).text).toBe(written);
});

test('accents stay in the text and go from its twin, place by place', () => {
  const folded = fold('Đừng giết tôi, ayúdame, ı ł ø');
  expect(folded.text).toBe('đừng giết tôi, ayúdame, ı ł ø');
  expect(folded.plain).toBe('dung giet toi, ayudame, i l o');
  expect(folded.plain).toHaveLength(folded.text.length);
});

test('a word written with hidden characters is quoted as the person wrote it', () => {
  const folded = fold('pls h\u200celpppp!');
  const at = folded.text.indexOf('helpp');
  const { start, end } = originalSpan(folded, at, at + 5);
  expect(folded.original.slice(start, end)).toBe('h\u200celpppp');
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom('h', '3', '.', ' ', 'е', '́', '\u200d', '👍', '\ud83d', '我', '한', 'ِ', '!', '@'), {
      maxLength: 60,
    })
    .map((units) => units.join('')),
);

test('every folded character stands at a real place of the original, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folded = fold(text);
      expect(folded.plain).toHaveLength(folded.text.length);
      let last = 0;
      for (let i = 0; i < folded.text.length; i++) {
        const { start, end } = originalSpan(folded, i, i + 1);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = start;
      }
    }),
    { numRuns: 400 },
  );
});

test('folding what is folded already changes nothing in plain words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('help', 'ayúdame', 'помогите', '请帮我', 'مساعده', '15', 'tôi'), {
        maxLength: 12,
      }),
      (words) => {
        const once = fold(words.join(' ')).text;
        expect(fold(once).text).toBe(once);
      },
    ),
  );
});

test('of a very long message the head and the tail are read', () => {
  const folded = fold(`he has a gun ${'bla '.repeat(5000)} come quickly`);
  expect(folded.text.startsWith('he has a gun')).toBe(true);
  expect(folded.text.endsWith('come quickly')).toBe(true);
  expect(folded.text.length).toBeLessThan(3100);
  const { start } = originalSpan(folded, folded.text.length - 1, folded.text.length);
  expect(start).toBe(folded.original.length - 1);
});

test.each([
  ['nothing', ''],
  ['spaces', '   \n\t'],
  ['a full stop', '.'],
  ['half an emoji', '\ud83d'],
  ['500 flags', '🇺🇸'.repeat(500)],
  ['10,000 combining marks', `a${'\u0301'.repeat(10_000)}`],
  ['10,000 times one sign', '@'.repeat(10_000)],
  ['10,000 times letter and dot', 'a.'.repeat(5000)],
])('%s is taken without an error', (_, text) => {
  expect(() => fold(text)).not.toThrow();
});
