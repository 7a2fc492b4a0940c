// Checks all content, packs it, and trains the understanding bundle when what it learns from changed. Part of the build.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeProblem } from '../content/index.js';
import type { UnderstandingMaterial } from '../understanding/index.js';
import { contentPath, modelPath, packContent, readContent, trainingMaterial } from '../wiring/index.js';
import { fail } from './arguments.js';
import { projectRoot, today } from './project.js';
import { trainSideBySide } from './train-side-by-side.js';

/** Raised when training itself changes, so that older bundles are not taken for new ones. */
const TRAINING_VERSION = 18;

async function train(material: UnderstandingMaterial): Promise<void> {
  const hash = createHash('sha256')
    .update(`${TRAINING_VERSION}${JSON.stringify(material)}`)
    .digest('hex')
    .slice(0, 24);
  const target = modelPath(projectRoot);
  const cached = join(dirname(target), `understanding-${hash}.bin`);
  mkdirSync(dirname(target), { recursive: true });
  if (!existsSync(cached)) {
    const startedAt = Date.now();
    writeFileSync(cached, await trainSideBySide(material));
    console.error(`Trained the understanding bundle in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  }
  copyFileSync(cached, target);
}

const { value: content, problems } = readContent(projectRoot, { today: today(), thorough: true });
if (!content)
  fail([...problems.map(describeProblem), `${problems.length} problems in the content.`].join('\n'));
writeFileSync(contentPath(projectRoot), packContent(content));
void train(trainingMaterial(content));
