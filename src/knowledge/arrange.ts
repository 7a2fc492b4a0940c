// Decides which paragraphs of which topics are said now, and which wait for "more". Looks at ids and audiences only.
import { type Foremost, foremostKey } from './foremost.js';
import type { KnownTopic } from './knowledge.js';
import type { Audience, Claim, Guide, TopicText } from './schema/index.js';

type FullParagraph = TopicText['full'][number];

/** A paragraph on its way out, with the claims it rests on. */
export interface Arranged {
  readonly text: string;
  readonly claims: readonly Claim[];
  /** The topic it is from. */
  readonly from: KnownTopic;
  /** The title of that topic, where the paragraph is the first of a further one. */
  readonly opens?: string;
}

/** Who asks, and what the question names. */
export interface Asking {
  readonly audience: readonly Audience[];
  readonly foremost: Foremost;
}

/** A topic and the text chosen for the person. */
export interface ChosenTopic {
  readonly known: KnownTopic;
  readonly text: TopicText;
}

/**
 * How many paragraphs of each topic the first part holds, best topic first: never more than six together. The best keeps
 * nearly all that it says alone: a topic that joins must not push out what was asked.
 */
const SHARES: readonly (readonly number[])[] = [[5], [4, 2], [2, 2, 2]];
const PART_SIZE = 5;
const GUIDE_PART_SIZE = 6;

/**
 * The parts of an answer, each of at most six paragraphs; the first is never empty when any paragraph exists.
 * Within a topic: what the question names, its opening paragraph, those for this audience, those for everybody; those for
 * others wait.
 * A paragraph whose claims were all said by an earlier topic is left out.
 */
export function arrangeParts(topics: readonly ChosenTopic[], asking: Asking): Arranged[][] {
  const ranked = topics.slice(0, SHARES.length).map((topic) => rankParagraphs(topic, asking));
  const fresh = withoutRepeats(topics, ranked);
  const shares = SHARES[fresh.length - 1] ?? [];
  const first = fresh.flatMap(({ now }, index) => now.slice(0, shares[index]));
  const rest = fresh.flatMap(({ now, later }, index) => [...now.slice(shares[index]), ...later]);
  return [first, ...evenChunks(rest, PART_SIZE)].filter((part) => part.length > 0);
}

/**
 * The parts of a guide, each of at most six paragraphs: those for this audience first, those for others last. What names
 * a topic that is not among `topics` is passed over, and so is what was said before.
 */
export function arrangeGuide(
  guide: Guide,
  topics: readonly ChosenTopic[],
  audience: readonly Audience[],
): Arranged[][] {
  const chosen = new Map(topics.map((topic) => [topic.known.topic.id, topic]));
  const said = new Set<string>();
  const says = ordered(guide.says, audience)
    .flatMap(({ topic, claim }) => pick(chosen.get(topic), claim))
    .filter((paragraph) => isNew(said, paragraph) && remember(said, [paragraph]));
  const opened = withTitles(says);
  const [first, rest] = [opened.slice(0, GUIDE_PART_SIZE), opened.slice(GUIDE_PART_SIZE)];
  return [first, ...evenChunks(rest, GUIDE_PART_SIZE)].filter((part) => part.length > 0);
}

/** Those for this audience, those for everybody, those for others: each in the order they were written. */
function ordered<Part extends { readonly audience?: readonly Audience[] | undefined }>(
  parts: readonly Part[],
  audience: readonly Audience[],
): Part[] {
  const place = ({ audience: own }: Part) =>
    own === undefined ? 1 : own.some((who) => audience.includes(who)) ? 0 : 2;
  return [0, 1, 2].flatMap((wanted) => parts.filter((part) => place(part) === wanted));
}

interface Picked extends Arranged {
  readonly title: string;
}

/** The paragraph that rests on the claim, and of several the first; without a claim the opening one. */
function pick(topic: ChosenTopic | undefined, claim: string | undefined): Picked[] {
  const paragraph = topic?.text.full.find(({ claims }) => claim === undefined || claims.includes(claim));
  return topic && paragraph ? [{ ...arrange(topic, paragraph), title: topic.text.title }] : [];
}

function withTitles(says: readonly Picked[]): Arranged[] {
  return says.map(({ title, ...paragraph }, index) =>
    index > 0 && says[index - 1]?.from !== paragraph.from ? { ...paragraph, opens: title } : paragraph,
  );
}

interface Ranked {
  readonly now: readonly FullParagraph[];
  readonly later: readonly FullParagraph[];
}

function rankParagraphs({ known, text }: ChosenTopic, { audience, foremost }: Asking): Ranked {
  const isNamed = ({ claims }: FullParagraph) =>
    claims.some((claim) => foremost.includes(foremostKey(known.topic.id, claim)));
  const named = text.full.filter(isNamed);
  const [opening, ...others] = text.full.filter((paragraph) => !isNamed(paragraph));
  if (!opening) return { now: named, later: [] };
  if (audience.length === 0) return { now: [...named, opening, ...others], later: [] };
  const isTheirs = ({ audience: own }: FullParagraph) => own && !own.some((who) => audience.includes(who));
  const sorted = ordered(others, audience);
  return {
    now: [...named, opening, ...sorted.filter((paragraph) => !isTheirs(paragraph))],
    later: sorted.filter(isTheirs),
  };
}

function withoutRepeats(topics: readonly ChosenTopic[], ranked: readonly Ranked[]) {
  const said = new Set<string>();
  return topics.slice(0, ranked.length).map((topic, index) => {
    const { now = [], later = [] } = ranked[index] ?? {};
    const fresh = (paragraphs: readonly FullParagraph[]) =>
      paragraphs.map((paragraph) => arrange(topic, paragraph)).filter((paragraph) => isNew(said, paragraph));
    const kept = { now: fresh(now), later: fresh(later) };
    remember(said, [...kept.now, ...kept.later]);
    return index === 0 ? kept : { ...kept, now: titled(kept.now, topic.text.title) };
  });
}

function arrange({ known }: ChosenTopic, paragraph: FullParagraph): Arranged {
  const claimOf = new Map(known.topic.claims.map((claim) => [claim.id, claim]));
  return {
    text: paragraph.text,
    claims: paragraph.claims.flatMap((id) => claimOf.get(id) ?? []),
    from: known,
  };
}

function isNew(said: ReadonlySet<string>, { claims }: Arranged): boolean {
  return claims.length === 0 || claims.some((claim) => !said.has(claimKey(claim)));
}

function remember(said: Set<string>, paragraphs: readonly Arranged[]): true {
  for (const { claims } of paragraphs) for (const claim of claims) said.add(claimKey(claim));
  return true;
}

/** The same fact in two topics: the same id resting on the same sources. */
function claimKey(claim: Claim): string {
  return `${claim.id} ${[...claim.sources].sort().join(' ')}`;
}

function titled(paragraphs: readonly Arranged[], title: string): Arranged[] {
  return paragraphs.map((paragraph, index) => (index === 0 ? { ...paragraph, opens: title } : paragraph));
}

/** Six become three and three, not five and one. */
function evenChunks(rest: readonly Arranged[], most: number): Arranged[][] {
  const parts = Math.ceil(rest.length / most);
  const size = Math.ceil(rest.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, index) => rest.slice(index * size, (index + 1) * size));
}
