// The brain of the last build, as the service starts with it; `npm test` builds what is stale first.
import { join } from 'node:path';
import { type Brain, createBrain, readContentBundle, readModels } from '../../src/wiring/index.js';

export const PROJECT_ROOT = join(__dirname, '..', '..');

let brain: Brain | undefined;

export function builtBrain(): Brain {
  brain ??= createBrain(readContentBundle(PROJECT_ROOT), readModels(PROJECT_ROOT));
  return brain;
}
