// `bench`: what it measures and in which shape; never how fast.
import { run } from './run-command.js';

test('the widget is weighed as it is served', () => {
  const { status, stdout } = run(['bench', 'widget', '--json']);
  expect(status).toBe(0);
  const { widget } = JSON.parse(stdout);
  expect(widget).toMatchObject({ words: { tag: expect.any(String) }, webChat: { minimal: 483, full: 945 } });
  // Sizes are facts of the build: the design's limits, in bytes.
  expect(widget.loaderBytes).toBeLessThanOrEqual(3 * 1024);
  expect(widget.pageBytes).toBeLessThanOrEqual(30 * 1024);
});

test('a few turns go through the service and through the echo bot, and are compared', () => {
  const { status, stdout, stderr } = run(['bench', 'turn', '--turns', '24', '--json']);
  expect([status, stderr]).toEqual([0, '']);
  const { rows } = JSON.parse(stdout).turn;
  expect(rows.map(({ connections }: { connections: number }) => connections)).toEqual([8, 32]);
  for (const row of rows) expect([row.throughputRatio > 0, row.p99Ratio > 0]).toEqual([true, true]);
});

test('a part that does not exist is said in a sentence, with status 2', () => {
  const { status, stderr } = run(['bench', 'flying']);
  expect(status).toBe(2);
  expect(stderr).toContain('There is no part flying.');
});
