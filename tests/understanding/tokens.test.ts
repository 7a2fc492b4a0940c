// How a message falls into words and clauses.
import { fold, tokenise, unstretched } from '../../src/understanding/index.js';

const split = (text: string) => tokenise(fold(text));

test.each([
  ['contractions are one word', "I don't think he's here", ['i', 'dont', 'think', 'hes', 'here']],
  ['French elision stands apart', "l'aide, j'ai peur", ['l', 'aide', 'j', 'ai', 'peur']],
  ['so does Haitian', "m'ap mouri", ['m', 'ap', 'mouri']],
  ['Ukrainian apostrophes join', 'він б’є', ['він', 'бє']],
  ['accents are gone from words', 'ayúdame señora', ['ayudame', 'senora']],
  ['Chinese is single characters', '他打我', ['他', '打', '我']],
  ['Thai is single characters with their marks', 'ช่วย', ['ช่', 'ว', 'ย']],
  ['emoji are tokens', 'ok👍', ['ok', '👍']],
  ['times and prices do not break', '9:30 or 10,000', ['9', '30', 'or', '10', '000']],
])('%s', (_, text, words) => {
  expect(split(text).words).toEqual(words);
});

test('clauses end at punctuation and lines, and remember how', () => {
  const { clauses } = split('He left, I think. Is he back?! no\nok');
  expect(clauses.map((clause) => clause.end)).toEqual(['comma', 'stop', 'question', 'line', 'none']);
  expect(clauses.map((clause) => clause.to - clause.from)).toEqual([2, 2, 3, 1, 1]);
});

test('full stops of other scripts end clauses too', () => {
  expect(split('他打我。救命！').clauses.map((clause) => clause.end)).toEqual(['stop', 'exclamation']);
  expect(split('هل انت هنا؟ نعم').clauses.map((clause) => clause.end)).toEqual(['question', 'none']);
  expect(split('मदद करो। जल्दी').clauses.map((clause) => clause.end)).toEqual(['stop', 'none']);
});

test('what is quoted is known to be quoted', () => {
  const tokens = split('the song says "kill me" lol');
  expect(tokens.words.filter((_, i) => tokens.quoted[i] === 1)).toEqual(['kill', 'me']);
});

test('a stretched word also reads as its short form', () => {
  expect(unstretched(split('helpppp'), 0)).toBe('help');
  expect(unstretched(split('help'), 0)).toBeNull();
});

test('an empty message has no tokens and no clauses', () => {
  const tokens = split(' ');
  expect([tokens.count, tokens.clauses.length]).toEqual([0, 0]);
});
