// The knowledge base as partners read it: by language, numbers filled in, nothing that is withheld. No HTTP here.
import { plainText } from '../../core/index.js';
import type { Languages } from '../../i18n/index.js';
import { contactBook, fillPlainly } from '../contact-book.js';
import { type Freshness, freshnessOf } from '../freshness.js';
import type { Knowledge, KnownTopic } from '../knowledge.js';
import { renderText } from '../render-text.js';
import { AUDIENCES, type Audience, type Claim, type TopicText } from '../schema/index.js';
import type { OpenTopic, Start, TopicList } from './shapes.js';

export type OpenParts = Pick<Knowledge, 'topics' | 'contacts' | 'sources'>;

/** Where and for whom something is asked. `now` in milliseconds judges review dates. */
export interface Asking {
  readonly language: string;
  readonly audience: Audience | null;
  readonly now: number;
}

/** What there is: languages with the number of their topics, audiences, topic ids. */
export function startOf({ topics }: OpenParts, languages: Languages): Start {
  const known = [...topics.values()];
  const rows = [...languages.values()].map(({ tag, ownName, dir, reviewer }) => ({
    ...{ tag, name: ownName, dir, reviewed: reviewer !== null },
    topics: known.filter(({ texts }) => texts.has(tag)).length,
  }));
  return {
    languages: rows.filter(({ topics: count }) => count > 0),
    audiences: [...AUDIENCES],
    topics: [...topics.keys()],
  };
}

/** The topics that have a text in the language and are for the audience, in the order of their ids. */
export function topicsOf({ topics }: OpenParts, { language, audience, now }: Asking): TopicList {
  const rows = [...topics.values()].flatMap((known) => {
    const text = known.texts.get(language);
    const isFor = audience === null || known.topic.audience.includes(audience);
    return text && isFor ? [rowOf(known, text, now)] : [];
  });
  return { language, topics: rows };
}

/** One topic; undefined when it is unknown or has no text in the language: another language is never given instead. */
export function topicOf(
  parts: OpenParts,
  id: string,
  asking: Asking & { readonly dir: 'ltr' | 'rtl' },
): OpenTopic | undefined {
  const known = parts.topics.get(id);
  const text = known?.texts.get(asking.language);
  if (!known || !text) return undefined;
  const row = rowOf(known, text, asking.now);
  const { contacts, related } = known.topic;
  return {
    ...row,
    ...{ language: asking.language, dir: asking.dir, status: text.status, related },
    ...saidIn(parts, { known, text }, { freshness: row.freshness, ...asking }),
    contacts: contacts.flatMap((name) => {
      const contact = parts.contacts.get(name);
      return contact ? [{ id: name, ...contact }] : [];
    }),
  };
}

function rowOf({ topic }: KnownTopic, { title }: TopicText, now: number): TopicList['topics'][number] {
  const { id, audience, critical, review_by } = topic;
  return { id, title, audience, critical, reviewBy: review_by, freshness: freshnessOf(topic, now) };
}

interface Written {
  readonly known: KnownTopic;
  readonly text: TopicText;
}

type Said = Pick<OpenTopic, 'short' | 'paragraphs' | 'claims' | 'sources'>;

function saidIn(
  parts: OpenParts,
  { known, text }: Written,
  { freshness, audience, dir }: Pick<Asking, 'audience'> & { freshness: Freshness; dir: 'ltr' | 'rtl' },
): Said {
  if (freshness === 'withheld') return { short: '', paragraphs: [], claims: [], sources: [] };
  const { claims } = known.topic;
  return {
    short: fillPlainly(text.short, parts.contacts, dir),
    paragraphs: forAudience(text.full, audience).map((paragraph) => openParagraph(parts, paragraph, claims)),
    claims: claims.map(({ as_of, views = [], ...claim }) => ({ ...claim, views, asOf: as_of })),
    sources: [...new Set(claims.flatMap(sourcesOf))].flatMap((id) => {
      const source = parts.sources.get(id);
      return source ? [{ id, ...source }] : [];
    }),
  };
}

type FullParagraph = TopicText['full'][number];

/** The opening, what is meant for the audience, what is for everybody, the rest: nothing is left out. */
function forAudience(full: readonly FullParagraph[], audience: Audience | null): FullParagraph[] {
  const [opening, ...others] = full;
  if (!opening || audience === null) return [...full];
  const place = ({ audience: own }: FullParagraph) =>
    own === undefined ? 1 : own.includes(audience) ? 0 : 2;
  return [
    opening,
    ...[0, 1, 2].flatMap((wanted) => others.filter((paragraph) => place(paragraph) === wanted)),
  ];
}

function openParagraph(
  parts: OpenParts,
  { text, claims, audience }: FullParagraph,
  all: readonly Claim[],
): OpenTopic['paragraphs'][number] {
  const runs = renderText(text, contactBook(parts));
  const kind = all.find(({ id }) => id === claims[0])?.kind ?? 'known';
  return { text: plainText(runs), runs, claims, kind, audience: audience ?? [] };
}

function sourcesOf({ sources, views = [] }: Claim): string[] {
  return [...sources, ...views.flatMap((view) => view.sources)];
}
