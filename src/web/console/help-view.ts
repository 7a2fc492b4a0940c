// The list of keys, and the switch for them.
import { SHORTCUTS } from './keys.js';
import { change, state } from './state.js';
import { h, type VNode } from './view.js';
import { t } from './words.js';

export function helpView(): VNode {
  const rows = SHORTCUTS.map(([letter, text]) =>
    h('div', { key: letter }, h('dt', {}, h('kbd', {}, letter)), h('dd', {}, t(text))),
  );
  return h(
    'dialog',
    {
      id: 'help',
      class: 'help',
      'aria-labelledby': 'help-title',
      onclose: () => change({ helpOpen: false }),
    },
    h('h2', { id: 'help-title' }, t('help.title')),
    h('dl', {}, rows),
    h(
      'label',
      { class: 'switch' },
      h('input', {
        type: 'checkbox',
        checked: state.singleKeys,
        onchange: (event) => change({ singleKeys: (event.target as HTMLInputElement).checked }),
      }),
      t('help.single-keys'),
    ),
    h('button', { class: 'primary', onclick: () => change({ helpOpen: false }) }, t('help.close')),
  );
}

/** Opens or closes the dialog as the state says; a dialog traps the focus by itself. */
export function syncHelp(): void {
  const dialog = document.getElementById('help');
  if (!(dialog instanceof HTMLDialogElement) || dialog.open === state.helpOpen) return;
  if (state.helpOpen) dialog.showModal();
  else dialog.close();
}
