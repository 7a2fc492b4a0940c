// In which language somebody writes, from a few letters on.
import {
  evaluateLanguage,
  identifyLanguage,
  trainLanguageModel,
  udhrLines,
} from '../../src/understanding/index.js';
import { MESSAGES } from './messages.js';

const model = trainLanguageModel(udhrLines());
const tagOf = (text: string) => identifyLanguage(model, text).tag;

const CASES = Object.entries(MESSAGES).flatMap(([lang, texts]) => texts.map((text) => ({ text, lang })));
const FIGURES = evaluateLanguage(CASES, (text) => identifyLanguage(model, text));

test('messages of all languages are recognised at 95 percent and more', () => {
  expect(FIGURES.mean).toBeGreaterThanOrEqual(0.95);
});

test.each(Object.keys(MESSAGES))('no language falls behind: %s', (lang) => {
  expect(FIGURES.perLanguage[lang]).toBeGreaterThanOrEqual(0.8);
});

test.each([
  ['an English question with a Spanish word', 'where can my hija get help with papers', 'en'],
  ['a Spanish message with English words', 'mi boss no me paga y me quito el passport', 'es'],
  ['Spanish in quick spelling', 'kiero ayuda x favor', 'es'],
  ['Vietnamese without tones', 'toi khong duoc ra ngoai', 'vi'],
  ['Cantonese', '我唔知點算好', 'zh-Hant'],
  ['Chinese that tells nothing of its writing', '救命', 'zh-Hans'],
  ['Japanese', '助けてください', 'other'],
  ['a bare greeting that other languages borrow', 'hi', 'en'],
  ['a greeting of two letters', 'oi', 'pt-BR'],
  ['German', 'ich werde hier festgehalten', 'other'],
  ["K'iche'", "Konojel ri winaq are taq k'ut xkoj pa utzil", 'quc'],
  ['emoji', '🙏🙏', 'und'],
  ['digits', '12345', 'und'],
  ['nothing', '', 'und'],
])('%s', (_, text, tag) => {
  expect(tagOf(text)).toBe(tag);
});

test('what the conversation was in decides a word that two languages share', () => {
  const alone = identifyLanguage(model, 'no');
  expect(identifyLanguage(model, 'no', { prior: { es: 4 } }).tag).toBe('es');
  expect(identifyLanguage(model, 'no', { prior: { 'pt-BR': 5 } }).tag).toBe('pt-BR');
  expect(alone.confidence).toBeLessThan(0.9);
});

test('the ranking is a distribution with the answer first', () => {
  const { ranking, tag, confidence } = identifyLanguage(model, 'necesito ayuda');
  expect(ranking[0]).toEqual({ tag, p: confidence });
  expect(ranking.reduce((sum, one) => sum + one.p, 0)).toBeCloseTo(1, 6);
});

test('lines of a project teach what the declarations lack', () => {
  const taught = trainLanguageModel([
    ...udhrLines(),
    ...Array.from({ length: 5 }, () => ({ tag: 'ar', text: 'ana khayfa sa3edni law sama7t 7abibi' })),
  ]);
  expect(identifyLanguage(taught, 'sa3edni ana khayfa').tag).toBe('ar');
});

test('training again gives the same tables', () => {
  const bytesOf = (one: typeof model) => [...one.values()].map((table) => Buffer.from(table.weights.buffer));
  const again = bytesOf(trainLanguageModel(udhrLines()));
  expect(bytesOf(model).every((bytes, i) => bytes.equals(again[i] ?? Buffer.alloc(0)))).toBe(true);
});

test('a region or script of a foreign label set counts as ours', () => {
  const cases = [
    { text: 'onde esta meu filho', lang: 'pt' },
    { text: '謝謝', lang: 'zh-TW' },
    { text: '谢谢', lang: 'zh' },
    { text: 'salamat po', lang: 'fil' },
  ];
  expect(evaluateLanguage(cases, (text) => identifyLanguage(model, text)).mean).toBe(1);
});
