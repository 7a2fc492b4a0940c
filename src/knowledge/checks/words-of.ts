// The pieces of text in the content that a person may read, with their place. Shared by the checks that look at words.
import type { Draft, KnowledgeDraft, TaggedDraft, TopicDraft } from '../draft.js';
import type { TopicText } from '../schema/index.js';

export interface Piece {
  readonly draft: Draft<unknown>;
  readonly path: readonly PropertyKey[];
  readonly tag: string;
  readonly text: string;
}

/** Title, short form and paragraphs of one text: what is said. Questions and keywords are what people type, not this. */
export function saidIn(draft: TaggedDraft<TopicText>): Piece[] {
  const { tag, value } = draft;
  const paragraphs = value.full.map((paragraph, index) => ({
    draft,
    tag,
    path: ['full', index, 'text'],
    text: paragraph.text,
  }));
  return [
    { draft, tag, path: ['title'], text: value.title },
    { draft, tag, path: ['short'], text: value.short },
    ...paragraphs,
  ];
}

/** Everything said in every topic and language. */
export function everythingSaid(draft: KnowledgeDraft): Piece[] {
  return draft.topics.flatMap((topic) => topic.texts.flatMap(saidIn));
}

/** The claims as reviewers read them, and the two sides of disputed ones. */
export function claimWords(topic: TopicDraft): Piece[] {
  return topic.value.claims.flatMap((claim, index) => [
    { draft: topic, tag: 'en', path: ['claims', index, 'text'], text: claim.text },
    ...(claim.views ?? []).map((view, side) => ({
      draft: topic,
      tag: 'en',
      path: ['claims', index, 'views', side, 'says'],
      text: view.says,
    })),
  ]);
}
