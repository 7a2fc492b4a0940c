// A message that asks for several things is read in parts, and tells whose part of the answer comes first.
import { newConversation } from '../../src/core/index.js';
import { audienceOf } from '../../src/turn/audience.js';
import type { Draft } from '../../src/turn/draft.js';
import { piecesOf } from '../../src/turn/pieces.js';
import { builtBrain } from '../support/brain.js';

const { understanding } = builtBrain();
const fresh = newConversation({
  ...({ id: 'x', tenant: 'demo' } as Pick<Parameters<typeof newConversation>[0], 'id' | 'tenant'>),
  ...{ channel: 'web', delivery: 'pull', language: 'en', now: 0 },
});

describe('a message is cut', () => {
  test.each([
    [
      'at a joining word',
      'i need a lawyer and a place to sleep',
      ['i need a lawyer', 'and a place to sleep'],
    ],
    ['in another language too', 'necesito abogado y donde dormir', ['necesito abogado', 'y donde dormir']],
    ['at punctuation', 'Can I work? Can I go to school?', ['Can I work', 'Can I go to school']],
    ['nowhere when it is one thought', 'what is a t visa', []],
    ['not into single words', 'food and shelter', []],
    [
      'not when it is a long story',
      'he left. she ran. we hid. they came. i fell. it broke. you saw. we won. it rained.',
      [],
    ],
    ['not when it is empty', '', []],
  ])('%s', (_, message, pieces) => {
    expect(piecesOf(understanding.understand(message))).toEqual(pieces);
  });
});

describe('who asks', () => {
  const audience = (message: string, told: (typeof fresh)['told'] = [], facts = fresh.facts) =>
    audienceOf({ conversation: { ...fresh, told, facts } } as Draft, understanding.understand(message));

  test.each([
    ['im 15 and want to go to school', ['child']],
    ['my sister is 15, in a shelter in Texas', ['family']],
    ['im a social worker, what is the hhs letter', ['practitioner']],
    ['what is a t visa', []],
  ])('by the words "%s" is %j', (message, expected) => {
    expect(audience(message)).toEqual(expected);
  });

  test('is taken from what was told before where the words say nothing', () => {
    const known = { ...fresh.facts, who: { state: 'known', value: 'known' } } as const;
    expect(audience('what is a t visa', [], known)).toEqual(['family']);
    const minor = { ...fresh.facts, minor: { state: 'known', value: true } } as const;
    expect(audience('what is a t visa', [], minor)).toEqual(['child']);
  });

  test('stays as the last answer was given', () => {
    const told = [{ topic: 't-visa', at: 0, part: 0, audience: ['practitioner' as const] }];
    expect(audience('what is a u visa', told)).toEqual(['practitioner']);
  });
});
