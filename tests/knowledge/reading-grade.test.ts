// How hard our English is to read.
import { readingGrade } from '../../src/knowledge/index.js';
import { syllablesIn } from '../../src/knowledge/reading-grade.js';

test.each([
  ['help', 1],
  ['people', 2],
  ['police', 2],
  ['the', 1],
  ['used', 1],
  ['wanted', 2],
  ['places', 2],
  ['times', 1],
  ['immigration', 4],
  ['ORR', 3],
  ['2025', 1],
  ["lawyer's", 2],
])('"%s" has %d syllables', (word, count) => {
  expect(syllablesIn(word)).toBe(count);
});

test.each([
  ['You can call us. We will help.', -10, 2],
  ['A lawyer should look at your case before you file. It can be free.', 1, 6],
  [
    'Applicants demonstrating eligibility for nonimmigrant classification must additionally establish admissibility.',
    20,
    60,
  ],
])('"%s" reads between grade %d and %d', (text, least, most) => {
  expect(readingGrade(text)).toBeGreaterThan(least);
  expect(readingGrade(text)).toBeLessThan(most);
});

test('placeholders and bold marks do not count', () => {
  expect(readingGrade('Call **{{emergency-911.phone}}** now.')).toBe(readingGrade('Call one now.'));
});

test('a text without words has grade 0', () => {
  expect(readingGrade('...')).toBe(0);
});
