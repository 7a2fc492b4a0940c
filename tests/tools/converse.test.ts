// `converse`: whole conversations of one person, levels turn by turn and what staff would know.
import { openFolder, run } from './run-command.js';

const folder = openFolder();
afterAll(() => folder.remove());

interface Turn {
  readonly text: string;
  readonly assistant_before?: string | null;
  readonly gap_minutes?: number;
}

function converse(conversations: readonly { id: string | number; turns: readonly Turn[] }[]) {
  const input = folder.writeLines('in.jsonl', conversations);
  const { status, stderr } = run(['converse', '--in', input, '--out', folder.at('out.jsonl')]);
  expect([status, stderr]).toEqual([0, `${conversations.length} conversations played.\n`]);
  return folder.readLines('out.jsonl');
}

const SUMMARY = [
  'level',
  'reasons',
  'who',
  'minor',
  'age',
  'ageBand',
  'state',
  'place',
  'immediateDanger',
  'safeToContact',
  'needs',
  'language',
  'interpreter',
  'notAsked',
];

test('each conversation has a level after each turn and a summary in the documented shape', () => {
  const [first, second] = converse([
    {
      id: 'x',
      turns: [
        { text: 'hi' },
        { text: 'my uncle makes me work all night, im 15, in texas' },
        { text: 'thanks' },
      ],
    },
    { id: 7, turns: [{ text: 'what is a t visa' }] },
  ]);
  expect(Object.keys(first)).toEqual(['id', 'levels', 'summary']);
  expect([...Object.keys(first.summary)].sort()).toEqual([...SUMMARY].sort());
  expect(first.levels).toEqual(['none', 'urgent', 'urgent']);
  expect(first.summary).toMatchObject({
    ...{ level: 'urgent', minor: true, age: 15, ageBand: '12-15', state: 'TX', language: 'en' },
    interpreter: false,
  });
  expect(second).toMatchObject({ id: 7, levels: ['routine'] });
});

test('what nobody told is null and what nobody asked is listed, never "no"', () => {
  const [{ summary }] = converse([{ id: 1, turns: [{ text: 'hello' }] }]);
  expect(summary).toMatchObject({ who: null, minor: null, age: null, state: null, immediateDanger: null });
  expect(summary.needs).toEqual([]);
  expect(summary.notAsked).toEqual(expect.arrayContaining(['minor', 'age', 'state', 'safeToContact']));
});

test('a bare answer is read as an answer to what was asked before it', () => {
  const [{ summary }] = converse([
    {
      id: 1,
      turns: [
        { text: 'hello' },
        { text: '15', assistant_before: 'How old are you?' },
        { text: 'texas', assistant_before: 'Which state are you in?' },
        { text: 'no', assistant_before: 'Is it safe for you to write right now?' },
      ],
    },
  ]);
  expect(summary).toMatchObject({ age: 15, minor: true, state: 'TX', safeToContact: false });
});

test('what was asked and not answered is not "not asked"', () => {
  const [{ summary }] = converse([
    { id: 1, turns: [{ text: 'hello' }, { text: 'i dont know', assistant_before: '¿Cuántos años tienes?' }] },
  ]);
  expect(summary.age).toBeNull();
  expect(summary.notAsked).not.toContain('age');
  expect(summary.notAsked).toContain('state');
});

test.each([
  ['Are you 18 or older?', 'yes', { minor: false }],
  ['Вам меньше 18 лет?', 'да', { minor: true }],
  ['Can anyone see your messages?', 'yes', { safeToContact: false }],
  ['Èske nou ka ekri ou san danje?', 'wi', { safeToContact: true, state: null }],
  ['现在打字安全吗？', '安全', { safeToContact: true }],
  ['本人に聞く', 'yes', { safeToContact: null, minor: null }],
])('"%s" answered "%s"', (question, answer, told) => {
  const [{ summary }] = converse([{ id: 1, turns: [{ text: answer, assistant_before: question }] }]);
  expect(summary).toMatchObject(told);
});

test('neither time nor thanks nor deleting lowers a level; a correction does', () => {
  const danger = { text: 'he has a gun and he is outside my door' };
  const [idle, deleted, corrected] = converse([
    { id: 'idle', turns: [danger, { text: 'hello', gap_minutes: 45 }] },
    { id: 'deleted', turns: [danger, { text: 'delete everything' }, { text: 'ok thanks' }] },
    { id: 'corrected', turns: [danger, { text: 'sorry wrong chat its a movie we are watching' }] },
  ]);
  expect(idle.levels).toEqual(['emergency', 'emergency']);
  expect(deleted.levels).toEqual(['emergency', 'emergency', 'emergency']);
  expect(corrected.levels).toEqual(['emergency', 'none']);
});

test('every broken line is named', () => {
  const input = folder.write('broken.jsonl', '{"id":1,"turns":[]}\n{"id":2,"turns":[{"text":3}]}\n');
  const { status, stderr } = run(['converse', '--in', input, '--out', folder.at('never.jsonl')]);
  expect(status).toBe(2);
  expect(stderr).toContain('broken.jsonl:1: turns');
  expect(stderr).toContain('broken.jsonl:2: turns.0.text');
});
