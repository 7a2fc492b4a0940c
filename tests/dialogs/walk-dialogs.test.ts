// Dialogs that would leave somebody alone are refused, with the place to look at.
import { describeProblem } from '../../src/content/index';
import { walkDialogs } from '../../src/dialogs/index';
import { realLocales, smallLocales } from '../i18n/world';
import { dialogsOf, oneDialog } from './scene';

function walked(steps: string, resume = 'first'): string[] {
  const { value, problems } = oneDialog(steps, resume);
  return [...problems, ...walkDialogs(value)].map(describeProblem);
}

const OFFER = '  offer: { handoff: contacts, go: bye }\n  bye: { end: true }\n';

describe('a dialog that is refused', () => {
  const rows: [string, string, string][] = [
    [
      'a path ends without a person',
      '  first: { choose: q, options: { yes: offer, no: lost }, otherwise: offer }\n  lost: { end: bye }\n' +
        OFFER,
      'dialogs/one.yaml:6: lost: ends without offering a person: first > lost',
    ],
    [
      'a step that nobody reaches',
      `  first: { say: hi, go: offer }\n  alone: { say: hi, go: offer }\n${OFFER}`,
      'dialogs/one.yaml:6: alone: no path leads here',
    ],
    [
      'a target that does not exist',
      '  first: { say: hi, go: nowhere }\n',
      'dialogs/one.yaml:5: first: leads to "nowhere", which does not exist',
    ],
    [
      'a dialog that does not exist',
      '  first: { handoff: contacts, go: on }\n  on: { go: nowhere }\n',
      'dialogs/one.yaml:6: on: goes to the dialog "nowhere", which does not exist',
    ],
    [
      'a path that goes round',
      '  first: { handoff: contacts, go: second }\n  second: { say: hi, go: first }\n',
      'dialogs/one.yaml:5: first: a path leads back to it: paths do not go round',
    ],
    [
      'an eleventh kind',
      '  first: { shout: hi, go: bye }\n  bye: { end: true }\n',
      'dialogs/one.yaml:5: steps.first: a step is one of: say, ask, choose, search, show, consent, triage, handoff, end, go',
    ],
    [
      'text in the file',
      '  first: { say: Hello there, go: bye }\n  bye: { end: true }\n',
      'dialogs/one.yaml:5: steps.first.say: a text key, not a text',
    ],
    [
      'an expression',
      '  first: { say: { text: hi, when: "level > 3" }, go: bye }\n  bye: { end: true }\n',
      'dialogs/one.yaml:5: steps.first.say: Invalid input',
    ],
    [
      'an unknown field',
      '  first: { show: t-visa, then: bye, go: bye }\n  bye: { end: true }\n',
      'dialogs/one.yaml:5: steps.first: Unrecognized key: "then"',
    ],
    [
      'ten choices, more than a digit can answer',
      `  first: { choose: q, options: { ${'abcdefghij'
        .split('')
        .map((id) => `${id}: bye`)
        .join(', ')} }, otherwise: bye }\n  bye: { end: true }\n`,
      'dialogs/one.yaml:5: steps.first.options: at most nine choices: SMS answers by one digit',
    ],
    [
      'a fact asked of a text',
      '  first: { ask: q, expect: text, fact: minor, go: bye }\n  bye: { end: true }\n',
      'dialogs/one.yaml:5: steps.first: fact, yes and no belong to expect: yes-no',
    ],
  ];
  test.each(rows)('%s', (_, steps, problem) => {
    expect(walked(steps)).toContain(problem);
  });

  test('more than 25 steps', () => {
    const steps = Array.from({ length: 26 }, (_, n) => `  s${n}: { say: hi, go: s${n + 1} }\n`).join('');
    expect(walked(steps, 's0')).toEqual(['dialogs/one.yaml:5: steps: at most 25 steps; split it']);
  });

  test('a resume step that is not there', () => {
    expect(walked(`  first: { say: hi, go: offer }\n${OFFER}`, 'gone')).toContain(
      'dialogs/one.yaml:5: gone: resume names a step that does not exist',
    );
  });

  test('a name that is not the file', () => {
    const { problems } = dialogsOf({
      two: 'id: one\nabout: a dialog for a test\nresume: a\nsteps: { a: { end: true } }\n',
    });
    expect(problems.map(describeProblem)).toEqual([
      'dialogs/two.yaml:1: id: "one" is not the name of the file',
    ]);
  });

  test('two dialogs that send people to each other for ever', () => {
    const dialog = (id: string, other: string) =>
      `id: ${id}\nabout: a dialog for a test\nresume: a\nsteps:\n  a: { handoff: contacts, go: b }\n  b: { go: ${other} }\n`;
    const { value } = dialogsOf({ one: dialog('one', 'two'), two: dialog('two', 'one') });
    expect(walkDialogs(value).map(describeProblem)).toContain(
      'dialogs/one.yaml:5: a: its dialogs lead back to it: paths do not go round',
    );
  });

  test('a person offered only in the dialog it goes to is an offer', () => {
    const one =
      'id: one\nabout: a dialog for a test\nresume: a\nsteps:\n  a: { say: hi, go: b }\n  b: { go: two }\n';
    const two = `id: two\nabout: a dialog for a test\nresume: offer\nsteps:\n${OFFER}`;
    expect(walkDialogs(dialogsOf({ one, two }).value)).toEqual([]);
  });

  test('hiding is an end that needs no offer', () => {
    const choose = '  first: { choose: q, options: { hide: hidden, person: offer }, otherwise: offer }\n';
    expect(walked(`${choose}  hidden: { end: true, act: hide }\n${OFFER}`)).toEqual([]);
  });
});

test('a sentence that one language lacks is named with the language', () => {
  const { value } = oneDialog(
    `  first: { say: bot:welcome.short, go: ask }\n  ask: { say: hi, go: offer }\n${OFFER}`,
  );
  const locales = smallLocales({ en: { 'welcome.short': 'Hi' }, es: {} });
  expect(walkDialogs(value, { locales }).map(describeProblem)).toEqual([
    'dialogs/one.yaml:6: ask: en has no sentence for dialogs/one:hi',
    'dialogs/one.yaml:5: first: es has no sentence for bot:welcome.short',
    'dialogs/one.yaml:6: ask: es has no sentence for dialogs/one:hi',
  ]);
});

test('a topic that nobody wrote is named', () => {
  const { value } = oneDialog(`  first: { show: t-visa, go: offer }\n${OFFER}`);
  expect(walkDialogs(value, { topics: new Set(['u-visa']) }).map(describeProblem)).toEqual([
    'dialogs/one.yaml:5: first: there is no topic "t-visa"',
  ]);
  expect(walkDialogs(value, { topics: new Set(['t-visa']), locales: realLocales() })).toEqual([]);
});
