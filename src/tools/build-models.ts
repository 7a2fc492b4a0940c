// Trains the understanding bundle from the content, when the content changed. Part of the build; never runs at a start.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { trainUnderstanding } from '../understanding/index.js';
import { loadContent, modelPath, trainingMaterial } from '../wiring/index.js';
import { projectRoot, today } from './project.js';

/** Raised when training itself changes, so that older bundles are not taken for new ones. */
const TRAINING_VERSION = 1;

const content = loadContent(projectRoot, { today: today(), thorough: true });
const material = trainingMaterial(content);
const hash = createHash('sha256')
  .update(`${TRAINING_VERSION}${JSON.stringify(material)}`)
  .digest('hex')
  .slice(0, 24);
const target = modelPath(projectRoot);
const cached = join(dirname(target), `understanding-${hash}.bin`);
mkdirSync(dirname(target), { recursive: true });
if (!existsSync(cached)) {
  const startedAt = Date.now();
  writeFileSync(cached, trainUnderstanding(material));
  console.error(`Trained the understanding bundle in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}
copyFileSync(cached, target);
