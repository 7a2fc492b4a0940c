// The claims of a topic and the sources they rest on, as a reviewer ticks them.
import { escapeHtml } from '../../http/refusal.js';
import type { Claim, Source } from '../../knowledge/index.js';
import type { TopicUnderReview } from './topic-under-review.js';

const KINDS: Readonly<Record<Claim['kind'], string>> = {
  known: 'known',
  disputed: 'views differ',
  'not-known': 'not known',
};

const JUDGED = ['The sources say so', 'Needs a change', 'No longer true'];
const JUDGED_UNKNOWN = ['Still not known', 'Needs a change', 'Known by now'];

/** A card a claim: what it says, on which sources, and room for the reviewer's judgement. */
export function claimsPart(review: TopicUnderReview): string {
  const cards = review.topic.claims.map((claim, index) => claimCard(claim, index, review));
  return `<section id="claims"><h2>Claims</h2><p class="how">Each claim is one fact. Please tick whether its sources say so.</p><ol class="claims">${cards.join('')}</ol></section>`;
}

function claimCard(claim: Claim, index: number, { sources }: TopicUnderReview): string {
  const views = (claim.views ?? [])
    .map(
      (view) =>
        `<li><b>${escapeHtml(view.who)}</b>: ${escapeHtml(view.says)} ${sourceList(view.sources, sources)}</li>`,
    )
    .join('');
  return `<li id="claim-${claim.id}" class="claim ${claim.kind}">
<div class="head"><b class="number">${index + 1}</b> <code>${claim.id}</code> <span class="kind">${KINDS[claim.kind]}</span> <span class="fine">as of ${claim.as_of}, confidence ${claim.confidence}</span></div>
<p>${escapeHtml(claim.text)}</p>
${views ? `<ul class="views">${views}</ul>` : ''}
${claim.sources.length > 0 ? sourceList(claim.sources, sources) : ''}
${tickLine(claim.kind === 'not-known' ? JUDGED_UNKNOWN : JUDGED)}</li>`;
}

function sourceList(ids: readonly string[], sources: ReadonlyMap<string, Source>): string {
  return `<ul class="sources">${ids.map((id) => `<li>${sourceLine(id, sources.get(id))}</li>`).join('')}</ul>`;
}

function sourceLine(id: string, source: Source | undefined): string {
  if (!source) return `<span class="wrong">no source is named ${escapeHtml(id)}</span>`;
  const title = escapeHtml(source.title);
  const linked = source.url ? `<a href="${escapeHtml(source.url)}">${title}</a>` : title;
  const note = source.note ? ` <em>${escapeHtml(source.note)}</em>` : '';
  const about = [source.publisher, source.date, source.kind].map(escapeHtml).join(', ');
  return `${linked}. <span class="fine">${about}; looked at on ${source.seen_on}.</span>${note}`;
}

/** Boxes to tick and a line to write on, on paper as on the screen. */
export function tickLine(choices: readonly string[]): string {
  const boxes = choices.map((choice) => `<label><input type="checkbox"> ${choice}</label>`).join(' ');
  return `<div class="ticks" lang="en" dir="ltr">${boxes}<span class="note">Note:</span></div>`;
}
