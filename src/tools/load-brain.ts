// The brain for commands: content and the trained models of the last build.
import { PorchlightError } from '../errors.js';
import { type Brain, createBrain, readContentBundle, readModels } from '../wiring/index.js';
import { projectRoot } from './project.js';

/** Ends the command with sentences on stderr and status 1 while the content has problems. */
export function loadBrain(): Brain {
  try {
    return createBrain(readContentBundle(projectRoot), readModels(projectRoot));
  } catch (thrown) {
    if (!(thrown instanceof PorchlightError)) throw thrown;
    console.error(thrown.message);
    process.exit(1);
  }
}
