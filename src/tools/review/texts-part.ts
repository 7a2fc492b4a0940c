// The texts of a topic, every language beside English: title, short form, paragraphs, questions.
import type { Inline, Paragraph } from '../../core/index.js';
import { escapeHtml } from '../../http/refusal.js';
import { smsSize } from '../../i18n/index.js';
import { contactBook, fillPlainly, renderText, type Status, type TopicText } from '../../knowledge/index.js';
import { tickLine } from './claims-part.js';
import { claimDifferences, type Row, sideBySide } from './side-by-side.js';
import type { TopicUnderReview } from './topic-under-review.js';

/** Rows of cells: English first, one cell a language in each row; what a language lacks is said in its cell. */
export function textsPart(review: TopicUnderReview): string {
  const english = review.texts.get('en');
  const rows = sideBySide(
    english?.full ?? [],
    new Map([...review.texts].filter(([tag]) => tag !== 'en').map(([tag, text]) => [tag, text.full])),
  );
  return `<section id="texts"><h2>Texts</h2>
${row('Title', review, (text) => `<h3>${escapeHtml(text.title)}</h3>`)}
${row('Text message', review, (text) => shortForm(text, review))}
${rows.map((each, index) => paragraphRow(each, index, review)).join('\n')}
${row('How people ask', review, questions)}
${row('Judgement', review, (text) => `<p>${statusText(text.status)}</p>${tickLine(['Reads well', 'Same meaning', 'Needs a change'])}<p class="sign" lang="en" dir="ltr">Name and date:</p>`)}
</section>`;
}

type FillCell = (text: TopicText, tag: string) => string;

function row(label: string, review: TopicUnderReview, fill: FillCell, head = ''): string {
  const cells = [...review.texts].map(([tag, text]) => cell(tag, review, fill(text, tag)));
  return `<div class="row"><div class="label">${label}${head}</div><div class="cells">${cells.join('')}</div></div>`;
}

function cell(tag: string, { languages }: TopicUnderReview, inside: string): string {
  const language = languages.get(tag);
  const names = language ? [language.ownName, language.englishName] : [tag];
  const name = [...new Set(names)].join(' · ');
  const dir = language?.dir ?? 'ltr';
  return `<div class="cell" data-lang="${tag}"><div class="tag">${escapeHtml(name)}</div><div lang="${tag}" dir="${dir}">${inside}</div></div>`;
}

function shortForm(text: TopicText, review: TopicUnderReview): string {
  const plain = fillPlainly(text.short, review.contacts);
  const { segments, alphabet, outside } = smsSize(plain);
  const letters = alphabet === 'ucs2' && outside.length < 8 ? ` because of ${outside.join(' ')}` : '';
  const size = `${segments} ${segments === 1 ? 'part' : 'parts'} of ${alphabet === 'gsm7' ? 160 : 70} letters${letters}`;
  const isLong = segments > 3 ? ' wrong' : '';
  return `<p>${inlines(renderText(text.short, contactBook(review)))}</p><p class="fine${isLong}" lang="en" dir="ltr">${escapeHtml(size)}</p>`;
}

function paragraphRow(each: Row, index: number, review: TopicUnderReview): string {
  const { english, others } = each;
  const claims = english ? chips(english.claims, review) : '';
  const audience = english?.audience
    ? `<span class="audience">first to: ${english.audience.join(', ')}</span>`
    : '';
  const fill: FillCell = (_, tag) => {
    const own = tag === 'en' ? english : others.get(tag);
    if (!own) return english ? '<p class="wrong" lang="en" dir="ltr">missing</p>' : '';
    const differs = english && tag !== 'en' ? claimDifferences(english, own) : [];
    const added = english ? '' : chips(own.claims, review);
    const note = differs.length > 0 ? `<p class="wrong" lang="en" dir="ltr">${differs.join('; ')}</p>` : '';
    return `<p>${inlines(renderText(own.text, contactBook(review)))}</p>${added}${note}`;
  };
  const label = english ? `Paragraph ${index + 1}` : 'Only here';
  return row(label, review, fill, `${claims}${audience}`);
}

/** The numbers of the claims, leading to their cards. */
function chips(ids: readonly string[], { topic }: TopicUnderReview): string {
  const known = topic.claims.map(({ id }) => id);
  const links = ids.map((id) => {
    const kind = topic.claims.find((claim) => claim.id === id)?.kind ?? 'wrong';
    return `<a class="chip ${kind}" href="#claim-${id}" title="${id}">${known.indexOf(id) + 1 || id}</a>`;
  });
  return links.length > 0
    ? `<span class="chips" lang="en" dir="ltr">rests on ${links.join(' ')}</span>`
    : '<span class="chips">guidance, states no fact</span>';
}

function inlines(paragraph: Paragraph): string {
  return paragraph.map(inline).join('');
}

/** Numbers and links are isolated, so that they are read in their own direction in any text. */
function inline({ text, strong, href }: Inline): string {
  const linked = href ? `<bdi><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></bdi>` : escapeHtml(text);
  return strong ? `<b>${linked}</b>` : linked;
}

function questions({ questions: asked, keywords }: TopicText): string {
  const items = asked.map((question) => `<li>${escapeHtml(question)}</li>`).join('');
  const words = keywords.length > 0 ? `<p class="fine">${keywords.map(escapeHtml).join(' · ')}</p>` : '';
  return `<ul class="questions">${items}</ul>${words}`;
}

const STATES: Readonly<Record<Status['state'], string>> = {
  draft: 'Draft: nobody else has read it.',
  'read-back': 'Read back into English and compared.',
  reviewed: 'Reviewed',
};

function statusText({ state, by, on }: Status): string {
  const who = state === 'reviewed' ? ` by ${escapeHtml(by ?? 'somebody')}${on ? ` on ${on}` : ''}.` : '';
  return `<span lang="en" dir="ltr">${STATES[state]}${who}</span>`;
}
