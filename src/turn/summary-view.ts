// The summary as the person reads it, and as they may read it out to a line that never saw this talk.
import type { PreviewItem, SummaryItem } from '../core/index.js';
import { buildSummary, summaryForPerson, summaryToRead } from '../handoff/index.js';
import { type Draft, tagOf } from './draft.js';

function reading(draft: Draft) {
  return {
    tag: tagOf(draft),
    titleOf: (topic: string, tag: string) => draft.world.knowledge.topics.get(topic)?.texts.get(tag)?.title,
  };
}

export function readItems(draft: Draft, items: readonly SummaryItem[]): PreviewItem[] {
  return summaryForPerson(items, draft.world.speaker, reading(draft));
}

/** Numbered lines; empty when nothing but the language is known. */
export function linesToRead(draft: Draft): string[] {
  const items = buildSummary(draft.conversation).filter(({ kind }) => kind !== 'language' && kind !== 'told');
  return summaryToRead(items, draft.world.speaker, reading(draft));
}
