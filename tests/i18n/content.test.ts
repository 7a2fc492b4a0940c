// The texts of this project, as they are: no problem of any kind.
import { describeProblem } from '../../src/content/index';
import { loadLocales } from '../../src/i18n/index';

test('every text of every language is complete, short enough and neutral on a lock screen', () => {
  expect(loadLocales(process.cwd()).problems.map(describeProblem)).toEqual([]);
});
