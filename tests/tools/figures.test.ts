// The counting behind `evaluate own`, on rows whose figures can be worked out by hand.
import type { Level } from '../../src/core/index.js';
import type { Example } from '../../src/knowledge/index.js';
import { worstMisses } from '../../src/tools/evaluate/misses.js';
import { ownFigures, type Scored } from '../../src/tools/evaluate/own-figures.js';
import { shareOf } from '../../src/tools/evaluate/wilson.js';
import { table } from '../../src/tools/table.js';

function scored(truth: Level, given: Level, more: Partial<Example & { topics: string[] }> = {}): Scored {
  const { topics = [], ...row } = more;
  const example: Example = {
    ...{ id: `${truth}-${given}`, text: 'a text', level: truth, register: 'plain', author: 'test' },
    ...{ status: 'draft', tag: 'en', language: 'en', split: 'test', situation: 'one', ...row },
  };
  return { row: example, level: given, topics, language: 'en' };
}

test('recall counts urgent as found when it was taken for an emergency, and over-escalation counts the quiet rows only', () => {
  const figures = ownFigures([
    scored('emergency', 'emergency'),
    scored('emergency', 'urgent'),
    scored('urgent', 'emergency'),
    scored('urgent', 'routine'),
    scored('elevated', 'urgent'),
    scored('routine', 'urgent'),
    scored('none', 'none'),
    scored('none', 'elevated'),
  ]);
  expect(figures.urgentRecall).toMatchObject({ hits: 3, of: 4, share: 0.75 });
  expect(figures.emergencyRecall).toMatchObject({ hits: 1, of: 2 });
  expect(figures.overEscalation).toMatchObject({ hits: 1, of: 3 });
  expect(figures.exactLevel).toMatchObject({ hits: 2, of: 8 });
  expect(figures.confusion.urgent).toEqual({ emergency: 1, urgent: 0, elevated: 0, routine: 1, none: 0 });
});

test('a pair is right when both of its rows are on their side of the line; a lone row is no pair', () => {
  const figures = ownFigures([
    scored('emergency', 'urgent', { pair: 'gun' }),
    scored('none', 'elevated', { pair: 'gun' }),
    scored('emergency', 'emergency', { pair: 'door' }),
    scored('none', 'urgent', { pair: 'door' }),
    scored('urgent', 'urgent', { pair: 'alone' }),
    scored('urgent', 'urgent', { pair: 'gun', tag: 'es' }),
  ]);
  expect(figures.pairs).toMatchObject({ hits: 1, of: 2 });
});

test('topics are counted among the rows that name one', () => {
  const figures = ownFigures([
    scored('routine', 'routine', { topic: 't-visa', topics: ['t-visa', 'u-visa'] }),
    scored('routine', 'routine', { topic: 'u-visa', topics: ['a', 'b', 'u-visa', 'c'] }),
    scored('routine', 'routine', { topic: 'school', topics: ['a', 'b', 'c', 'school'] }),
    scored('routine', 'routine', { topics: ['a'] }),
  ]);
  expect([figures.topicFirst.hits, figures.topicAmongThree.hits, figures.topicFirst.of]).toEqual([1, 2, 3]);
});

test.each([
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [81, 100, 0.722, 0.8749],
])('%i of %i has the interval that Wilson worked out', (hits, of, low, high) => {
  const share = shareOf(hits, of);
  expect(share.low).toBeCloseTo(low, 3);
  expect(share.high).toBeCloseTo(high, 3);
});

test('nothing counted is no share, not zero', () => {
  expect(shareOf(0, 0)).toEqual({ hits: 0, of: 0, share: null, low: null, high: null });
});

test('a missed emergency is worse than any false alarm', () => {
  const rows = [
    scored('none', 'emergency'),
    scored('urgent', 'elevated'),
    scored('emergency', 'none'),
    scored('routine', 'routine'),
  ];
  expect(worstMisses(rows, 2).map(({ id }) => id)).toEqual(['emergency-none', 'urgent-elevated']);
});

test('a table lines its columns up, numbers to the right', () => {
  expect(
    table(
      'Title',
      ['name', 'rows'],
      [
        ['en', 7],
        ['zh-Hans', 1234],
      ],
    ),
  ).toBe(['Title', 'name     rows', '-------------', 'en          7', 'zh-Hans  1234'].join('\n'));
});
