// Proves dialogs before anybody is in one: every path ends, offers a person on the way, and has its sentences.
import type { Problem } from '../content/index.js';
import type { Locales } from '../i18n/index.js';
import type { DialogDefinition, DialogDefinitions } from './definition.js';
import { partsOf } from './steps/index.js';
import { keyOf } from './steps/step-kind.js';

export interface WalkOptions {
  /** Without them sentences are not looked up. */
  readonly locales?: Locales;
  /** Ids of the knowledge base; without them `show` steps are not looked up. */
  readonly topics?: ReadonlySet<string>;
}

/** All problems of all dialogs. Nothing is played: steps are a graph, and the graph is looked at. */
export function walkDialogs(definitions: DialogDefinitions, options: WalkOptions = {}): Problem[] {
  return [...definitions.values()].flatMap((definition) => {
    const missing = missingTargets(definition, definitions);
    // A graph with holes has no paths to speak of.
    const paths = missing.length > 0 ? [] : pathProblems(definition, definitions);
    return [
      ...missing,
      ...paths,
      ...missingTopics(definition, options),
      ...missingTexts(definition, options),
    ];
  });
}

function at(definition: DialogDefinition, step: string, message: string): Problem {
  return { file: definition.file, line: definition.lineOf(step), message: `${step}: ${message}` };
}

function targetsOf(definition: DialogDefinition, name: string): string[] {
  const step = definition.steps.get(name);
  if (!step) return [];
  const parts = partsOf(step);
  return [...new Set(parts.kind.targets(parts.step))];
}

function missingTargets(definition: DialogDefinition, definitions: DialogDefinitions): Problem[] {
  const { steps, resume } = definition;
  const lost = steps.has(resume) ? [] : [at(definition, resume, 'resume names a step that does not exist')];
  const broken = [...steps.keys()].flatMap((name) =>
    targetsOf(definition, name)
      .filter((target) => !steps.has(target))
      .map((target) => at(definition, name, `leads to "${target}", which does not exist`)),
  );
  const strangers = [...steps].flatMap(([name, any]) =>
    any.kind === 'go' && !definitions.has(any.step.go)
      ? [at(definition, name, `goes to the dialog "${any.step.go}", which does not exist`)]
      : [],
  );
  return [...lost, ...broken, ...strangers];
}

function pathProblems(definition: DialogDefinition, definitions: DialogDefinitions): Problem[] {
  const reached = reachable(definition, definition.first);
  const never = [...definition.steps.keys()]
    .filter((name) => !reached.has(name))
    .map((name) => at(definition, name, 'no path leads here'));
  return [
    ...never,
    ...loops(definition),
    ...dialogLoops(definition, definitions),
    ...withoutPerson(definition, definitions),
  ];
}

function reachable(definition: DialogDefinition, from: string): Set<string> {
  const reached = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...targetsOf(definition, name));
  }
  return reached;
}

/** A step that can come back to itself never has to end. Asking again is the player's, and counted. */
function loops(definition: DialogDefinition): Problem[] {
  return [...definition.steps.keys()]
    .filter((name) => targetsOf(definition, name).some((target) => reachable(definition, target).has(name)))
    .map((name) => at(definition, name, 'a path leads back to it: paths do not go round'));
}

function dialogLoops(definition: DialogDefinition, definitions: DialogDefinitions): Problem[] {
  const visited = new Set<string>();
  const open = nextDialogs(definition);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (visited.has(id)) continue;
    visited.add(id);
    open.push(...nextDialogs(definitions.get(id)));
  }
  return visited.has(definition.id)
    ? [at(definition, definition.first, 'its dialogs lead back to it: paths do not go round')]
    : [];
}

function nextDialogs(definition: DialogDefinition | undefined): string[] {
  return [...(definition?.steps.values() ?? [])].flatMap((any) => (any.kind === 'go' ? [any.step.go] : []));
}

/** The first path, step by step, that ends without anybody having been offered. */
function withoutPerson(definition: DialogDefinition, definitions: DialogDefinitions): Problem[] {
  const path = lonelyPath({ definitions, seen: new Set() }, definition, definition.first);
  if (!path) return [];
  return [at(definition, path.at(-1) ?? '', `ends without offering a person: ${path.join(' > ')}`)];
}

interface Search {
  readonly definitions: DialogDefinitions;
  /** Steps already looked at: what they lead to is known, and circles (reported elsewhere) do not trap the search. */
  readonly seen: Set<string>;
}

function lonelyPath(search: Search, definition: DialogDefinition, name: string): string[] | null {
  const any = definition.steps.get(name);
  const place = `${definition.id}/${name}`;
  if (!any || search.seen.has(place)) return null;
  search.seen.add(place);
  const parts = partsOf(any);
  if (parts.kind.offersPerson(parts.step)) return null;
  // Hiding and erasing are ends that a person chose: nothing may be offered after them.
  if (any.kind === 'end') return any.step.act === 'hide' || any.step.act === 'erase' ? null : [name];
  const rest = nextPlaces(search.definitions, definition, name)
    .map(([other, step]) => lonelyPath(search, other, step))
    .find((path) => path !== null);
  return rest ? [name, ...rest] : null;
}

function nextPlaces(
  definitions: DialogDefinitions,
  definition: DialogDefinition,
  name: string,
): [DialogDefinition, string][] {
  const any = definition.steps.get(name);
  if (any?.kind !== 'go') return targetsOf(definition, name).map((target) => [definition, target]);
  const other = definitions.get(any.step.go);
  return other ? [[other, other.first]] : [];
}

function missingTopics(definition: DialogDefinition, { topics }: WalkOptions): Problem[] {
  if (!topics) return [];
  return [...definition.steps].flatMap(([name, any]) =>
    any.kind === 'show' && !topics.has(any.step.show)
      ? [at(definition, name, `there is no topic "${any.step.show}"`)]
      : [],
  );
}

function missingTexts(definition: DialogDefinition, { locales }: WalkOptions): Problem[] {
  if (!locales) return [];
  return [...locales.byTag.values()].flatMap(({ tag, files }) =>
    [...definition.steps].flatMap(([name, any]) => {
      const parts = partsOf(any);
      return parts.kind
        .texts(parts.step)
        .map((text) => keyOf(text, definition.id))
        .filter((key) => !hasKey(files, key))
        .map((key) => at(definition, name, `${tag} has no sentence for ${key}`));
    }),
  );
}

function hasKey(files: ReadonlyMap<string, { texts: ReadonlyMap<string, string> }>, key: string): boolean {
  const colon = key.indexOf(':');
  return files.get(key.slice(0, colon))?.texts.has(key.slice(colon + 1)) ?? false;
}
