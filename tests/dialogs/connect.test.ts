// The whole way to a person, as somebody walks it: notice first, then words, then every line, then a yes that is a yes.
import {
  advance,
  begin,
  type DialogInput,
  type DialogTurn,
  type Flag,
  loadDialogs,
} from '../../src/dialogs/index';
import { flags, presses, writes } from './scene';

const { value: dialogs } = loadDialogs(process.cwd());

function walk(up: Flag[], ...inputs: DialogInput[]): DialogTurn[] {
  const turns = [begin(dialogs, 'connect', flags(...up))];
  for (const input of inputs) {
    const position = turns.at(-1)?.position;
    if (position) turns.push(advance(dialogs, position, { ...input, flags: flags(...up) }));
  }
  return turns;
}

const kinds = (turn: DialogTurn | undefined) => turn?.acts.map(({ kind }) => kind);
const keys = (turn: DialogTurn | undefined) =>
  turn?.says.map(({ key }) => key.replace('dialogs/connect:', ''));
const choices = (turn: DialogTurn | undefined) => turn?.says.at(-1)?.choices.map(({ id }) => id);

test('what must be reported is said before anything is asked', () => {
  const [first] = walk(['staff-here']);
  expect(kinds(first)).toEqual(['offer-handoff']);
  expect(keys(first)).toEqual(['who-sees', 'notice', 'words']);
  expect(choices(first)).toEqual(['skip']);
});

test('from yes to the queue are two turns: words, then a yes to the lines', () => {
  const [, second, third] = walk(['staff-here'], writes('he has my papers'), presses('share-all'));
  expect(second?.acts).toEqual([{ kind: 'keep-words', text: 'he has my papers' }, { kind: 'preview' }]);
  expect(choices(second)).toEqual(['share-all', 'dont-share']);
  expect(third?.acts).toEqual([
    { kind: 'consent', given: true },
    { kind: 'queue-handoff' },
    { kind: 'end', dialog: 'connect' },
  ]);
  expect(third?.position).toBeNull();
});

test('lines can be taken out and put back as often as they like; then what is left is shared', () => {
  const turns = walk(
    ['staff-here'],
    presses('skip'),
    presses('strike:age-band'),
    presses('keep:age-band'),
    presses('strike:place'),
    presses('share-left'),
  );
  expect(turns[2]?.acts).toEqual([{ kind: 'strike', item: 'age-band' }, { kind: 'preview' }]);
  expect(turns[3]?.acts).toEqual([{ kind: 'keep', item: 'age-band' }, { kind: 'preview' }]);
  expect(choices(turns[4])).toEqual(['share-left', 'dont-share']);
  expect(kinds(turns[5])).toEqual(['consent', 'queue-handoff', 'end']);
});

describe('what is consent', () => {
  const heard = { age: null, state: null, yesNo: true, who: null };
  const rows: [string, DialogInput, string[]][] = [
    ['YES as a whole message', writes('YES', { reserved: 'yes' }), ['consent', 'queue-handoff', 'end']],
    ['no as a whole message', writes('no', { reserved: 'no' }), ['consent', 'show-contacts', 'end']],
    ['the number instead', presses('dont-share'), ['consent', 'show-contacts', 'end']],
    [
      'a yes with a but in it is none',
      writes('yes but not about my cousin', { heard }),
      ['search', 'preview'],
    ],
    ['a question is none', writes('who are you'), ['search', 'preview']],
  ];
  test.each(rows)('%s', (_, input, acts) => {
    const turn = walk(['staff-here'], presses('skip'), input).at(-1);
    expect(kinds(turn)).toEqual(acts);
  });

  test('two unclear answers are not consent: the numbers, and nothing shared', () => {
    const turn = walk(['staff-here'], presses('skip'), writes('hm'), writes('hmm')).at(-1);
    expect(turn?.acts).toContainEqual({ kind: 'consent', given: false });
    expect(kinds(turn)).toEqual(['search', 'consent', 'show-contacts', 'end']);
  });
});

test('when nobody is there it says so first, gives the numbers, and offers nothing', () => {
  const [only] = walk(['nobody-here']);
  expect(keys(only)).toEqual(['nobody', 'later']);
  expect(kinds(only)).toEqual(['show-contacts', 'end']);
  expect(only?.position).toBeNull();
});

test('a button that says danger raises the level before anything else is asked', () => {
  let turn = begin(dialogs, 'safety-check', flags('staff-here'));
  for (const action of ['no', 'hurt']) {
    if (turn.position)
      turn = advance(dialogs, turn.position, presses(action, { flags: flags('staff-here') }));
  }
  expect(turn.acts).toEqual([
    { kind: 'set-fact', fact: 'immediateDanger', value: true },
    { kind: 'triage', level: 'emergency', reason: 'danger', id: 'safety-check.danger-now' },
  ]);
  expect(turn.position?.step).toBe('bring');
});

describe('the welcome', () => {
  const said = (...up: Flag[]) =>
    begin(dialogs, 'welcome', flags(...up)).says.map(({ key }) => key.split(':')[1]);

  test('says who is behind it and what is kept, and asks whether it is safe', () => {
    expect(said('desk-is-not-hotline', 'web')).toEqual(['hello', 'desk', 'danger', 'privacy', 'safe']);
  });

  test('announces the exception when it is on, and unreviewed text when it is', () => {
    expect(said('desk-is-hotline', 'sms', 'life-danger-minimal', 'unreviewed')).toEqual([
      'hello',
      'desk-hotline',
      'danger',
      'privacy-sms',
      'exception',
      'notice.unreviewed',
      'safe',
    ]);
  });

  test('hides at once when it is not safe', () => {
    const { position } = begin(dialogs, 'welcome', flags('web'));
    const turn = position && advance(dialogs, position, presses('hide'));
    expect(turn).toMatchObject({ position: null, says: [], acts: [{ kind: 'hide' }, { kind: 'end' }] });
  });
});
