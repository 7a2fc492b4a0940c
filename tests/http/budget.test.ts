// Budgets and the keys they count by.
import { budgetKey, createBudget } from '../../src/http/index.js';

test('a budget gives its burst at once, then as time goes, and never more for a clock set back', () => {
  let now = 1_000_000;
  const budget = createBudget({ perSecond: 1, burst: 2 }, { now: () => now });
  const take = () => budget.take('someone');
  expect([take(), take(), take()]).toEqual([true, true, false]);
  now += 1000;
  expect([take(), take()]).toEqual([true, false]);
  now -= 3_600_000;
  expect(take()).toBe(false);
  now += 3_600_000 + 10_000;
  expect([take(), take(), take()]).toEqual([true, true, false]);
});

test('one key does not spend the tokens of another', () => {
  const budget = createBudget({ perSecond: 0.1, burst: 1 }, { now: () => 0 });
  expect([budget.take('a'), budget.take('a'), budget.take('b')]).toEqual([true, false, true]);
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, key) => {
  expect(budgetKey(address)).toBe(key);
});
