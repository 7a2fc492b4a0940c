// The brain for commands: content and the trained models of the last build.
import { type Brain, createBrain, loadContent, readModels } from '../wiring/index.js';
import { projectRoot, today } from './project.js';

export function loadBrain(): Brain {
  return createBrain(loadContent(projectRoot, { today: today() }), readModels(projectRoot));
}
