// What the person agreed to tell, critical line first: a sentence in English beside their own words. Text only, never markup.
import { timeOfDay } from './clock.js';
import { h, type VNode } from './view.js';
import type { CaseView, SummaryLine } from './wire.js';
import { hasText, t } from './words.js';

export function summaryView(view: CaseView): VNode {
  const nothing = view.consent === 'given' ? 'summary.empty' : view.minimal ? 'summary.minimal' : null;
  return h(
    'section',
    { class: 'summary', tabindex: '0', 'aria-labelledby': 'summary-title' },
    h('h3', { id: 'summary-title', class: 'unseen' }, t('summary.title')),
    view.lines.length === 0 && nothing !== null && h('p', { class: 'quiet' }, t(nothing)),
    h(
      'dl',
      {},
      view.lines.map((line) => summaryLine(line, view)),
    ),
    later(view),
    h(
      'div',
      { class: 'small' },
      openFacts(view, 'not-asked'),
      openFacts(view, 'asked'),
      why(view),
      consentLine(view),
    ),
  );
}

/** Danger is told in whole sentences, so its label is only for who hears the page; the others answer their label. */
function summaryLine(line: SummaryLine, view: CaseView): VNode {
  const whole = line.kind === 'danger';
  return h(
    'div',
    { key: line.id, class: `item item-${line.kind}` },
    h('dt', { class: whole ? 'unseen' : '' }, line.label),
    h(
      'dd',
      {},
      line.text !== '' && h('span', { class: 'sentence', dir: 'auto' }, line.text),
      line.quote !== null && h('span', { class: 'beside' }, quote(line.quote, view)),
    ),
  );
}

/** Their words stand alone in their own direction, so that they cannot turn around what stands beside them. */
function quote(words: string, view: CaseView): VNode {
  return h('q', { class: 'quote', lang: langOf(view.language), dir: 'auto' }, words);
}

function later(view: CaseView): VNode | null {
  if (view.later.length === 0) return null;
  const item = (entry: CaseView['later'][number]) =>
    h(
      'li',
      { key: String(entry.at) },
      `${timeOfDay(entry.at)} · ${t(entry.text === null ? 'summary.later-hidden' : 'summary.later')} `,
      entry.text !== null && quote(entry.text, view),
    );
  return h('ul', { class: 'later' }, view.later.map(item));
}

/** Which rules gave the level its height: their names, for somebody who wants to judge it. */
function why(view: CaseView): VNode | null {
  if (view.reasons.length === 0) return null;
  const names = new Set(view.reasons.map((reason) => reasonName(reason.id)));
  return h('p', {}, h('strong', {}, t('summary.why')), ' ', [...names].join(' · '));
}

function reasonName(id: string): string {
  return id.startsWith('level:') ? t('summary.why-classifier') : id.replaceAll('-', ' ');
}

function openFacts(view: CaseView, state: 'not-asked' | 'asked'): VNode | null {
  const facts = view.open.filter((row) => row.state === state && !isCovered(row.fact, view));
  if (facts.length === 0) return null;
  const name = (fact: string) => (hasText(`fact.${fact}`) ? t(`fact.${fact}`) : fact);
  const names = [...new Set(facts.map((row) => name(row.fact)))];
  return h('p', { key: state }, h('strong', {}, t(`summary.${state}`)), ' ', names.join(' · '));
}

/** One answer about age is enough: who is known to be 12 to 15 needs no "age not asked" beside it. */
function isCovered(fact: string, view: CaseView): boolean {
  const ages = ['age', 'ageBand'];
  const known = ages.some((name) => !view.open.some((row) => row.fact === name));
  return known && (ages.includes(fact) || fact === 'minor');
}

function consentLine(view: CaseView): VNode {
  const parts = [t(`consent.${view.consent}`, { count: view.lines.length })];
  if (view.struck > 0) parts.push(t('consent.struck', { count: view.struck }));
  return h('p', { class: 'consent' }, parts.join(' · '));
}

/** A tag for the lang attribute; where none is known it is left out. */
export function langOf(tag: string | null): string | null {
  return tag === 'und' || tag === '' ? null : tag;
}
