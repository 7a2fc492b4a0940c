// Reads dialogs/*.yaml. Whether they lead anywhere is walk-dialogs.
import { join } from 'node:path';
import { listFiles, type Problem, readContentFile } from '../content/index.js';
import { type DialogDefinition, type DialogDefinitions, dialogSchema } from './definition.js';

/** Reads `<root>/dialogs`. Files that cannot be understood are left out and reported. Never throws for bad content. */
export function loadDialogs(root: string): { value: DialogDefinitions; problems: readonly Problem[] } {
  const reads = listFiles(join(root, 'dialogs'), '.yaml').map((file) => readDialog(root, file));
  const good = reads.flatMap((read) => read.definition ?? []);
  return {
    value: new Map(good.map((definition) => [definition.id, definition])),
    problems: reads.flatMap((read) => read.problems),
  };
}

function readDialog(
  root: string,
  file: string,
): { definition?: DialogDefinition; problems: readonly Problem[] } {
  const name = `dialogs/${file}`;
  const { value, problems, lineOf } = readContentFile(join(root, name), name, dialogSchema);
  if (!value) return { problems };
  if (`${value.id}.yaml` !== file)
    return { problems: [{ file: name, line: 1, message: `id: "${value.id}" is not the name of the file` }] };
  const definition = {
    id: value.id,
    first: Object.keys(value.steps)[0] ?? '',
    resume: value.resume,
    steps: new Map(Object.entries(value.steps)),
    file: name,
    lineOf: (step: string) => lineOf(['steps', step]),
  };
  return { definition, problems: [] };
}
