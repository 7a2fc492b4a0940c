// Compares what happened with what a conversation test expects. Every difference is one sentence.
import { type FactName, knownValue } from '../../core/index.js';
import type { Expected } from './conversation-file.js';
import type { Happened, Stage } from './stage.js';

export interface Seen {
  readonly stage: Stage;
  readonly happened: Happened;
  /** What was said, as the channel shows it. */
  readonly shown: string;
}

/** In the order in which a reader looks; empty when all is as expected. */
export function differences(expected: Expected, seen: Seen): string[] {
  const { conversation } = seen.stage;
  const { dialog, language } = conversation;
  return [
    ...unlike('level', expected.level, conversation.level),
    ...unlike(
      'kinds',
      expected.kinds,
      seen.happened.replies.map(({ kind }) => kind),
    ),
    ...(expected.contains ?? [])
      .filter((words) => !seen.shown.includes(words))
      .map((words) => `not said: ${JSON.stringify(words)}`),
    ...(expected.not_contains ?? [])
      .filter((words) => seen.shown.includes(words))
      .map((words) => `said, and should not be: ${JSON.stringify(words)}`),
    ...unlike(
      'choices',
      expected.choices,
      conversation.offered.map(({ id }) => id),
    ),
    ...unlike('case', expected.case, conversation.case?.status ?? 'none'),
    ...unlike('language', expected.language, language.tag),
    ...unlike('dialog', expected.dialog, dialog ? `${dialog.id}/${dialog.step}` : 'none'),
    ...factDifferences(expected, seen),
    ...unlike('needs', expected.needs, conversation.facts.needs),
    ...unlike('refused', expected.refused, seen.happened.refused),
  ];
}

function factDifferences({ facts = {} }: Expected, { stage }: Seen): string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const fact = stage.conversation.facts[name as FactName] as { state: string } | undefined;
    return unlike(`fact ${name}`, value, fact ? knownValue<unknown>(fact) : 'no such fact');
  });
}

/** An expectation that is not named is not looked at. */
function unlike(name: string, expected: unknown, found: unknown): string[] {
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(found)];
  return expected === undefined || wanted === got ? [] : [`${name}: expected ${wanted}, found ${got}`];
}
