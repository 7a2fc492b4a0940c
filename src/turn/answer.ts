// Answers: a topic with its sources, a choice between topics, or an honest "no checked answer".
import type { Choice, Conversation, Paragraph, SourceLine } from '../core/index.js';
import { fallbackChain } from '../i18n/index.js';
import {
  type Answer,
  type AskedPart,
  composeAnswer,
  type Foremost,
  foremostOf,
  planAnswer,
  sureTopic,
} from '../knowledge/index.js';
import type { Understood } from '../understanding/index.js';
import { audienceOf } from './audience.js';
import { type Draft, say, set, tagOf } from './draft.js';
import { piecesOf } from './pieces.js';
import { choice, paragraphs, sayLine, text } from './words.js';

/** Answers what was asked: one topic, several that were asked for together, a choice, or that nothing is known. */
export function answerQuestion(draft: Draft, understood: Understood): void {
  const audience = audienceOf(draft, understood);
  const heard = heardIn(understood);
  const { knowledge } = draft.world;
  const { outcome, ids, beside } = planAnswer(knowledge, {
    whole: understood.topics,
    pieces: piecesOf(understood).map((piece) => readPart(draft, piece)),
    ...{ heard, audience },
  });
  if (outcome === 'none') return sayNoAnswer(draft);
  if (outcome === 'offer') return offerTopics(draft, ids);
  tell(draft, { ids, part: 0, audience, foremost: foremostOf(knowledge, ids, heard) }, beside);
}

function readPart(draft: Draft, piece: string): AskedPart {
  const understood = draft.world.understand(piece, {});
  return { ...understood.topics, heard: heardIn(understood) };
}

function heardIn({ concepts }: Understood): Set<string> {
  return new Set(concepts.map(({ concept }) => concept));
}

/** The checked answer to a question that came with something more pressing. */
export interface Beside {
  /** A press away from all of it. */
  readonly choice: Choice;
  /** How it begins; empty where it is not in the person's language. */
  readonly paragraphs: readonly Paragraph[];
  readonly sources: SourceLine[];
  /** Empty where nothing is said. */
  readonly asOf: string;
}

/** More would push the button that brings a person off a small screen. */
const PARAGRAPHS_BESIDE = 1;
/** Only the press. */
export const NOTHING_BESIDE = { paragraphs: [], sources: [], asOf: '' };

/** How the answer to what was asked beside begins; null without a sure topic. */
export function sureAnswer(draft: Draft, understood: Understood): Beside | null {
  const { knowledge } = draft.world;
  const id = sureTopic(knowledge, understood.topics);
  if (id === null) return null;
  const audience = audienceOf(draft, understood);
  const foremost = foremostOf(knowledge, [id], heardIn(understood));
  const answer = compose(draft, { ids: [id], part: 0, audience, foremost }, PARAGRAPHS_BESIDE);
  const { paragraphs: said, sources, asOf, noticeLanguage } = answer;
  const isTheirs = noticeLanguage === undefined;
  return {
    choice: topicChoice(draft, id),
    ...(isTheirs ? { paragraphs: said, sources, asOf } : NOTHING_BESIDE),
  };
}

type Audience = NonNullable<Conversation['told'][number]['audience']>;

/** Which part of which topics, for whom. */
interface Telling {
  /** Topics, or one guide. */
  readonly ids: readonly string[];
  readonly part: number;
  readonly audience: Audience;
  /** What the question named. */
  readonly foremost: Foremost;
}

/** Tells the given part of topics or of a guide, and remembers it for "more" and "sources". */
export function tellTopics(draft: Draft, ids: readonly string[], part: number): void {
  tell(draft, { ids, part, audience: audienceOf(draft), foremost: [] });
}

/** `beside`: topics that were perhaps asked for too, offered before the related ones. */
function tell(draft: Draft, telling: Telling, beside: readonly string[] = []): void {
  const { ids, part, audience, foremost } = telling;
  const answer = compose(draft, telling);
  const notice: Paragraph[] = answer.noticeLanguage ? paragraphs(draft, 'answer.english-only') : [];
  say(draft, {
    kind: 'answer',
    title: answer.title,
    paragraphs: [...notice, ...answer.paragraphs],
    choices: nextChoices(draft, { ...answer, related: nextTopics(answer, ids, beside) }),
    sources: answer.sources,
    language: answer.language,
    ...(answer.asOf ? { asOf: answer.asOf } : {}),
    ...(draft.conversation.channel === 'sms' ? { short: answer.short } : {}),
  });
  const told = ids.map((topic) => ({
    ...{ topic, at: draft.world.now, part, audience },
    ...(foremost.length > 0 && { foremost: [...foremost] }),
  }));
  set(draft, { told: [...draft.conversation.told.filter(({ topic }) => !ids.includes(topic)), ...told] });
}

function compose(draft: Draft, { ids, part, audience, foremost }: Telling, most?: number): Answer {
  const { knowledge, speaker, now } = draft.world;
  return composeAnswer(knowledge, speaker, {
    topics: ids,
    language: tagOf(draft),
    fallbacks: fallbackChain(draft.world.languages, tagOf(draft)),
    channel: draft.conversation.channel === 'sms' ? 'sms' : 'web',
    ...{ now, part, audience, foremost },
    ...(most !== undefined && { most }),
  });
}

/** Asked for and not yet told, then perhaps asked for, then what leads on. */
function nextTopics({ related }: Answer, ids: readonly string[], beside: readonly string[]): string[] {
  const untold = related.filter((id) => ids.includes(id));
  return [...new Set([...untold, ...beside, ...related])];
}

function nextChoices(draft: Draft, answer: Answer): Choice[] {
  const more = answer.more ? [choice(draft, 'more')] : [];
  const related = answer.related.slice(0, 2).map((id) => topicChoice(draft, id));
  return [...more, ...related, choice(draft, 'talk-to-person')];
}

function topicChoice(draft: Draft, id: string): Choice {
  const texts = draft.world.knowledge.topics.get(id)?.texts;
  const label = texts?.get(tagOf(draft))?.title ?? texts?.get('en')?.title ?? id;
  return { id: `topic:${id}`, label };
}

function offerTopics(draft: Draft, ids: readonly string[]): void {
  const choices = [
    ...ids.map((id) => topicChoice(draft, id)),
    choice(draft, 'none-of-these'),
    choice(draft, 'talk-to-person'),
  ];
  say(draft, { kind: 'dialog', paragraphs: paragraphs(draft, 'answer.offer'), choices });
}

/** No checked answer, and who may know. */
function sayNoAnswer(draft: Draft): void {
  const lines = [...paragraphs(draft, 'answer.none'), ...paragraphs(draft, 'need.elevated')];
  say(draft, {
    kind: 'answer',
    paragraphs: lines,
    choices: [choice(draft, 'talk-to-person'), choice(draft, 'menu')],
  });
}

/** What was told last, as it was told; null before any answer. */
function lastTold({ conversation: { told } }: Draft): Telling | null {
  const last = told.at(-1);
  if (!last) return null;
  const ids = told.filter(({ at }) => at === last.at).map(({ topic }) => topic);
  return { ids, part: last.part, audience: last.audience ?? [], foremost: last.foremost ?? [] };
}

/** The next part of what was told last. */
export function tellMore(draft: Draft): void {
  const last = lastTold(draft);
  if (!last) return sayLine(draft, 'answer.no-more');
  if (!compose(draft, last).more) return sayLine(draft, 'answer.no-more', { choices: ['talk-to-person'] });
  tell(draft, { ...last, part: last.part + 1 });
}

/** On SMS the sources come when asked for. */
export function tellSources(draft: Draft): void {
  const last = lastTold(draft);
  if (!last) return sayLine(draft, 'answer.no-sources');
  const { sources } = compose(draft, last);
  const lines = sources.map((source, index) => [
    { text: `[${index + 1}] ${source.title}, ${source.publisher}, ${source.date}` },
  ]);
  say(draft, { kind: 'answer', paragraphs: [[{ text: text(draft, 'answer.sources') }], ...lines], sources });
}
