// Writes a conversation that was had in the terminal down as a conversation test, with what was seen as what is expected.
import { stringify } from 'yaml';
import type { ConversationFile, Expected, Step } from './conversation-file.js';
import type { Happened, Stage } from './stage.js';

/** What the turn came to, as expectations; the words are left to the author. */
export function seenAs(stage: Stage, happened: Happened): Expected {
  const { level, offered, case: current, language } = stage.conversation;
  return {
    level,
    kinds: happened.replies.map(({ kind }) => kind),
    choices: offered.map(({ id }) => id),
    case: current?.status ?? 'none',
    language: language.tag,
  };
}

export interface Recording {
  readonly id: string;
  readonly options: Pick<ConversationFile, 'channel' | 'language' | 'desk'>;
  readonly steps: readonly Step[];
}

/** The file as text. The author says what it shows, and which words matter. */
export function writeRecording({ id, options, steps }: Recording): string {
  const file = { id, about: 'Recorded in the terminal; say here what it shows.', ...options, turns: steps };
  return stringify(file, { lineWidth: 110, flowCollectionPadding: false });
}
