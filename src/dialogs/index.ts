// Dialogs: definitions as data, proved by the walker, played by a pure player.

export type { DialogTurn } from './advance.js';
export { advance, begin, expectsAt } from './advance.js';
export type { DialogDefinition, DialogDefinitions } from './definition.js';
export { dialogSchema, MOST_STEPS } from './definition.js';
export type { DialogAct, SetFact } from './dialog-act.js';
export type { Flag } from './flags.js';
export { FLAGS } from './flags.js';
export { loadDialogs } from './load-dialogs.js';
export { pickOffered } from './pick-offered.js';
export type { AnyStep, StepKindName } from './steps/index.js';
export { stepKinds } from './steps/index.js';
export type {
  DialogChoice,
  DialogInput,
  DialogLine,
  DialogPosition,
  Expectation,
  Heard,
  StepKind,
} from './steps/step-kind.js';
export { EXPECTATIONS } from './steps/step-kind.js';
export type { WalkOptions } from './walk-dialogs.js';
export { walkDialogs } from './walk-dialogs.js';
