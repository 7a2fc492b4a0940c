// What a language still lacks beside English: topics, paragraphs, terms of the glossary, titles of guides.
import type { Problem } from '../content/index.js';
import { type KnowledgeDraft, problemAt, type TaggedDraft, type TopicDraft } from './draft.js';
import type { TopicText } from './schema/index.js';

/** Everything that one language lacks, each with the file to mend; a topic that is missing is named at its topic.yaml. */
export function translationGaps(draft: KnowledgeDraft, tag: string): Problem[] {
  if (tag === 'en') return [];
  return [
    ...draft.topics.flatMap((topic) => gapsOfTopic(topic, tag, draft)),
    ...draft.guides.flatMap((guide) =>
      guide.value.titles[tag] ? [] : [problemAt(guide, ['titles'], `no title in ${tag}`)],
    ),
  ];
}

function gapsOfTopic(topic: TopicDraft, tag: string, draft: KnowledgeDraft): Problem[] {
  const english = topic.texts.find((text) => text.tag === 'en');
  const own = topic.texts.find((text) => text.tag === tag);
  if (!own) return [problemAt(topic, ['id'], `no text in ${tag}`)];
  if (!english) return [];
  return [...lostParagraphs(english.value, own), ...lostTerms(english.value, own, draft)];
}

/** Guidance without a claim is counted too: no other rule would miss it. */
function lostParagraphs(english: TopicText, own: TaggedDraft<TopicText>): Problem[] {
  const count = own.value.full.length;
  const fewer =
    count < english.full.length
      ? [problemAt(own, ['full'], `${count} paragraphs, English has ${english.full.length}`)]
      : [];
  const audiences = (text: TopicText) => text.full.flatMap(({ audience = [] }) => audience);
  const lost = [...new Set(audiences(english))].filter((who) => !audiences(own.value).includes(who));
  return [
    ...fewer,
    ...lost.map((who) =>
      problemAt(own, ['full'], `nothing is meant for "${who}" first, in English something is`),
    ),
  ];
}

/** Where English uses a term of the glossary, the text uses the term of its language. */
function lostTerms(english: TopicText, own: TaggedDraft<TopicText>, { glossary }: KnowledgeDraft): Problem[] {
  const there = wordsOf(longText(english)).join(' ');
  const here = wholeText(own.value);
  return Object.entries(glossary?.value ?? {}).flatMap(([id, { en, terms }]) => {
    const term = terms[own.tag];
    const isUsed = ` ${there} `.includes(` ${wordsOf(en).join(' ')} `);
    if (!isUsed || term === undefined || usesTerm(here, term)) return [];
    return [problemAt(own, ['full'], `English says "${en}"; the glossary's "${term}" is not used (${id})`)];
  });
}

function wholeText(text: TopicText): string {
  return [text.short, longText(text)].join('\n');
}

/** Without the form for SMS: where it has 200 characters, a term may have to give way to the number. */
function longText({ title, full }: TopicText): string {
  return [title, ...full.map(({ text }) => text)].join('\n');
}

/** Letters that an ending may change. */
const ENDING = 2;
const SHORTEST_STEM = 4;
/** Shorter words in spaced scripts join others: de, por, the. They say nothing about which term was used. */
const JOINING = 3;
/** Written without short vowels, two letters are a word. */
const ARABIC = /\p{Script=Arabic}/u;

/**
 * Whether a text uses a term, endings aside: at least half of the words of what stands outside the brackets ("the line" for
 * "help line" is the same choice), of what stands in them (the English kept beside it), or of one side of an "or".
 */
export function usesTerm(text: string, term: string): boolean {
  const folded = fold(text);
  const inBrackets = [...term.matchAll(/[(（]([^)）]*)[)）]/g)].map(([, inside = '']) => inside);
  const outside = term
    .replace(/[(（][^)）]*[)）]/g, ' ')
    .split(/\s(?:o|ou|or|или|або|hoặc|oswa)\s|\s*[/،、]\s*/u);
  return [...outside, ...inBrackets].some((way) => {
    const all = wordsOf(way);
    const telling = all.filter((word) => word.length > (ARABIC.test(word) ? 1 : JOINING));
    const words = telling.length > 0 ? telling : all;
    const used = words.filter((word) => folded.includes(stem(word)));
    return used.length > 0 && used.length * 2 >= words.length;
  });
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
}

/** Short words as they are; of longer ones the part that endings leave alone. Arabic loses its article. */
function stem(word: string): string {
  const bare = word.replace(/^ال(?=\p{L}{2})/u, '');
  if (bare.length - ENDING >= SHORTEST_STEM) return bare.slice(0, -ENDING);
  return bare.length >= SHORTEST_STEM ? bare.slice(0, -1) : bare;
}
