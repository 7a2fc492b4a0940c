// The page before somebody is signed in: name, password, code.
import { signIn } from './actions.js';
import { state } from './state.js';
import { h, type VNode } from './view.js';
import { noticeText, t } from './words.js';

export function signInView(): VNode {
  const busy = state.pending.has('sign-in');
  const submit = h(
    'button',
    { class: 'primary wide', type: 'submit', disabled: busy },
    t(busy ? 'sign-in.checking' : 'sign-in.go'),
  );
  return h(
    'main',
    { class: 'sign-in', key: 'sign-in' },
    h('h1', {}, t('sign-in.title')),
    h('p', { class: 'quiet' }, t('sign-in.intro')),
    noticeLine(),
    h(
      'form',
      { onsubmit: send, autocomplete: 'on' },
      field({ name: 'name', type: 'text', autocomplete: 'username' }),
      field({ name: 'password', type: 'password', autocomplete: 'current-password' }),
      field({
        name: 'code',
        type: 'text',
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        hint: t('sign-in.code-hint'),
      }),
      submit,
    ),
  );
}

function noticeLine(): VNode {
  const { notice } = state;
  const text = notice && noticeText(notice.key, notice.wait ?? 0);
  return h('p', { role: 'alert', class: notice ? `notice ${notice.tone}` : 'notice empty' }, text);
}

function field(input: Readonly<Record<string, string>> & { name: string }): VNode {
  const { hint, ...attributes } = input as Record<string, string> & { name: string };
  const hintId = hint === undefined ? null : `hint-${input.name}`;
  return h(
    'div',
    { class: 'field' },
    h('label', { for: `sign-${input.name}` }, t(`sign-in.${input.name}`)),
    h('input', { id: `sign-${input.name}`, required: true, 'aria-describedby': hintId, ...attributes }),
    hintId !== null && h('p', { id: hintId, class: 'hint' }, hint),
  );
}

function send(event: Event): void {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const value = (name: string) => String(new FormData(form).get(name) ?? '');
  void signIn({ name: value('name'), password: value('password'), code: value('code') });
  const code = form.elements.namedItem('code');
  // A code works once: the next try needs the next code.
  if (code instanceof HTMLInputElement) code.value = '';
}
