// Decides which paragraphs of which topics are said now, and which wait for "more". Looks at ids and audiences only.
import type { KnownTopic } from './knowledge.js';
import type { Audience, Claim, TopicText } from './schema/index.js';

type FullParagraph = TopicText['full'][number];

/** A paragraph on its way out, with the claims it rests on. `opens` is set on the first one of a further topic. */
export interface Arranged {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly opens?: string;
}

/** A topic and the text chosen for the person. */
export interface ChosenTopic {
  readonly known: KnownTopic;
  readonly text: TopicText;
}

/**
 * How many paragraphs of each topic the first part holds, best topic first; with the titles of further
 * topics at most six come to the screen. */
const SHARES: readonly (readonly number[])[] = [[5], [3, 2], [2, 1, 1]];
const PART_SIZE = 5;

/**
 * The parts of an answer, each of at most five paragraphs; the first is never empty when any paragraph exists.
 * Within a topic: its opening paragraph, those for this audience, those for everybody; those for others wait.
 * A paragraph whose claims were all said by an earlier topic is left out.
 */
export function arrangeParts(topics: readonly ChosenTopic[], audience: readonly Audience[]): Arranged[][] {
  const ranked = topics.slice(0, SHARES.length).map((topic) => rankParagraphs(topic, audience));
  const fresh = withoutRepeats(topics, ranked);
  const shares = SHARES[fresh.length - 1] ?? [];
  const first = fresh.flatMap(({ now }, index) => now.slice(0, shares[index]));
  const rest = fresh.flatMap(({ now, later }, index) => [...now.slice(shares[index]), ...later]);
  return [first, ...evenChunks(rest)].filter((part) => part.length > 0);
}

interface Ranked {
  readonly now: readonly FullParagraph[];
  readonly later: readonly FullParagraph[];
}

function rankParagraphs({ text }: ChosenTopic, audience: readonly Audience[]): Ranked {
  const fits = (paragraph: FullParagraph) => paragraph.audience?.some((who) => audience.includes(who));
  const [opening, ...others] = text.full;
  if (!opening) return { now: [], later: [] };
  if (audience.length === 0) return { now: [opening, ...others], later: [] };
  const mine = others.filter(fits);
  const everybodys = others.filter((paragraph) => !paragraph.audience);
  const theirs = others.filter((paragraph) => paragraph.audience && !fits(paragraph));
  return { now: [opening, ...mine, ...everybodys], later: theirs };
}

function withoutRepeats(topics: readonly ChosenTopic[], ranked: readonly Ranked[]) {
  const said = new Set<string>();
  return ranked.map(({ now, later }, index) => {
    const topic = topics[index];
    const claimOf = new Map(topic?.known.topic.claims.map((claim) => [claim.id, claim]));
    const arrange = (paragraph: FullParagraph): Arranged => ({
      text: paragraph.text,
      claims: paragraph.claims.flatMap((id) => claimOf.get(id) ?? []),
    });
    const isNew = ({ claims }: Arranged) =>
      claims.length === 0 || claims.some((claim) => !said.has(claimKey(claim)));
    const kept = { now: now.map(arrange).filter(isNew), later: later.map(arrange).filter(isNew) };
    for (const { claims } of [...kept.now, ...kept.later])
      for (const claim of claims) said.add(claimKey(claim));
    return index === 0 ? kept : { ...kept, now: titled(kept.now, topic?.text.title) };
  });
}

/** The same fact in two topics: the same words, or the same id resting on the same sources. */
function claimKey(claim: Claim): string {
  return `${claim.id} ${[...claim.sources].sort().join(' ')}`;
}

function titled(paragraphs: readonly Arranged[], title: string | undefined): Arranged[] {
  return paragraphs.map((paragraph, index) =>
    index === 0 && title ? { ...paragraph, opens: title } : paragraph,
  );
}

/** Six become three and three, not five and one. */
function evenChunks(rest: readonly Arranged[]): Arranged[][] {
  const parts = Math.ceil(rest.length / PART_SIZE);
  const size = Math.ceil(rest.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, index) => rest.slice(index * size, (index + 1) * size));
}
