// Composes an answer out of topics: what to say now, on what sources, how old, what next. Says nothing of its own:
// every word is a topic's or a text key's (bot:answer.*).
import type { Paragraph, SourceLine } from '../core/index.js';
import { plainText } from '../core/index.js';
import type { Speaker } from '../i18n/index.js';
import { type Arranged, arrangeGuide, arrangeParts, type ChosenTopic } from './arrange.js';
import { chooseTopics, guideAmong, topicIdsOf } from './choose-topics.js';
import { contactBook, contactSet, fillPlainly } from './contact-book.js';
import { contactLines } from './contact-lines.js';
import type { Foremost } from './foremost.js';
import { type Freshness, freshnessOf, lastDayOf } from './freshness.js';
import type { Knowledge } from './knowledge.js';
import { renderText } from './render-text.js';
import { runIn } from './run-in.js';
import type { Audience, Guide } from './schema/index.js';
import { numberSources } from './source-numbers.js';

/** What composing needs of a speaker. */
export type AnswerSpeaker = Pick<Speaker, 'say' | 'text' | 'dir' | 'day'>;

export interface AnswerRequest {
  /** Topic ids, best first: at most three are composed, unknown ones are skipped. Or the id of a guide. */
  readonly topics: readonly string[];
  /** The person's language. */
  readonly language: string;
  /** Where a text is looked for when that language has none, best first; English is always the last. */
  readonly fallbacks?: readonly string[];
  readonly channel: 'web' | 'sms';
  /** Who asks, when known: paragraphs for them come first, paragraphs for others wait for a later part. */
  readonly audience?: readonly Audience[];
  /** What the question names (`foremostOf`): the paragraphs that rest on it come first of all. */
  readonly foremost?: Foremost;
  /** Milliseconds; judges review dates. */
  readonly now: number;
  /** 0 for the first part, then one more for each "more". Past the last part the last is given. */
  readonly part: number;
  /** Only so many paragraphs of the part: how it begins. */
  readonly most?: number;
}

export interface Answer {
  readonly title: string;
  readonly paragraphs: Paragraph[];
  /** The same for SMS, plain; for part 0 the topic's short form (at most three segments). */
  readonly short: string;
  /** In the order of their marks: the first is [1]. Only those of claims in `paragraphs`. */
  readonly sources: SourceLine[];
  /** "As of November 2026", by the newest claim shown; empty when no claim is shown. */
  readonly asOf: string;
  /** Topics to offer next: exist, were not just composed; best first, at most four. */
  readonly related: string[];
  /** The language of the words. */
  readonly language: string;
  /** Set when `language` is not the one asked for: say so beside the answer. */
  readonly noticeLanguage?: string;
  /** Whether a further part exists. */
  readonly more: boolean;
  /** `withheld`: nothing checked can be said; the paragraphs are contacts. */
  readonly stale: Freshness;
}

/** Paragraphs of an SMS part after the first. */
const SMS_PARAGRAPHS = 2;
const MOST_RELATED = 4;

/**
 * Composes the asked-for part. Never throws: unknown topics, topics withheld for their age and an empty list give
 * contacts instead of words nobody checked.
 */
export function composeAnswer(knowledge: Knowledge, speaker: AnswerSpeaker, request: AnswerRequest): Answer {
  const guide = guideAmong(knowledge, request.topics);
  const ids = topicIdsOf(knowledge, request.topics);
  const { language, topics } = chooseTopics(knowledge, ids, languagesFor(request));
  const sayable = topics.filter(({ known }) => freshnessOf(known.topic, request.now) !== 'withheld');
  const best = sayable[0];
  const scene = { knowledge, speaker, request, language };
  if (!best) return contactsInstead(scene, topics[0]);
  return composePart({ ...scene, sayable, best, ...(guide && { guide }) });
}

function languagesFor({ language, fallbacks = [] }: AnswerRequest): string[] {
  return [language, ...fallbacks, 'en'];
}

interface Scene {
  readonly knowledge: Knowledge;
  readonly speaker: AnswerSpeaker;
  readonly request: AnswerRequest;
  readonly language: string;
}

interface TopicScene extends Scene {
  readonly sayable: readonly ChosenTopic[];
  readonly best: ChosenTopic;
  readonly guide?: Guide;
}

function composePart(scene: TopicScene): Answer {
  const { knowledge, speaker, language, request, best } = scene;
  const pages = pagesFor(scene);
  const at = Math.max(0, Math.min(request.part, pages.length - 1));
  const shown = (pages[at] ?? []).slice(0, request.most);
  const first = at === 0 && !isNamed(request);
  const said = first && request.channel === 'sms' ? [sayShort(scene)] : sayPage(scene, shown);
  const stale = staleLines(scene, shown);
  const short = first
    ? fillPlainly(best.text.short, knowledge.contacts, speaker.dir(language))
    : toPlain(said);
  return {
    ...aboutPage(scene, shown),
    paragraphs: [...said, ...stale],
    short: [short, ...stale.map(plainText)].join('\n'),
    more: at < pages.length - 1,
  };
}

/** Whether the question names what is to come first: then no short form says it. */
function isNamed({ foremost = [] }: AnswerRequest): boolean {
  return foremost.length > 0;
}

/** On SMS the short form stands for the first page, and all paragraphs follow in pairs. */
function pagesFor({ sayable, request, guide }: TopicScene): Arranged[][] {
  const { audience = [], foremost = [] } = request;
  const parts = guide
    ? arrangeGuide(guide, sayable, audience)
    : arrangeParts(sayable, { audience, foremost });
  if (request.channel === 'web') return parts;
  const all = parts.flat();
  const pairs = Array.from({ length: Math.ceil(all.length / SMS_PARAGRAPHS) }, (_, index) =>
    all.slice(index * SMS_PARAGRAPHS, (index + 1) * SMS_PARAGRAPHS),
  );
  return isNamed(request) ? pairs : [parts[0] ?? [], ...pairs];
}

function sayShort({ best, knowledge }: TopicScene): Paragraph {
  return renderText(best.text.short, contactBook(knowledge));
}

function sayPage(scene: TopicScene, shown: readonly Arranged[]): Paragraph[] {
  const numbered = numberSources(claimsOf(shown), scene.knowledge.sources);
  return shown.flatMap((paragraph) => {
    const marks = scene.request.channel === 'web' ? numbered.marksOf(paragraph.claims) : '';
    const head = runIn(paragraph, scene.language);
    return [[...head, ...sayParagraph(scene, paragraph), ...(marks ? [{ text: ` ${marks}` }] : [])]];
  });
}

/** What nobody knows and what is disputed is marked as such before it is said. */
function sayParagraph({ knowledge, speaker, language }: TopicScene, { text, claims }: Arranged): Paragraph {
  const kind = claims[0]?.kind ?? 'known';
  const said = renderText(text, contactBook(knowledge));
  if (kind === 'known') return said;
  const mark = speaker.text(
    language,
    kind === 'disputed' ? 'bot:answer.views-differ' : 'bot:answer.not-known',
  );
  return [{ text: `${mark} `, strong: true }, ...said];
}

/** Said when anything shown is past its review, with the oldest date. */
function staleLines({ speaker, request, language }: TopicScene, shown: readonly Arranged[]): Paragraph[] {
  const [oldest] = staleDates(shown, request.now);
  if (oldest === undefined) return [];
  const date = speaker.day(language, oldest.slice(0, 7));
  return [[{ text: speaker.text(language, 'bot:answer.stale', { date }) }]];
}

function staleDates(shown: readonly Arranged[], now: number): string[] {
  const old = shown.filter(({ from }) => freshnessOf(from.topic, now) !== 'fresh');
  return old.map(({ from }) => from.topic.review_by).sort();
}

function aboutPage(scene: TopicScene, shown: readonly Arranged[]) {
  const { knowledge, request, best, guide, language } = scene;
  return {
    title: guide?.titles[language] ?? best.text.title,
    sources: numberSources(claimsOf(shown), knowledge.sources).lines.map((line) => dated(scene, line)),
    asOf: asOfLine(scene, shown),
    related: relatedTo(scene),
    ...languageOf(scene),
    stale: staleDates(shown, request.now).length > 0 ? ('stale' as const) : ('fresh' as const),
  };
}

/** What a source says of its date when it has none. */
const UNDATED = 'undated';

/** A source without a date says so in the language of the answer. */
function dated({ speaker, language }: Scene, line: SourceLine): SourceLine {
  return line.date === UNDATED
    ? { ...line, date: speaker.text(language, 'bot:answer.source-undated') }
    : line;
}

function claimsOf(shown: readonly Arranged[]) {
  return shown.map(({ claims }) => claims);
}

function asOfLine({ speaker, language }: TopicScene, shown: readonly Arranged[]): string {
  const days = shown.flatMap(({ claims }) => claims.map((claim) => lastDayOf(claim.as_of)));
  const newest = days.sort().at(-1);
  return newest
    ? speaker.text(language, 'bot:answer.as-of', { date: speaker.day(language, newest.slice(0, 7)) })
    : '';
}

/** A text message holds the best topic only: there the others that were asked for are offered first. */
function relatedTo({ sayable, knowledge, request, guide }: TopicScene): string[] {
  const asked = sayable.map(({ known }) => known.topic.id);
  const untold = request.channel === 'sms' && request.part === 0 && !guide ? asked.slice(1) : [];
  const ids = guide ? guide.related : sayable.flatMap(({ known }) => known.topic.related);
  const offered = ids.filter((id) => knowledge.topics.has(id) && (guide || !asked.includes(id)));
  return [...new Set([...untold, ...offered])].slice(0, MOST_RELATED);
}

function languageOf({ language, request }: Scene): { language: string; noticeLanguage?: string } {
  return language === request.language ? { language } : { language, noticeLanguage: language };
}

/** No checked answer can be given: one honest line, and who may know. */
function contactsInstead(scene: Scene, old: ChosenTopic | undefined): Answer {
  const { knowledge, speaker, language } = scene;
  const ids = old?.known.topic.contacts ?? [];
  const reach = ids.length > 0 ? ids : contactSet(knowledge, 'need', 'elevated');
  const line = speaker.text(language, old ? 'bot:answer.withheld' : 'bot:answer.none');
  const paragraphs = [
    [{ text: line }],
    ...(old ? [] : speaker.say(language, 'bot:answer.none.contacts')),
    ...contactLines(knowledge, speaker, { ids: reach, language }),
  ];
  return {
    title: old?.text.title ?? '',
    paragraphs,
    short: toPlain(paragraphs),
    sources: [],
    asOf: '',
    related: [],
    ...languageOf(scene),
    more: false,
    stale: 'withheld',
  };
}

function toPlain(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(plainText).join('\n');
}
