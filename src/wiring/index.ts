// Puts rooms together for the app and the commands.

export type { Brain, WorldNow } from './brain.js';
export { createBrain } from './brain.js';
export type { Content } from './content.js';
export { readContent } from './content.js';
export { contentPath, packContent, readContentBundle } from './content-bundle.js';
export { modelPath, readModels, trainingMaterial } from './material.js';
export type { Solo, SoloOptions } from './solo.js';
export { createSolo } from './solo.js';
