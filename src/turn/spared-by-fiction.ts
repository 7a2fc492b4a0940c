// What "that was a film" leaves standing: a film in the last message does not take back the story that the person told of
// themself before it. Read from the messages of the burst; older words are not kept.
import type { Assessment } from '../triage/index.js';
import { hitsOf, type Understood } from '../understanding/index.js';
import type { Draft } from './draft.js';

interface Told {
  readonly ids: readonly string[];
  /** A rule heard danger, not only a likeness. */
  readonly isPlain: boolean;
  /** The speaker speaks of themself. */
  readonly isOwn: boolean;
}

function readTold(draft: Draft, text: string): Told {
  const { triage, understand } = draft.world;
  const understood: Understood = understand(text, {});
  const { reasons } = triage.assess(understood, { lastQuestion: null, reasons: [] });
  return {
    ids: reasons.map(({ id }) => id),
    isPlain: reasons.some(({ source }) => source === 'signal'),
    isOwn: hitsOf(understood.message, 'self').length > 0,
  };
}

/** The correction of this message with the ids of reasons that it spares; as it was when it takes nothing for fiction. */
export function sparingOwnStory(
  draft: Draft,
  correction: Assessment['correction'],
): Assessment['correction'] {
  if (!correction?.kinds.includes('fiction')) return correction;
  const before = draft.conversation.recent.slice(0, -1).map(({ text }) => readTold(draft, text));
  const plain = before.filter(({ isPlain }) => isPlain);
  const dangers = plain.length > 0 ? plain : before.filter(({ ids }) => ids.length > 0);
  const earlier = dangers.slice(0, -1).filter(({ isOwn }) => isOwn);
  return { ...correction, spares: new Set(earlier.flatMap(({ ids }) => ids)) };
}
