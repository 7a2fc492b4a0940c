// What is answered when a message asks for one thing, for several, or in general.
import { type Asked, planAnswer } from '../../src/knowledge/index.js';
import { answerTopics } from './answer-topics';

const knowledge = { ...answerTopics(), needs: { clinic: ['clinic-word'] } };

type Found = Asked['whole'];

/** What the search says: topics with their confidence, likeliest first. */
function found(outcome: Found['outcome'], inScope: number, ...ranking: [string, number][]): Found {
  return { outcome, inScope, ranking: ranking.map(([id, confidence]) => ({ id, confidence })) };
}

function plan(whole: Found, pieces: Found[] = [], heard: string[] = []) {
  const { outcome, ids } = planAnswer(knowledge, { whole, pieces, heard: new Set(heard), audience: [] });
  return [outcome, ...ids];
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

describe('several questions in one message', () => {
  const sureOfHelp = found('answer', 0.5, ['find-help', 0.45]);
  const perhapsClinic = found('offer', 0.1, ['doctor', 0.05], ['clinic', 0.03]);

  test('a part that is plainly about a topic near the whole joins', () => {
    expect(plan(aboutDoctors, [aboutDoctors, sureOfHelp])).toEqual(['answer', 'doctor', 'find-help']);
  });

  test.each([
    ['not sure enough', found('answer', 0.12, ['find-help', 0.08])],
    ['torn between two', found('answer', 0.9, ['find-help', 0.4], ['doctor', 0.4])],
    ['only a guess', found('offer', 0.5, ['find-help', 0.45])],
  ])('a part that is %s does not', (_, piece) => {
    expect(plan(aboutDoctors, [piece])).toEqual(['answer', 'doctor']);
  });

  test('a part far from what the rest is about does not, however plain', () => {
    const doctor = knowledge.topics.get('doctor');
    if (!doctor) throw new Error('the topic is missing');
    const alone = { ...doctor, topic: { ...doctor.topic, related: [] } };
    const apart = { ...knowledge, topics: new Map([...knowledge.topics, ['doctor', alone]]) };
    const whole = found('answer', 0.9, ['doctor', 0.8]);
    const asked = { whole, pieces: [sureOfHelp], heard: new Set<string>(), audience: [] };
    expect(planAnswer(apart, asked).ids).toEqual(['doctor']);
    expect(planAnswer(knowledge, asked).ids).toEqual(['doctor', 'find-help']);
  });

  test('a named need joins where a part is near it, and nowhere else', () => {
    expect(plan(aboutDoctors, [perhapsClinic], ['clinic-word'])).toEqual(['answer', 'doctor', 'clinic']);
    expect(plan(aboutDoctors, [perhapsClinic])).toEqual(['answer', 'doctor']);
    expect(plan(aboutDoctors, [], ['clinic-word'])).toEqual(['answer', 'doctor']);
  });

  test('a topic whose need has a name does not join unnamed', () => {
    expect(plan(aboutDoctors, [found('answer', 0.9, ['clinic', 0.9])])).toEqual(['answer', 'doctor']);
  });

  test('two parts that are plain make an answer of an unsure whole, in the order they were asked', () => {
    const unsure = found('offer', 0.3, ['doctor', 0.1], ['find-help', 0.1]);
    const parts = [sureOfHelp, found('answer', 0.5, ['doctor', 0.45])];
    expect(plan(unsure, parts)).toEqual(['answer', 'find-help', 'doctor']);
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
