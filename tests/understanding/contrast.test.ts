// Two messages of nearly the same words teach by the words that differ.
import { contrastRows, contrastsOf } from '../../src/understanding/classify/contrast.js';
import { extractFeatures, fold, tokenise } from '../../src/understanding/index.js';

const features = (text: string) => extractFeatures(tokenise(fold(text)));
const danger = { features: features('he has a gun in the house'), label: 'danger', pair: 'gun' };
const quiet = { features: features('he has a gun in the game'), label: 'quiet', pair: 'gun' };
const valuesOf = ({ features: { ids, values } }: { features: { ids: Uint32Array; values: Float32Array } }) =>
  new Map([...ids].map((id, i) => [id, values[i] as number]));
const idOf = (word: string) => features(word).ids[0] as number;

test('what both say cancels out, what only one says is left, once for and once against', () => {
  const [towards, away] = contrastRows(contrastsOf([danger, quiet])).map((row) => ({
    ...row,
    by: valuesOf(row),
  }));
  expect([towards?.label, away?.label]).toEqual(['danger', 'quiet']);
  expect(Math.abs(towards?.by.get(idOf('gun')) ?? 0)).toBeLessThan(0.05);
  expect(towards?.by.get(idOf('house'))).toBeGreaterThan(0.05);
  expect(towards?.by.get(idOf('game'))).toBeLessThan(-0.05);
  expect(away?.by.get(idOf('game'))).toBeCloseTo(-(towards?.by.get(idOf('game')) ?? 0), 6);
});

test('only a pair on two sides is a contrast', () => {
  const alone = { ...danger, pair: 'alone' };
  const sameSide = [danger, { ...danger, features: quiet.features }];
  const three = [danger, quiet, { ...quiet }];
  const unpaired = { features: quiet.features, label: 'quiet' };
  for (const rows of [[alone], sameSide, three, [unpaired, unpaired]]) expect(contrastsOf(rows)).toEqual([]);
});
