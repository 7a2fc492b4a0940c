import fc from 'fast-check';
import { countSegments, SEGMENTS_A_MESSAGE, splitText } from '../../src/channels/sms/segments.js';

describe('a long answer arrives in whole sentences', () => {
  test.each([
    ['plain English', 'a'.repeat(160), 1],
    ['one letter more', 'a'.repeat(161), 2],
    ['Spanish letters of the SMS alphabet', 'ñ'.repeat(160), 1],
    ['one accent outside it', `${'a'.repeat(70)}á`, 2],
    ['seventy Chinese characters', '我'.repeat(70), 1],
    ['letters that count double', '€'.repeat(81), 2],
  ])('%s', (_label, text, segments) => expect(countSegments(text)).toBe(segments));

  test('a text that fits is one message, without a mark', () => {
    expect(splitText('If you can: 911, or 1-888-373-7888.')).toEqual(['If you can: 911, or 1-888-373-7888.']);
  });

  test('parts end where sentences end, in order, and are numbered', () => {
    const sentence = 'This sentence is about as long as people like to read on a small screen at night. ';
    const parts = splitText(sentence.repeat(12));
    expect(parts.length).toBeGreaterThan(1);
    expect(
      parts.every((part, index) => part.startsWith(`(${index + 1}/${parts.length}) `) && part.endsWith('.')),
    ).toBe(true);
  });

  test('a phone number is never cut, wherever it falls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 380, max: 470 }), (length) => {
        const text = `${'word '.repeat(Math.floor(length / 5))}+1 888 373 7888 ${'more '.repeat(60)}`;
        expect(splitText(text).filter((part) => part.includes('+1 888 373 7888'))).toHaveLength(1);
      }),
    );
  });

  test('no part is longer than a phone shows as one message, and nothing is lost, in any alphabet', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '.', 'é', 'á', '我', '。', '😀', 'ж', '1', '-'),
          minLength: 1,
          maxLength: 700,
        }),
        (text) => {
          const parts = splitText(text);
          expect(parts.every((part) => countSegments(part) <= SEGMENTS_A_MESSAGE)).toBe(true);
          const joined = parts
            .map((part) => (parts.length > 1 ? part.replace(/^\(\d+\/\d+\) /, '') : part))
            .join('');
          expect(joined.replace(/\s/g, '')).toBe(text.normalize('NFC').replace(/\s/g, ''));
        },
      ),
      { numRuns: 30 },
    );
  });
});
