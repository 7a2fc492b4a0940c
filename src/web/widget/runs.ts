// Paragraphs of plain runs as elements: bold, and links of the three kinds that we have.
import { make } from './dom.js';
import type { Run } from './start.js';

/** A paragraph. A link that is not tel:, sms: or https: is shown as its text. */
export function runsOf(runs: readonly Run[]): HTMLParagraphElement {
  return make('p', {}, ...runs.map(runOf));
}

function runOf({ text, strong, href }: Run): Node | string {
  const inner = strong ? make('strong', {}, text) : text;
  if (!href) return inner;
  if (/^(?:tel|sms):/.test(href)) return make('a', { href }, make('bdi', {}, inner));
  return /^https:/.test(href) ? outsideLink(href, inner) : inner;
}

/** A link to another site: a new tab, so that the talk stays; nothing of us goes along. */
export function outsideLink(href: string, inner: Node | string): HTMLAnchorElement {
  return make('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, inner);
}
