// The left side: the next person, what I have, who waits, and (for a supervisor) what colleagues hold. No words of anybody.
import { act, nextPerson, openCase, turnPage } from './actions.js';
import { serverNow, span } from './clock.js';
import { key } from './header-view.js';
import { levelMark } from './level-mark.js';
import { may, state } from './state.js';
import { h, type VNode } from './view.js';
import type { ClaimedLine, QueueLine } from './wire.js';
import { hasText, languageName, t } from './words.js';

export function queueView(): VNode {
  const { queue } = state;
  const mine = queue?.claimed.filter((line) => line.mine) ?? [];
  const others = queue?.claimed.filter((line) => !line.mine) ?? [];
  return h(
    'nav',
    { class: 'queue', 'aria-label': t('queue.label') },
    may('take-cases') && nextButton(),
    mine.length > 0 &&
      section(
        'queue.mine',
        mine.map((line) => claimedItem(line, false)),
      ),
    waiting(),
    may('release-any') &&
      others.length > 0 &&
      section(
        'queue.others',
        others.map((line) => claimedItem(line, true)),
      ),
  );
}

function nextButton(): VNode {
  const busy = state.pending.has('next');
  const none = (state.queue?.total ?? 0) === 0;
  return h(
    'button',
    { class: 'primary next', disabled: busy || none, onclick: () => void nextPerson() },
    h('span', {}, t(none ? 'queue.next-none' : 'queue.next')),
    none ? null : key('N'),
  );
}

function section(title: string, items: readonly VNode[]): VNode {
  return h('section', { key: title }, h('h2', {}, t(title)), h('ul', { class: 'lines' }, items));
}

function waiting(): VNode {
  const { queue } = state;
  const head = h('h2', {}, t('queue.waiting', { count: queue?.total ?? 0 }));
  if (!queue) return h('section', { key: 'waiting' }, head, h('p', { class: 'quiet' }, t('queue.loading')));
  if (queue.lines.length === 0) {
    return h('section', { key: 'waiting' }, head, h('p', { class: 'quiet' }, t('queue.empty')));
  }
  return h(
    'section',
    { key: 'waiting' },
    head,
    h('ol', { class: 'lines' }, queue.lines.map(waitingItem)),
    pager(),
  );
}

function pager(): VNode | null {
  const { queue } = state;
  if (!queue || queue.pages <= 1) return null;
  return h(
    'div',
    { class: 'pager' },
    h(
      'button',
      { class: 'plain', disabled: queue.page <= 1, onclick: () => void turnPage(-1) },
      t('queue.newer'),
    ),
    h('span', {}, t('queue.page', { page: queue.page, pages: queue.pages })),
    h(
      'button',
      { class: 'plain', disabled: queue.page >= queue.pages, onclick: () => void turnPage(1) },
      t('queue.further'),
    ),
  );
}

function waitingItem(line: QueueLine): VNode {
  const waited = line.waitingSince === null ? '' : span(serverNow() - line.waitingSince);
  return h(
    'li',
    { key: line.id },
    row(
      line,
      h('span', { class: 'ticking' }, h('span', { class: 'unseen' }, t('queue.waited'), ' '), waited),
    ),
  );
}

function claimedItem(line: ClaimedLine, withRelease: boolean): VNode {
  const release = h(
    'button',
    { class: 'plain', disabled: state.pending.has('release'), onclick: () => void act(line.id, 'release') },
    t('case.release-other', { name: line.claimedBy ?? '' }),
  );
  const held = withRelease && h('div', { class: 'held' }, release);
  return h('li', { key: line.id }, row(line, h('span', {}, t(`case.status.${line.status}`))), held);
}

function row(line: QueueLine, aside: VNode): VNode {
  const open = state.openId === line.id;
  const details = [languageName(line.language), channelName(line.channel)];
  if (line.alike > 1) details.push(t('queue.alike', { count: line.alike }));
  if (line.returns > 0) details.push(t('queue.returned', { count: line.returns }));
  if (line.minimal) details.push(t('queue.minimal'));
  if (line.person !== 'here') details.push(t(`person.${line.person}.short`));
  return h(
    'button',
    {
      class: `line-row row-${line.level}`,
      'aria-current': open ? 'true' : null,
      disabled: !may('read-cases'),
      onclick: () => void openCase(line.id),
    },
    h('span', { class: 'row-top' }, levelMark(line.level), aside),
    h(
      'span',
      { class: 'row-details' },
      h('span', { class: 'reference' }, line.reference),
      ` ${details.join(' · ')}`,
    ),
  );
}

/** The name of a channel; a dash where none is shared. */
export function channelName(channel: string | null): string {
  if (channel === null) return '—';
  return hasText(`channel.${channel}`) ? t(`channel.${channel}`) : channel;
}
