// The project's own knowledge/: every rule holds, and what people are given in danger is what the design says.
import { join } from 'node:path';
import { describeProblem } from '../../src/content/index.js';
import { loadKnowledge } from '../../src/knowledge/index.js';

const ROOT = join(__dirname, '../..');
/** A fixed day: the suite does not fail by itself as time goes by; check-content judges by the real one. */
const TODAY = '2026-11-22';

test('nothing in the knowledge base has a problem', () => {
  const { problems } = loadKnowledge(ROOT, { today: TODAY, thorough: true });
  expect(problems.map(describeProblem)).toEqual([]);
});
