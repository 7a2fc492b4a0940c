// The middle: who this is and what they agreed to tell, on one screen, and the talk below it.
import { act } from './actions.js';
import { serverNow, span, timeOfDay } from './clock.js';
import { composerView } from './composer-view.js';
import { key } from './header-view.js';
import { levelMark } from './level-mark.js';
import { channelName } from './queue-view.js';
import { isWaiting, may, state } from './state.js';
import { summaryView } from './summary-view.js';
import { talkView } from './talk-view.js';
import { h, type VNode } from './view.js';
import type { CaseView } from './wire.js';
import { languageName, t } from './words.js';

export function caseView(): VNode {
  const { open, openId } = state;
  if (!open) return emptyView(openId === null ? 'case.nothing-open' : 'case.opening');
  return h(
    'main',
    { class: 'case', key: `case-${open.id}`, 'aria-label': t('case.label', { reference: open.reference }) },
    headView(open),
    remarks(open),
    summaryView(open),
    talkView(open),
    composerView(open),
  );
}

function emptyView(text: string): VNode {
  const role = may('read-cases') ? text : 'case.not-for-role';
  return h(
    'main',
    { class: 'case none-open', key: 'none' },
    h('p', {}, t(role)),
    h('p', { class: 'quiet' }, t('case.keys-hint')),
  );
}

function headView(view: CaseView): VNode {
  return h(
    'div',
    { class: 'case-head' },
    h(
      'div',
      { class: 'case-title' },
      h('h2', {}, levelMark(view.level), h('span', { class: 'reference' }, view.reference)),
      h(
        'p',
        { class: 'facts' },
        [t(`case.status.${view.status}`), languageName(view.language), channelName(view.channel)].join(' · '),
      ),
    ),
    clocks(view),
    buttons(view),
  );
}

function clocks(view: CaseView): VNode {
  const now = serverNow();
  const { openedAt, queuedAt, connectedAt, personLastAt } = view.clocks;
  const since = queuedAt ?? openedAt;
  const rows: (readonly [string, string])[] = [['clock.opened', timeOfDay(openedAt)]];
  if (isWaiting(view.status)) rows.push(['clock.waiting', span(now - since)]);
  if (connectedAt !== null) rows.push(['clock.answered', span(connectedAt - since)]);
  rows.push(['clock.last', span(now - personLastAt)]);
  return h(
    'dl',
    { class: 'clocks' },
    rows.map(([label, value]) =>
      h('div', { key: label }, h('dt', {}, t(label)), h('dd', { class: 'ticking' }, value)),
    ),
  );
}

function buttons(view: CaseView): VNode {
  const held = view.claimedBy !== null && (view.mine || may('release-any'));
  return h(
    'div',
    { class: 'case-buttons' },
    isWaiting(view.status) &&
      may('take-cases') &&
      h(
        'button',
        { class: 'primary', disabled: state.pending.has('claim'), onclick: () => void act(view.id, 'claim') },
        t('case.claim'),
        key('C'),
      ),
    held &&
      h(
        'button',
        { disabled: state.pending.has('release'), onclick: () => void act(view.id, 'release') },
        t('case.release'),
        key('R'),
      ),
  );
}

/** One line each for what changes what can be done: the lease, the person's side, the window. */
function remarks(view: CaseView): VNode {
  const now = serverNow();
  const lines: VNode[] = [];
  const add = (name: string, text: string, tone: string, ticking?: string) =>
    lines.push(
      h(
        'p',
        { key: name, class: `remark ${tone}` },
        h('span', {}, text),
        ticking !== undefined && h('span', { class: 'ticking', 'aria-hidden': 'true' }, ticking),
      ),
    );
  if (view.mine && view.status === 'claimed' && view.clocks.leaseUntil !== null) {
    add('lease', t('remark.lease'), 'act', span(view.clocks.leaseUntil - now));
  }
  if (view.claimedBy !== null && !view.mine)
    add('held', t('remark.held', { name: view.claimedBy ?? '' }), 'calm');
  if (view.person !== 'here') add('person', t(`person.${view.person}`), 'warn');
  if (view.minimal) add('minimal', t('remark.minimal'), 'warn');
  if (view.identityUnconfirmed) add('identity', t('remark.idle-return'), 'warn');
  const leftMs = view.replyUntil === null ? null : view.replyUntil - now;
  if (leftMs !== null && leftMs <= 0) add('window', t('remark.window-closed'), 'warn');
  else if (!view.canReply) add('no-reply', t('remark.no-reply'), 'warn');
  else if (leftMs !== null) add('window', t('remark.window'), 'calm', span(leftMs));
  if (view.returns > 1) add('returns', t('remark.returns', { count: view.returns }), 'warn');
  return h('div', { class: 'remarks', role: 'status' }, lines);
}
