// The whole page of one topic: what it is, its claims, its texts, its contacts. One file without anything from outside.
import { escapeHtml } from '../../http/refusal.js';
import { type Contact, readingGrade } from '../../knowledge/index.js';
import { claimsPart } from './claims-part.js';
import { textsPart } from './texts-part.js';
import type { TopicUnderReview } from './topic-under-review.js';

/** A complete HTML document; every word of the content is escaped. `css` is put into it as it is. */
export function reviewPage(review: TopicUnderReview, css: string): string {
  const { topic, texts } = review;
  const title = escapeHtml(texts.get('en')?.title ?? topic.id);
  return `<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Review: ${title}</title>
<style>${css}${languageRules([...texts.keys()])}</style></head>
<body>
<header><p class="fine">Porchlight · content review · ${review.today}</p><h1>${title}</h1>${aboutTopic(review)}${switches(review)}</header>
<main>${problemsPart(review)}${claimsPart(review)}${textsPart(review)}${contactsPart(review)}</main>
<footer><p>Who reviewed this:</p><p class="sign">Name, language, date:</p><p class="sign">Signature:</p></footer>
</body></html>
`;
}

function aboutTopic({ topic, section, texts, today, missing, languages }: TopicUnderReview): string {
  const late = topic.review_by < today.slice(0, topic.review_by.length);
  const english = texts.get('en');
  const grade = english ? readingGrade(english.full.map(({ text }) => text).join(' ')) : 0;
  const names = (tags: readonly string[]) =>
    tags.map((tag) => escapeHtml(languages.get(tag)?.englishName ?? tag)).join(', ');
  const lines: readonly (readonly [string, string])[] = [
    ['Topic', `<code>${topic.id}</code> in ${escapeHtml(section)}`],
    ['For', topic.audience.join(', ')],
    ['Check again by', `${topic.review_by}${late ? ' <b class="wrong">overdue</b>' : ''}`],
    ['When overdue', topic.critical ? '<b>withheld</b>: contacts are shown instead' : 'shown, and says so'],
    ['English reads at', `grade ${grade.toFixed(1)}`],
    ['Leads to', topic.related.map((id) => `<code>${id}</code>`).join(' ')],
    ['Languages here', names([...texts.keys()])],
    ['Not written yet', missing.length > 0 ? `<b class="wrong">${names(missing)}</b>` : 'none'],
  ];
  return `<dl>${lines.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

/** One switch a language; what is switched off is not printed either. English stays. */
function switches({ texts, languages }: TopicUnderReview): string {
  const boxes = [...texts.keys()]
    .filter((tag) => tag !== 'en')
    .map(
      (tag) =>
        `<label><input type="checkbox" id="show-${tag}" checked> ${escapeHtml(languages.get(tag)?.englishName ?? tag)}</label>`,
    );
  return boxes.length > 0
    ? `<fieldset class="switches"><legend>Show beside English</legend>${boxes.join('')}</fieldset>`
    : '';
}

/** A language is hidden by its switch without any script. */
function languageRules(tags: readonly string[]): string {
  return tags
    .filter((tag) => tag !== 'en')
    .map((tag) => `body:has(#show-${tag}:not(:checked)) .cell[data-lang="${tag}"]{display:none}`)
    .join('\n');
}

function problemsPart({ problems }: TopicUnderReview): string {
  if (problems.length === 0) return '';
  const items = problems.map(
    ({ file, line, message }) =>
      `<li><code>${escapeHtml(file.split('/').at(-1) ?? '')}:${line}</code> ${escapeHtml(message)}</li>`,
  );
  return `<section class="problems"><h2>What the checks say</h2><ul>${items.join('')}</ul></section>`;
}

function contactsPart({ topic, contacts }: TopicUnderReview): string {
  const rows = topic.contacts.map((id) => contactRow(id, contacts.get(id)));
  if (rows.length === 0) return '';
  return `<section id="contacts"><h2>Contacts of this topic</h2><table><thead><tr><th>Who</th><th>How</th><th>Who answers, when, in what language</th><th>Good to know</th><th>Checked on</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function contactRow(id: string, contact: Contact | undefined): string {
  if (!contact) return `<tr><td colspan="5" class="wrong">no contact is named ${escapeHtml(id)}</td></tr>`;
  const { text, law_enforcement, languages } = contact;
  const how = [
    contact.phone,
    text && `text ${[text.keyword, text.to].filter(Boolean).join(' to ')}`,
    contact.web,
  ];
  const answers = [contact.answered_by, contact.hours, languages.voice];
  const know = [law_enforcement ? 'Law enforcement.' : '', contact.warning, contact.expect];
  const cells = [[contact.name], how, answers, know, [contact.checked_on]];
  const written = cells.map(
    (parts) => `<td>${parts.flatMap((part) => (part ? [escapeHtml(part)] : [])).join('<br>')}</td>`,
  );
  return `<tr>${written.join('')}</tr>`;
}
