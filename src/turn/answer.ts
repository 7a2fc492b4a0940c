// Answers: a topic with its sources, a choice between topics, or an honest "no checked answer".
import { type Choice, knownValue, type Paragraph } from '../core/index.js';
import { fallbackChain } from '../i18n/index.js';
import { type Answer, type Audience, composeAnswer } from '../knowledge/index.js';
import type { Understood } from '../understanding/index.js';
import { type Draft, say, set, tagOf } from './draft.js';
import { choice, paragraphs, sayLine, text } from './words.js';

const OFFERED = 3;
/** A second topic joins the answer when the question is nearly as much about it. */
const COMPOSITE_SHARE = 0.6;
const COMPOSITE_FLOOR = 0.35;

/** Answers what was asked, by the fused confidence of understanding. */
export function answerQuestion(draft: Draft, topics: Understood['topics']): void {
  const known = topics.ranking.filter(({ id }) => draft.world.knowledge.topics.has(id));
  if (topics.outcome === 'none' || known.length === 0) return sayNoAnswer(draft);
  if (topics.outcome === 'offer')
    return offerTopics(
      draft,
      known.slice(0, OFFERED).map(({ id }) => id),
    );
  tellTopics(draft, composite(known), 0);
}

function composite(ranking: Understood['topics']['ranking']): string[] {
  const [best, second] = ranking;
  if (!best) return [];
  const joins =
    second && second.confidence >= COMPOSITE_FLOOR && second.confidence >= best.confidence * COMPOSITE_SHARE;
  return joins ? [best.id, second.id] : [best.id];
}

/** Tells the given part of one or more topics, and remembers it for "more" and "sources". */
export function tellTopics(draft: Draft, topics: readonly string[], part: number): void {
  const answer = compose(draft, topics, part);
  const notice: Paragraph[] = answer.noticeLanguage ? paragraphs(draft, 'answer.english-only') : [];
  say(draft, {
    kind: 'answer',
    title: answer.title,
    paragraphs: [...notice, ...answer.paragraphs],
    choices: nextChoices(draft, answer),
    sources: answer.sources,
    language: answer.language,
    ...(answer.asOf ? { asOf: answer.asOf } : {}),
    ...(draft.conversation.channel === 'sms' ? { short: answer.short } : {}),
  });
  const told = topics.map((topic) => ({ topic, at: draft.world.now, part }));
  set(draft, { told: [...draft.conversation.told.filter(({ topic }) => !topics.includes(topic)), ...told] });
}

function compose(draft: Draft, topics: readonly string[], part: number): Answer {
  const { knowledge, speaker, now } = draft.world;
  const audience = audienceOf(draft);
  return composeAnswer(knowledge, speaker, {
    topics,
    language: tagOf(draft),
    fallbacks: fallbackChain(draft.world.languages, tagOf(draft)),
    channel: draft.conversation.channel === 'sms' ? 'sms' : 'web',
    now,
    part,
    ...(audience.length > 0 ? { audience } : {}),
  });
}

/** Who asks, as far as the conversation tells; never demanded. */
function audienceOf(draft: Draft): Audience[] {
  const { facts } = draft.conversation;
  const who = knownValue(facts.who);
  if (who === 'professional') return ['practitioner'];
  if (who === 'known') return ['family'];
  if (who === 'saw') return ['public'];
  if (knownValue(facts.minor) === true) return ['child'];
  return who === 'self' ? ['adult'] : [];
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

/** The next part of what was told last. */
export function tellMore(draft: Draft): void {
  const last = draft.conversation.told.at(-1);
  if (!last) return sayLine(draft, 'answer.no-more');
  const topics = draft.conversation.told.filter(({ at }) => at === last.at).map(({ topic }) => topic);
  if (!compose(draft, topics, last.part).more)
    return sayLine(draft, 'answer.no-more', { choices: ['talk-to-person'] });
  tellTopics(draft, topics, last.part + 1);
}

/** On SMS the sources come when asked for. */
export function tellSources(draft: Draft): void {
  const last = draft.conversation.told.at(-1);
  if (!last) return sayLine(draft, 'answer.no-sources');
  const topics = draft.conversation.told.filter(({ at }) => at === last.at).map(({ topic }) => topic);
  const { sources } = compose(draft, topics, last.part);
  const lines = sources.map((source, index) => [
    { text: `[${index + 1}] ${source.title}, ${source.publisher}, ${source.date}` },
  ]);
  say(draft, { kind: 'answer', paragraphs: [[{ text: text(draft, 'answer.sources') }], ...lines], sources });
}
