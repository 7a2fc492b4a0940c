// How a dialog hears: buttons and words, one second try, never a loop, and steps that were removed meanwhile.
import { advance, begin, type DialogInput, pickOffered } from '../../src/dialogs/index';
import { flags, oneDialog, presses, writes } from './scene';

const OFFER = '  offer: { handoff: contacts, go: bye }\n  bye: { end: true }\n';

function played(steps: string, ...inputs: DialogInput[]) {
  const { value, problems } = oneDialog(`${steps}${OFFER}`);
  expect(problems).toEqual([]);
  let turn = begin(value, 'one', flags());
  for (const input of inputs) if (turn.position) turn = advance(value, turn.position, input);
  return turn;
}

describe('an answer to a question', () => {
  const heard = { age: null, state: null, yesNo: null, who: null };
  const ask = (expect: string, more = '') => `  first: { ask: q, expect: ${expect}, go: offer${more} }\n`;
  const rows: [string, string, DialogInput, unknown[]][] = [
    [
      'an age in words',
      ask('age'),
      writes('tengo quince', { heard: { ...heard, age: 15 } }),
      [
        { kind: 'set-fact', fact: 'age', value: 15 },
        { kind: 'set-fact', fact: 'ageBand', value: '12-15' },
        { kind: 'set-fact', fact: 'minor', value: true },
      ],
    ],
    [
      'an age a recogniser found',
      ask('age'),
      writes('x', { recognised: { kind: 'age', years: 18 } }),
      [
        { kind: 'set-fact', fact: 'age', value: 18 },
        { kind: 'set-fact', fact: 'ageBand', value: '18-plus' },
        { kind: 'set-fact', fact: 'minor', value: false },
      ],
    ],
    [
      'a state',
      ask('state'),
      writes('tejas', { heard: { ...heard, state: 'TX' } }),
      [{ kind: 'set-fact', fact: 'state', value: 'TX' }],
    ],
    [
      'a no by button',
      ask('yes-no', ', fact: safeToContact'),
      presses('no'),
      [{ kind: 'set-fact', fact: 'safeToContact', value: false }],
    ],
    [
      'a yes as a reserved word',
      ask('yes-no', ', fact: minor'),
      writes('si', { reserved: 'yes' }),
      [{ kind: 'set-fact', fact: 'minor', value: true }],
    ],
    [
      'a no a recogniser found',
      ask('yes-no', ', fact: minor'),
      writes('x', { recognised: { kind: 'boolean', value: false } }),
      [{ kind: 'set-fact', fact: 'minor', value: false }],
    ],
    ['who, by button', ask('who'), presses('known'), [{ kind: 'set-fact', fact: 'who', value: 'known' }]],
    [
      'words for staff',
      ask('text', ', keep: words'),
      writes(' {{nhth.phone}} '),
      [{ kind: 'keep-words', text: '{{nhth.phone}}' }],
    ],
    [
      'a place, at most 80 characters',
      ask('text', ', keep: place'),
      writes('x'.repeat(200)),
      [{ kind: 'set-fact', fact: 'place', value: 'x'.repeat(80) }],
    ],
    ['a skip by button', ask('age'), presses('skip'), []],
    ['a skip by word', ask('text', ', keep: words'), writes('skip', { reserved: 'skip' }), []],
  ];
  test.each(rows)('%s', (_, steps, input, acts) => {
    const turn = played(steps, input);
    expect(turn.acts).toEqual([...acts, { kind: 'show-contacts' }, { kind: 'end', dialog: 'one' }]);
    expect(turn.position).toBeNull();
  });

  test('what was written is not kept among the answers', () => {
    const steps =
      '  first: { ask: q, expect: text, keep: words, go: next }\n  next: { ask: q, expect: age, go: offer }\n';
    expect(played(steps, writes('my cousin Ana')).position?.answers).toEqual({ first: 'given' });
  });

  test('a date is an answer only when a recogniser found one', () => {
    const steps = '  first: { ask: q, expect: date, go: next }\n  next: { ask: q, expect: age, go: offer }\n';
    const found = writes('next tuesday', { recognised: { kind: 'date', isoDate: '2026-12-01' } });
    expect(played(steps, found).position?.answers).toEqual({ first: '2026-12-01' });
    expect(played(steps, writes('next tuesday')).position).toMatchObject({ step: 'first', tries: 1 });
  });

  test('a question put makes its fact asked', () => {
    const { acts, expects, says } = played(ask('state'));
    expect(acts).toEqual([{ kind: 'ask-fact', fact: 'state' }]);
    expect(expects).toBe('state');
    expect(says).toEqual([
      { key: 'dialogs/one:q', params: {}, choices: [{ id: 'skip', key: 'bot:choice.skip' }] },
    ]);
  });
});

describe('an answer that fits nothing', () => {
  const steps =
    '  first: { choose: q, options: { yes: offer, house: offer }, otherwise: other }\n  other: { say: else, go: offer }\n';

  test('is searched for as a question of their own, and the question is put once more', () => {
    const turn = played(steps, writes('what is a t visa'));
    expect(turn.acts).toEqual([{ kind: 'search', text: 'what is a t visa', quiet: true }]);
    expect(turn.says.map(({ key }) => key)).toEqual(['dialogs/one:q']);
    expect(turn.position).toMatchObject({ step: 'first', tries: 1 });
  });

  test('the second time the talk goes on', () => {
    const turn = played(steps, writes('hm'), writes('dunno'));
    expect(turn.says.map(({ key }) => key)).toEqual(['dialogs/one:else']);
    expect(turn.position).toBeNull();
  });

  test('an empty message and an old button are no questions', () => {
    expect(played(steps, writes('  ')).acts).toEqual([]);
    expect(played(steps, presses('gone-choice')).position).toMatchObject({ tries: 1 });
  });

  test('tries start anew at the next question', () => {
    const two = '  first: { ask: q, expect: age, go: next }\n  next: { ask: q, expect: age, go: offer }\n';
    expect(played(two, writes('?'), writes('?')).position).toMatchObject({ step: 'next', tries: 0 });
  });
});

test('a choice may say what is known and what is needed', () => {
  const steps =
    '  first: { choose: q, options: { bed: { go: offer, need: shelter, fact: { minor: true } }, no: offer }, otherwise: offer }\n';
  expect(played(steps, presses('bed')).acts.slice(0, 2)).toEqual([
    { kind: 'set-fact', fact: 'minor', value: true },
    { kind: 'add-need', need: 'shelter' },
  ]);
});

test('a sentence with a flag is said only when the flag is up', () => {
  const { value } = oneDialog(
    `  first: { say: [a, { text: b, when: sms }, { text: bot:trouble, when: web }], go: offer }\n${OFFER}`,
  );
  expect(begin(value, 'one', flags('web')).says.map(({ key }) => key)).toEqual([
    'dialogs/one:a',
    'bot:trouble',
  ]);
});

describe('a conversation that outlives a change of its dialog', () => {
  const { value } = oneDialog(`  first: { ask: q, expect: age, go: offer }\n${OFFER}`);

  test('lands on the resume step when its step is gone; what was written is not lost', () => {
    const turn = advance(
      value,
      { id: 'one', step: 'gone', answers: { a: 'b' }, tries: 1 },
      writes('and now?'),
    );
    expect(turn.position).toEqual({ id: 'one', step: 'first', answers: { a: 'b' }, tries: 0 });
    expect(turn.acts[0]).toEqual({ kind: 'search', text: 'and now?', quiet: true });
  });

  test('is outside any dialog when its dialog is gone', () => {
    const turn = advance(value, { id: 'gone', step: 'x', answers: {}, tries: 0 }, presses('yes'));
    expect(turn).toEqual({ position: null, says: [], acts: [], expects: null });
    expect(begin(value, 'gone', flags()).position).toBeNull();
  });
});

describe('a number or a label stands for a choice that was offered', () => {
  const offered = [
    { id: 'person', label: 'Bring a person' },
    { id: 'stop-texts', label: 'Stop these texts' },
  ];
  const rows: [string, string | null][] = [
    ['1', 'person'],
    [' 2. ', 'stop-texts'],
    ['bring a PERSON', 'person'],
    ['3', null],
    ['12', null],
    ['', null],
    ['person', null],
  ];
  test.each(rows)('"%s" is %s', (text, id) => {
    expect(pickOffered(offered, text)).toBe(id);
  });
});
