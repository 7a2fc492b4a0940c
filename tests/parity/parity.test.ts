// The same meaning is heard the same in every language whose texts are whole: nobody is worse off for their language.
import { loadLocales } from '../../src/i18n/index.js';
import { parityOf, readMeanings } from '../../src/tools/evaluate/parity.js';
import { builtBrain } from '../support/brain.js';

const ROOT = process.cwd();
const LEAST_MEANINGS = 150;
/** A language may be this much behind the best in reaching the level a careful reader gives; the aim is nothing. */
const WIDEST_GAP = 0.1;

const meanings = readMeanings(ROOT);
const whole = [...(loadLocales(ROOT).value?.languages.values() ?? [])].filter(
  ({ ring, topicsComplete }) => ring === 'full' && topicsComplete,
);

test.each(whole.map(({ tag }) => tag))('every meaning is said in %s', (tag) => {
  expect(meanings.length).toBeGreaterThanOrEqual(LEAST_MEANINGS);
  expect(meanings.filter(({ texts }) => texts[tag] === undefined).map(({ id }) => id)).toEqual([]);
});

test('no language reaches the right level much less often than the best', () => {
  const { rightLevel } = parityOf(builtBrain(), meanings);
  const shares = whole.map(({ tag }) => ({ tag, share: rightLevel[tag]?.share ?? 0 }));
  const best = Math.max(...shares.map(({ share }) => share));
  expect(shares.filter(({ share }) => share < best - WIDEST_GAP)).toEqual([]);
});
