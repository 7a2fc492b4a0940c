// The player: from a position and an input to what is said, what is done and where the person is now. Pure.
import type { DialogDefinition, DialogDefinitions } from './definition.js';
import type { DialogAct } from './dialog-act.js';
import type { Flag } from './flags.js';
import { partsOf } from './steps/index.js';
import type {
  DialogInput,
  DialogLine,
  DialogPosition,
  Expectation,
  Outcome,
  Scene,
} from './steps/step-kind.js';

export interface DialogTurn {
  /** Null when no dialog is going on any more. */
  readonly position: DialogPosition | null;
  /** In order; only the last line that waits has choices. */
  readonly says: readonly DialogLine[];
  readonly acts: readonly DialogAct[];
  /** What the next message is expected to be; null outside a dialog. */
  readonly expects: Expectation | 'choice' | null;
}

/** More steps than all dialogs together could take in one turn: beyond it a dialog ends (the walker forbids such ones). */
const MOST_MOVES = 60;

/** Starts a dialog at its first step. An unknown id says nothing and leaves no position. */
export function begin(definitions: DialogDefinitions, id: string, flags: ReadonlySet<Flag>): DialogTurn {
  const play = newPlay(definitions, flags);
  enterDialog(play, id);
  return finish(play);
}

/**
 * Plays one input. A step that no longer exists: its answer is searched for as a question, and the person lands on the
 * dialog's `resume` step; a dialog that no longer exists ends.
 */
export function advance(
  definitions: DialogDefinitions,
  position: DialogPosition,
  input: DialogInput,
): DialogTurn {
  const play = newPlay(definitions, input.flags);
  const definition = definitions.get(position.id);
  const step = definition?.steps.get(position.step);
  if (!definition || !step) {
    if (input.text.trim() !== '') play.acts.push({ kind: 'search', text: input.text.trim(), quiet: true });
    if (definition) enterStep(play, { definition, step: definition.resume, answers: position.answers });
    return finish(play);
  }
  const parts = partsOf(step);
  const scene = sceneOf(position, input.flags);
  follow(play, { definition, position, outcome: parts.kind.answer(parts.step, input, scene) });
  return finish(play);
}

interface Play {
  readonly definitions: DialogDefinitions;
  readonly flags: ReadonlySet<Flag>;
  readonly says: DialogLine[];
  readonly acts: DialogAct[];
  position: DialogPosition | null;
  moves: number;
}

function newPlay(definitions: DialogDefinitions, flags: ReadonlySet<Flag>): Play {
  return { definitions, flags, says: [], acts: [], position: null, moves: 0 };
}

function sceneOf({ id, step, tries }: DialogPosition, flags: ReadonlySet<Flag>): Scene {
  return { dialog: id, step, tries, flags };
}

function enterDialog(play: Play, id: string): void {
  const definition = play.definitions.get(id);
  if (definition) enterStep(play, { definition, step: definition.first, answers: {} });
}

interface Place {
  readonly definition: DialogDefinition;
  readonly step: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly tries?: number;
}

function enterStep(play: Play, { definition, step: name, answers, tries = 0 }: Place): void {
  const step = definition.steps.get(name);
  play.moves += 1;
  if (!step || play.moves > MOST_MOVES) return;
  const position = { id: definition.id, step: name, answers, tries };
  const parts = partsOf(step);
  follow(play, {
    definition,
    position,
    outcome: parts.kind.enter(parts.step, sceneOf(position, play.flags)),
  });
}

interface Move {
  readonly definition: DialogDefinition;
  readonly position: DialogPosition;
  readonly outcome: Outcome;
}

function follow(play: Play, { definition, position, outcome }: Move): void {
  const { next, says, acts, answer } = outcome;
  play.says.push(...says);
  play.acts.push(...acts);
  const answers = answer === undefined ? position.answers : { ...position.answers, [position.step]: answer };
  if (next.kind === 'wait') play.position = { ...position, answers };
  else if (next.kind === 'step') enterStep(play, { definition, step: next.name, answers });
  else if (next.kind === 'dialog') enterDialog(play, next.id);
  else if (next.kind === 'again')
    enterStep(play, { definition, step: position.step, answers, tries: position.tries + 1 });
}

function finish({ definitions, position, says, acts }: Play): DialogTurn {
  return { position, says, acts, expects: position ? expectsAt(definitions, position) : null };
}

/** What the step at a position waits for; null when it does not exist. */
export function expectsAt(
  definitions: DialogDefinitions,
  position: DialogPosition,
): Expectation | 'choice' | null {
  const step = definitions.get(position.id)?.steps.get(position.step);
  if (!step) return null;
  const parts = partsOf(step);
  return parts.kind.expects(parts.step);
}
