// Numbers: how a contact becomes something to tap, and whom each danger leads to.
import { join } from 'node:path';
import { LEVELS, type Level, REASON_KINDS, type ReasonKind } from '../../src/core/index.js';
import {
  contactBook,
  contactSet,
  fillPlainly,
  loadKnowledge,
  renderText,
} from '../../src/knowledge/index.js';

const { value: knowledge } = loadKnowledge(join(__dirname, '../..'));
if (!knowledge) throw new Error('knowledge/ has problems: see tests/content');
const book = contactBook(knowledge);

test.each([
  ['nhth', 'phone', '1-888-373-7888', 'tel:+18883737888'],
  ['nhth', 'text', '233733', 'sms:233733'],
  ['nhth', 'chat', 'humantraffickinghotline.org/chat', 'https://humantraffickinghotline.org/chat'],
  ['nhth', 'tty', '711', 'tel:711'],
  ['emergency-911', 'phone', '911', 'tel:911'],
  ['emergency-911', 'text', '911', 'sms:911'],
  ['childhelp', 'text', '1-800-422-4453', 'sms:18004224453'],
  ['crisis-text-line-es', 'keyword', 'HOLA', undefined],
  ['cybertipline', 'web', 'report.cybertip.org', 'https://report.cybertip.org'],
  ['ncmec', 'name', 'National Center for Missing & Exploited Children', undefined],
])('%s %s is shown as %s and opens %s', (name, field, text, href) => {
  expect(book.resolve(name, field)).toEqual(href ? { text, href } : { text });
});

test.each([
  ['nobody', 'phone'],
  ['nhth', 'fax'],
  ['nhth', 'keyword'],
  ['cybertipline', 'phone'],
  ['nhth', 'constructor'],
  ['__proto__', 'phone'],
])('%s %s resolves to nothing', (name, field) => {
  expect(book.resolve(name, field)).toBeUndefined();
});

test('a paragraph keeps its words, weights and numbers apart', () => {
  expect(renderText('**Call {{nhth.phone}} now** or ** wait', book)).toEqual([
    { text: 'Call ', strong: true },
    { text: '1-888-373-7888', href: 'tel:+18883737888', strong: true },
    { text: ' now', strong: true },
    { text: ' or ** wait' },
  ]);
});

test('in right-to-left text a number stays left to right', () => {
  expect(fillPlainly('{{nhth.text}}', knowledge.contacts, 'rtl')).toBe('\u2066233733\u2069');
});

const DANGER = { emergency: 'emergency-911 nhth', urgent: 'nhth', elevated: 'nhth' };
const MISSING = 'emergency-911 ncmec nhth';
const WHOM: Record<ReasonKind, Partial<Record<Level, string>>> = {
  danger: DANGER,
  'self-harm': { emergency: 'lifeline-988 emergency-911', urgent: 'lifeline-988', elevated: 'lifeline-988' },
  'missing-child': { emergency: MISSING, urgent: MISSING, elevated: 'orr-call-center ncmec nhth' },
  images: {
    emergency: 'emergency-911 cybertipline ncmec nhth',
    urgent: 'cybertipline ncmec nhth',
    elevated: 'cybertipline ncmec nhth',
  },
  'person-asked': { emergency: 'nhth', urgent: 'nhth', elevated: 'nhth' },
  need: { emergency: 'nhth', urgent: 'nhth', elevated: 'nhth' },
};
const CASES = REASON_KINDS.flatMap((kind) =>
  LEVELS.map((level) => ({ kind, level, expected: WHOM[kind][level] ?? '' })),
);

test.each(CASES)('$kind at $level leads to: $expected', ({ kind, level, expected }) => {
  expect(contactSet(knowledge, kind, level).join(' ')).toBe(expected);
});

test.each(CASES.filter(({ expected }) => expected !== ''))(
  'everybody named for $kind at $level can be reached',
  ({ kind, level }) => {
    for (const id of contactSet(knowledge, kind, level)) {
      const ways = ['phone', 'text', 'web'].map((field) => book.resolve(id, field)?.href);
      expect(ways.some((href) => /^(tel:\+?\d{3,12}|sms:\d{3,6}|https:\/\/\S+)$/.test(href ?? ''))).toBe(
        true,
      );
    }
  },
);
