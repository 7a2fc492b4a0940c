// What is answered when a message asks for one thing, for several, or in general.
import {
  type Asked,
  type AskedPart,
  isAnswerable,
  type Knowledge,
  planAnswer,
  sureTopic,
} from '../../src/knowledge/index.js';
import { answerTopics } from './answer-topics';

const knowledge = { ...answerTopics(), needs: { clinic: ['clinic-word'] } };

type Found = Asked['whole'];

/** What the search says: topics with their confidence, likeliest first. */
function found(outcome: Found['outcome'], inScope: number, ...ranking: [string, number][]): Found {
  return { outcome, inScope, ranking: ranking.map(([id, confidence]) => ({ id, confidence })) };
}

/** A part of the message, with the concepts heard in it. */
function part(whole: Found, ...heard: string[]): AskedPart {
  return { ...whole, heard: new Set(heard) };
}

interface Heard {
  readonly heard?: string[];
  readonly from?: Pick<Knowledge, 'topics' | 'guides' | 'needs'>;
}

function planOf(whole: Found, pieces: AskedPart[], { heard = [], from = knowledge }: Heard = {}) {
  return planAnswer(from, { whole, pieces, heard: new Set(heard), audience: [] });
}

function plan(whole: Found, pieces: AskedPart[] = [], heard: string[] = []) {
  const { outcome, ids } = planOf(whole, pieces, { heard });
  return [outcome, ...ids];
}

/** The same content, where one topic is for danger. */
function withDanger(id: string, danger: 'lines' | 'steps') {
  const known = knowledge.topics.get(id);
  if (!known) throw new Error('the topic is missing');
  const topic = { ...known, topic: { ...known.topic, danger } };
  return { ...knowledge, topics: new Map([...knowledge.topics, [id, topic]]) };
}

const aboutDoctors = found('answer', 0.9, ['doctor', 0.8], ['find-help', 0.05]);

describe('one question', () => {
  test('is answered by its best topic', () => {
    expect(plan(aboutDoctors)).toEqual(['answer', 'doctor']);
  });

  test('that is nearly as much about a second topic gets both', () => {
    const both = found('answer', 0.9, ['doctor', 0.45], ['clinic', 0.4]);
    expect(plan(both)).toEqual(['answer', 'doctor', 'clinic']);
  });

  test('that may mean several things is asked back, topics that are not written passed over', () => {
    const unsure = found('offer', 0.3, ['doctor', 0.1], ['t-visa', 0.1], ['clinic', 0.1]);
    expect(plan(unsure)).toEqual(['offer', 'doctor', 'clinic']);
  });

  test.each([
    ['nothing is known', found('none', 0.01, ['doctor', 0.01])],
    ['only topics without a text are known', found('answer', 0.9, ['t-visa', 0.9])],
  ])('of which %s gets no answer', (_, whole) => {
    expect(plan(whole)).toEqual(['none']);
  });
});

describe('a choice', () => {
  test('leaves out what is hardly meant: unlikely by itself, or far behind the first', () => {
    const far = found('offer', 0.2, ['doctor', 0.08], ['clinic', 0.015]);
    const faint = found('offer', 0.1, ['doctor', 0.012], ['clinic', 0.009]);
    expect([plan(far), plan(faint)]).toEqual([
      ['offer', 'doctor'],
      ['offer', 'doctor'],
    ]);
  });

  test('of one likely topic is told at once: nobody is asked which of one they mean', () => {
    const lone = found('offer', 0.2, ['doctor', 0.12], ['clinic', 0.015]);
    expect(plan(lone)).toEqual(['answer', 'doctor']);
    const forDanger = planOf(lone, [], { from: withDanger('doctor', 'steps') });
    expect([forDanger.outcome, forDanger.ids]).toEqual(['offer', ['doctor']]);
  });

  test('of nothing but faint guesses is no choice: the person is told that there is no checked answer', () => {
    expect(plan(found('offer', 0.1, ['doctor', 0.009], ['clinic', 0.008]))).toEqual(['none']);
  });

  test.each([
    ['a guess among guesses', 0.018, 0.018, ['doctor']],
    ['likely but far behind the first', 0.06, 0.2, ['doctor']],
    ['likely and near the first', 0.06, 0.1, ['doctor', 'clinic']],
  ])('holds a topic for danger only where that is what was meant: %s', (_, confidence, first, ids) => {
    const whole = found('offer', 0.3, ['doctor', first], ['clinic', confidence]);
    expect(planOf(whole, [], { from: withDanger('clinic', 'steps') }).ids).toEqual(ids);
  });
});

describe('several questions in one message', () => {
  const sureOfHelp = part(found('answer', 0.5, ['find-help', 0.45]));
  const perhapsClinic = found('offer', 0.1, ['doctor', 0.05], ['clinic', 0.03]);
  const bothNear = found('answer', 0.9, ['doctor', 0.5], ['find-help', 0.3]);

  test('a part that is plainly about a topic joins where the whole is nearly as much about it', () => {
    expect(plan(bothNear, [sureOfHelp])).toEqual(['answer', 'doctor', 'find-help']);
  });

  test('a part whose topic the whole hardly thinks of is not told unasked, and is a press away', () => {
    const { outcome, ids, beside } = planOf(aboutDoctors, [sureOfHelp]);
    expect([outcome, ids, beside]).toEqual(['answer', ['doctor'], ['find-help']]);
  });

  test.each([
    ['not sure enough', found('answer', 0.12, ['find-help', 0.08])],
    ['torn between two', found('answer', 0.9, ['find-help', 0.4], ['doctor', 0.4])],
    ['only a guess', found('offer', 0.5, ['find-help', 0.45])],
  ])('a part that is %s does neither', (_, piece) => {
    expect(planOf(bothNear, [part(piece)])).toMatchObject({ ids: ['doctor'], beside: [] });
  });

  test('a part far from what the rest is about does neither, however plain', () => {
    const doctor = knowledge.topics.get('doctor');
    if (!doctor) throw new Error('the topic is missing');
    const alone = { ...doctor, topic: { ...doctor.topic, related: [] } };
    const apart = { ...knowledge, topics: new Map([...knowledge.topics, ['doctor', alone]]) };
    const whole = found('answer', 0.9, ['doctor', 0.8]);
    expect(planOf(whole, [sureOfHelp], { from: apart }).beside).toEqual([]);
    expect(planOf(whole, [sureOfHelp]).beside).toEqual(['find-help']);
  });

  test('a need joins where a part names it and is near it, and nowhere else', () => {
    const named = part(perhapsClinic, 'clinic-word');
    expect(plan(aboutDoctors, [named])).toEqual(['answer', 'doctor', 'clinic']);
    expect(plan(aboutDoctors, [part(perhapsClinic)])).toEqual(['answer', 'doctor']);
    expect(plan(aboutDoctors, [], ['clinic-word'])).toEqual(['answer', 'doctor']);
  });

  test('"how long does it take" does not join a topic that only another part names', () => {
    const parts = [part(aboutDoctors, 'clinic-word'), part(perhapsClinic)];
    expect(plan(aboutDoctors, parts, ['clinic-word'])).toEqual(['answer', 'doctor']);
  });

  test('a topic for danger does not join by a word alone', () => {
    const from = withDanger('clinic', 'lines');
    expect(planOf(aboutDoctors, [part(perhapsClinic, 'clinic-word')], { from }).ids).toEqual(['doctor']);
    const likely = part(found('offer', 0.3, ['clinic', 0.2]), 'clinic-word');
    expect(planOf(aboutDoctors, [likely], { from }).ids).toEqual(['doctor', 'clinic']);
  });

  test('a topic whose need has a name does not join unnamed', () => {
    expect(plan(aboutDoctors, [part(found('answer', 0.9, ['clinic', 0.9]))])).toEqual(['answer', 'doctor']);
  });

  test('two parts that are plain make an answer of an unsure whole, in the order they were asked', () => {
    const unsure = found('offer', 0.3, ['doctor', 0.1], ['find-help', 0.1]);
    const parts = [sureOfHelp, part(found('answer', 0.5, ['doctor', 0.45]))];
    expect(plan(unsure, parts)).toEqual(['answer', 'find-help', 'doctor']);
  });
});

describe('beside something more pressing', () => {
  test('the topic that the search is sure of is at hand', () => {
    expect(sureTopic(knowledge, aboutDoctors)).toBe('doctor');
  });

  test.each([
    ['the search is not sure', knowledge, found('offer', 0.3, ['doctor', 0.2])],
    [
      'it is sure of what nobody wrote yet',
      knowledge,
      found('answer', 0.9, ['t-visa', 0.8], ['doctor', 0.1]),
    ],
    ['the topic is no more than the numbers just said', withDanger('doctor', 'lines'), aboutDoctors],
    ['nothing was understood', knowledge, found('none', 0)],
  ])('there is none where %s', (_, from, whole) => {
    expect(sureTopic(from, whole)).toBeNull();
  });

  test('what to do in a danger is at hand beside its numbers', () => {
    expect(sureTopic(withDanger('doctor', 'steps'), aboutDoctors)).toBe('doctor');
  });
});

describe('a message without any need', () => {
  test('is still a question when the search is sure of a topic', () => {
    expect(isAnswerable(knowledge, aboutDoctors)).toBe(true);
    expect(isAnswerable(knowledge, found('offer', 0.3, ['doctor', 0.2]))).toBe(false);
  });

  test.each(['lines', 'steps'] as const)('is never answered with a danger that has %s', (danger) => {
    expect(isAnswerable(withDanger('doctor', danger), aboutDoctors)).toBe(false);
  });
});

describe('a general question', () => {
  const near = found('offer', 0.2, ['doctor', 0.1]);

  test('whose every row of concepts is heard gets the guide', () => {
    expect(plan(near, [], ['weapon'])).toEqual(['answer', 'all-about-doctors']);
  });

  test.each([
    ['nothing of it is heard', near, []],
    ['the search thinks of something else', found('offer', 0.2, ['t-visa', 0.1]), ['weapon']],
    [
      'the search is sure of something else',
      found('answer', 0.9, ['u-visa', 0.8], ['doctor', 0.1]),
      ['weapon'],
    ],
  ])('gets no guide when %s', (_, whole, heard) => {
    expect(plan(whole, [], [...heard])).not.toContain('all-about-doctors');
  });

  test('that names something particular of the topic it is surely about gets that topic', () => {
    const sure = found('answer', 0.9, ['doctor', 0.8]);
    expect(plan(sure, [], ['weapon'])).toEqual(['answer', 'doctor']);
  });

  test('gets no guide when a word calls for something else, or somebody else asks', () => {
    const guide = knowledge.guides.get('all-about-doctors');
    if (!guide) throw new Error('the guide is missing');
    const only = (change: Partial<typeof guide>, audience: Asked['audience'] = []) =>
      planAnswer(
        { ...knowledge, guides: new Map([['all-about-doctors', { ...guide, ...change }]]) },
        { whole: near, pieces: [], heard: new Set(['weapon', 'game']), audience },
      ).ids;
    expect(only({ not_heard: ['game'] })).not.toContain('all-about-doctors');
    expect(only({ audience: ['child'] })).not.toContain('all-about-doctors');
    expect(only({ audience: ['child'] }, ['child'])).toContain('all-about-doctors');
  });
});
