// Ending a case: lowering its level where staff know better, and closing it with what became of it.
import { act } from './actions.js';
import { state } from './state.js';
import { h, type VNode } from './view.js';
import type { CaseView, Level } from './wire.js';
import { t } from './words.js';

const DISPOSITIONS = [
  'helped',
  'referred',
  'emergency-services',
  'left',
  'not-for-us',
  'prank',
  'duplicate',
] as const;
const LEVELS: readonly Level[] = ['emergency', 'urgent', 'elevated', 'routine', 'none'];

export function closeView(view: CaseView): VNode {
  if (view.status === 'closed') {
    return h(
      'p',
      { class: 'quiet' },
      t('close.closed', { disposition: t(`disposition.${view.disposition ?? 'left'}`) }),
    );
  }
  if (!view.mine) return h('p', { class: 'quiet' }, t('close.not-yours'));
  return h('div', { class: 'closing' }, lowerForm(view), closeForm(view));
}

function lowerForm(view: CaseView): VNode | null {
  const lower = LEVELS.slice(LEVELS.indexOf(view.level) + 1).filter((level) => level !== 'none');
  if (lower.length === 0) return null;
  return h(
    'form',
    { onsubmit: (event) => submit(event, (value) => act(view.id, 'lower', { level: value('level') })) },
    h('h3', {}, t('close.lower-title')),
    h('p', { class: 'hint' }, t('close.lower-hint')),
    h('label', { for: 'level' }, t('close.lower-label')),
    h(
      'select',
      { id: 'level', name: 'level' },
      lower.map((level) => h('option', { key: level, value: level }, t(`level.${level}`))),
    ),
    h('button', { type: 'submit', disabled: state.pending.has('lower') }, t('close.lower')),
  );
}

function closeForm(view: CaseView): VNode {
  const option = (name: string) =>
    h(
      'label',
      { class: 'disposition', key: name },
      h('input', { type: 'radio', name: 'disposition', value: name, required: true }),
      t(`disposition.${name}`),
    );
  return h(
    'form',
    {
      onsubmit: (event) =>
        submit(event, (value) => act(view.id, 'close', { disposition: value('disposition') })),
    },
    h('h3', {}, t('close.title')),
    h('p', { class: 'hint' }, t('close.hint')),
    h('fieldset', {}, h('legend', {}, t('close.legend')), DISPOSITIONS.map(option)),
    h('button', { class: 'primary', type: 'submit', disabled: state.pending.has('close') }, t('close.go')),
  );
}

function submit(event: Event, run: (value: (name: string) => string) => Promise<boolean>): void {
  event.preventDefault();
  const fields = new FormData(event.target as HTMLFormElement);
  void run((name) => String(fields.get(name) ?? ''));
}
