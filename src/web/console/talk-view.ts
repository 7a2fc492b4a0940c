// The live talk. What people write becomes text nodes in their own direction, never markup, never links.
import { timeOfDay } from './clock.js';
import { langOf } from './summary-view.js';
import { h, type VNode } from './view.js';
import type { CaseView, TalkLine } from './wire.js';
import { t } from './words.js';

export function talkView(view: CaseView): VNode {
  const { connectedAt } = view.clocks;
  return h(
    'section',
    { id: 'talk', class: 'talk', tabindex: '0', 'aria-label': t('talk.title') },
    view.talk.length === 0 &&
      h('p', { class: 'quiet' }, t(connectedAt === null ? 'talk.before' : 'talk.empty')),
    h(
      'div',
      { role: 'log', 'aria-label': t('talk.title') },
      h('ol', { class: 'entries' }, view.talk.map(entry)),
    ),
    unseenBelow && h('button', { class: 'primary below', onclick: toNewest }, t('talk.new-below')),
  );
}

const NEAR_PX = 60;
let unseenBelow = false;
let shown = '';

function toNewest(): void {
  const box = document.getElementById('talk');
  if (box) box.scrollTop = box.scrollHeight;
  unseenBelow = false;
}

/**
 * Keeps the newest words in sight, unless somebody has scrolled up to read: then a button says there is more. Draws in
 * between, because only the old page knows where it stood.
 */
export function followTalk(view: CaseView | null, draw: () => void): void {
  const before = document.getElementById('talk');
  const atEnd = !before || before.scrollHeight - before.scrollTop - before.clientHeight < NEAR_PX;
  const now = view === null ? '' : `${view.id} ${view.talk.length}`;
  const another = now.split(' ')[0] !== shown.split(' ')[0];
  if (atEnd || another) unseenBelow = false;
  else if (now !== shown) unseenBelow = true;
  draw();
  if (now !== shown && !unseenBelow) toNewest();
  shown = now;
}

function entry(line: TalkLine): VNode {
  return h(
    'li',
    { key: line.id, class: `entry from-${line.from}` },
    h('span', { class: 'who' }, `${t(`talk.from.${line.from}`)} · ${timeOfDay(line.at)}`),
    h('span', { class: 'words', lang: langOf(line.language), dir: 'auto' }, line.text),
  );
}
