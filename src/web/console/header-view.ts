// The bar on top: which desk, how free I am, whether the line holds, sound, help, the way out. Alarms and notices below it.
import { setStatus, signOut } from './actions.js';
import { isMuted, setMuted, soundReady } from './alarm.js';
import { serverNow, span } from './clock.js';
import { change, may, ringing, state } from './state.js';
import { h, type VNode } from './view.js';
import type { Status } from './wire.js';
import { noticeText, t } from './words.js';

const STATUSES: readonly Status[] = ['available', 'busy', 'away'];
const IDLE_WARNING_MS = 5 * 60_000;

export function headerView(): VNode {
  return h(
    'header',
    { class: 'top' },
    h('h1', { class: 'desk' }, state.me?.deskName ?? ''),
    statusChoice(),
    h('p', { class: `line line-${state.line}`, role: 'status' }, lineText()),
    h(
      'div',
      { class: 'tools' },
      h(
        'button',
        { class: 'plain', 'aria-pressed': String(isMuted()), onclick: toggleSound },
        t(isMuted() ? 'sound.off' : 'sound.on'),
      ),
      h('button', { class: 'plain', onclick: () => change({ helpOpen: true }) }, t('help.open'), key('?')),
      h('span', { class: 'me' }, state.me?.name ?? ''),
      h('button', { class: 'plain', onclick: () => void signOut() }, t('sign-out')),
    ),
  );
}

/** The letter that does the same as the button it stands in. */
export function key(letter: string): VNode | null {
  return state.singleKeys ? h('kbd', { 'aria-hidden': 'true' }, letter) : null;
}

function statusChoice(): VNode {
  const option = (status: Status) =>
    h(
      'label',
      { class: state.status === status ? `chosen ${status}` : status },
      h('input', {
        type: 'radio',
        name: 'status',
        value: status,
        checked: state.status === status,
        onchange: () => void setStatus(status),
      }),
      t(`status.${status}`),
    );
  return h(
    'fieldset',
    { class: 'status' },
    h('legend', { class: 'unseen' }, t('status.legend')),
    STATUSES.map(option),
  );
}

function lineText(): string {
  if (state.line !== 'open') return t(`line.${state.line}`);
  return t('line.open', { available: state.queue?.available ?? 0 });
}

function toggleSound(): void {
  setMuted(!isMuted());
  change({ muted: isMuted() });
}

/** What must not be overlooked: cases that ring, a session about to end, what the last act came to. */
export function bannersView(): VNode {
  return h(
    'section',
    { class: 'banners', 'aria-label': t('banners.label') },
    alarmBanner(),
    soundBanner(),
    idleBanner(),
    noticeBanner(),
  );
}

function alarmBanner(): VNode {
  const lines = ringing();
  const emergencies = lines.filter((line) => line.level === 'emergency').length;
  const first = lines[0];
  const tone = emergencies > 0 ? 'emergency' : 'urgent';
  const counted = { count: emergencies > 0 ? emergencies : lines.length };
  return h(
    'div',
    { role: 'alert', key: 'alarm', class: first ? `banner ring-${tone}` : 'banner empty' },
    first && h('strong', {}, t(`alarm.${tone}`, counted)),
    // The ticking clock is not for the screen reader: it would speak every second.
    first &&
      h(
        'span',
        { class: 'ticking', 'aria-hidden': 'true' },
        t('alarm.longest', { time: span(serverNow() - (first.waitingSince ?? serverNow())) }),
      ),
    first && may('take-cases') && h('span', { class: 'how' }, t('alarm.how'), key('N')),
  );
}

function soundBanner(): VNode | null {
  if (soundReady() || isMuted()) return null;
  return h('p', { class: 'banner silent', key: 'sound' }, t('sound.waiting'));
}

function idleBanner(): VNode | null {
  const leftMs = state.lastActiveAt + state.idleMs - Date.now();
  if (leftMs > IDLE_WARNING_MS) return null;
  return h(
    'div',
    { class: 'banner idle', key: 'idle', role: 'alert' },
    h('strong', {}, t('idle.warning')),
    h('span', { class: 'ticking', 'aria-hidden': 'true' }, span(leftMs)),
  );
}

function noticeBanner(): VNode {
  const { notice } = state;
  return h(
    'div',
    { role: 'status', key: 'notice', class: notice ? `banner notice-${notice.tone}` : 'banner empty' },
    notice && h('span', {}, noticeText(notice.key, notice.wait ?? 0)),
    notice && h('button', { class: 'plain', onclick: () => change({ notice: null }) }, t('notice.close')),
  );
}
