// Questions find their topic; what nobody can answer is said to be so.
import {
  areaUnderCurve,
  buildIndex,
  evaluateIntents,
  evaluateRanking,
  extractFeatures,
  fold,
  retrieve,
  search,
  tokenise,
  trainRetrieval,
} from '../../src/understanding/index.js';
import { MATERIAL, TOPIC_ROWS } from './material.js';

const read = (text: string) => extractFeatures(tokenise(fold(text)));
const rows = TOPIC_ROWS.map((row) => ({ text: row.text, label: row.topic }));
const retrieval = trainRetrieval({ rows, documents: MATERIAL.topicDocs, read });

test.each([
  ['how can i apply for the t visa', 't-visa'],
  ['necesito un refugio para dormir', 'shelter'],
  ['free attorney please', 'lawyer'],
  ['permiso para trabajar', 'work-permit'],
])('"%s" finds its topic', (text, topic) => {
  expect(retrieve(retrieval, read(text)).ranking[0]?.id).toBe(topic);
});

test('a topic without examples is found by its document', () => {
  expect(retrieve(retrieval, read('food bank groceries')).ranking[0]?.id).toBe('food');
});

test('a question about something else is less in scope than one of ours', () => {
  const ours = retrieve(retrieval, read('what is a t visa')).inScope;
  const other = retrieve(retrieval, read('who won the football match yesterday')).inScope;
  expect(other).toBeLessThan(ours);
  expect(retrieve(retrieval, read('쀍 쀍')).outcome).toBe('none');
});

test('an empty question finds nothing', () => {
  expect(retrieve(retrieval, read(''))).toEqual({ ranking: [], outcome: 'none', inScope: 0 });
});

test('confidence is a probability and falls along the ranking', () => {
  const { ranking } = retrieve(retrieval, read('legal help'));
  for (const [i, one] of ranking.entries()) {
    expect(one.confidence).toBeGreaterThanOrEqual(0);
    expect(one.confidence).toBeLessThanOrEqual(i === 0 ? 1 : (ranking[i - 1]?.confidence ?? 1));
  }
});

const LIBRARY = [
  { id: 'a', fields: { questions: ['Where is my child?'], text: ['Ask the office that placed the child.'] } },
  { id: 'b', fields: { questions: ['How do I get a work permit?'], text: ['Send the form.'] } },
  { id: 'zh', fields: { questions: ['我的孩子在哪里？'], text: ['请问办公室。'] } },
  { id: 'th', fields: { questions: ['ลูกของฉันอยู่ที่ไหน'], text: ['ถามสำนักงาน'] } },
  { id: 'ar', fields: { questions: ['أين طفلي؟'], text: ['اسأل المكتب'] } },
];
const index = buildIndex(LIBRARY, read);

test.each([
  ['my child is where', 'a'],
  ['work permits', 'b'],
  ['孩子在哪', 'zh'],
  ['我的孩子在哪裡', 'zh'],
  ['ลูกอยู่ไหน', 'th'],
  ['وين طفلي', 'ar'],
])('search finds "%s"', (text, id) => {
  expect(search(index, read(text), 3)[0]?.id).toBe(id);
});

test('scores stand between 0 and 1 and an unknown question finds nothing', () => {
  for (const hit of search(index, read('Where is my child?'), 5)) {
    expect(hit.score).toBeGreaterThan(0);
    expect(hit.score).toBeLessThanOrEqual(1);
  }
  expect(search(index, read('xyzzy'), 5)).toEqual([]);
});

test('the area under the curve counts ties as half', () => {
  expect(areaUnderCurve([2, 3], [0, 1])).toBe(1);
  expect(areaUnderCurve([1], [1])).toBe(0.5);
  expect(areaUnderCurve([0, 1], [2, 3])).toBe(0);
});

test('anybody can measure it on labels of their own', () => {
  const test = [
    { text: 'how can i get a t visa', label: 't-visa' },
    { text: 'a safe place to sleep', label: 'shelter' },
  ];
  const figures = evaluateIntents(rows, test, {
    oos: [{ text: 'who won the football match' }, { text: 'tell me a joke' }],
  });
  expect(figures.accuracyWithoutThreshold).toBe(1);
  expect(figures.inScopeAccuracy).toBeLessThanOrEqual(figures.accuracyWithoutThreshold);
  expect(figures.auroc).toBeGreaterThan(0.5);
  expect(figures.threshold).toBeGreaterThan(0);
  expect(evaluateIntents(rows, test).outOfScopeRecall).toBeNull();
});

test('ranking is measured by the usual figures', () => {
  const documents = [
    { id: '1', question: 'Where can I sleep?', answer: 'In a shelter.' },
    { id: '2', text: 'A lawyer helps with papers.' },
  ];
  const queries = [
    { text: 'shelter to sleep', relevant: ['1'] },
    { text: 'lawyer', relevant: ['2'] },
    { text: 'nothing of the kind', relevant: ['gone'] },
  ];
  const figures = evaluateRanking(documents, queries);
  expect(figures.mrr).toBeCloseTo(2 / 3, 5);
  expect(figures.map).toBeCloseTo(2 / 3, 5);
  expect(figures.ndcg10).toBeCloseTo(2 / 3, 5);
  expect(figures.p5).toBeCloseTo(0.4 / 3, 5);
});

test('a word that one language uses in all its topics decides nothing there', () => {
  const documents = [
    { id: 'visa', fields: { text: ['the visa', 'the way to stay'] } },
    { id: 'visa', fields: { text: ['la visa'] } },
    { id: 'shelter', fields: { text: ['the shelter'] } },
    { id: 'shelter', fields: { text: ['el refugio'] } },
    { id: 'food', fields: { text: ['the food'] } },
    { id: 'food', fields: { text: ['la comida'] } },
  ];
  const [first, second] = search(buildIndex(documents, read), read('the refugio'), 6);
  expect(first?.id).toBe('shelter');
  expect(first?.score).toBeGreaterThan(3 * (second?.score ?? 0));
});

test('among many documents a word that stands in most of them no longer counts, and a rare one still finds its own', () => {
  const many = Array.from({ length: 600 }, (_, i) => ({
    id: `d${i}`,
    fields: { questions: [`the form ${i % 2 === 0 ? 'please' : ''} number${i}x`] },
  }));
  const large = buildIndex(many, read);
  expect(search(large, read('number77x'), 1)[0]?.id).toBe('d77');
  expect(search(large, read('please'), 600).length).toBeLessThan(10);
  expect(search(buildIndex(many.slice(0, 300), read), read('please'), 600).length).toBe(150);
});

test('one question leaves nothing behind for the next', () => {
  const before = search(index, read('work permit'), 5);
  search(index, read('Where is my child?'), 5);
  expect(search(index, read('work permit'), 5)).toEqual(before);
});
