// Writing to the person. What is typed goes as typed; in another language than theirs it says so first.
import { act } from './actions.js';
import { serverNow } from './clock.js';
import { key } from './header-view.js';
import { canWrite, change, state } from './state.js';
import { h, type VNode } from './view.js';
import type { CaseView } from './wire.js';
import { languageName, t } from './words.js';

const LONGEST = 1500;
const TYPING_EVERY_MS = 20_000;
let typingSaidAt = 0;
/** The phrase that says an interpreter can join by phone. */
export const INTERPRETER_PHRASE = 'interpreter.offer';

export function composerView(view: CaseView): VNode {
  if (!canWrite(view, serverNow())) {
    const why = view.mine ? 'composer.closed' : 'composer.not-yours';
    return h('div', { class: 'composer resting', key: 'resting' }, h('p', { class: 'quiet' }, t(why)));
  }
  return h(
    'form',
    { class: 'composer', key: 'composer', onsubmit: (event) => send(event, view) },
    languageLine(view),
    writing(view),
  );
}

function writing(view: CaseView): VNode {
  const sending = state.pending.has('message');
  return h(
    'div',
    { class: 'writing' },
    h(
      'label',
      { for: 'message', class: 'unseen' },
      t('composer.label', { language: languageName(view.language) }),
    ),
    h('textarea', {
      id: 'message',
      rows: 2,
      maxlength: LONGEST,
      lang: state.writingIn,
      dir: 'auto',
      placeholder: t('composer.placeholder'),
      value: state.drafts.get(view.id) ?? '',
      onkeydown: enterSends,
      oninput: (event) => typed(event, view),
    }),
    h(
      'button',
      { class: 'primary', type: 'submit', disabled: sending },
      t(state.confirmingLanguage ? 'composer.send-anyway' : 'composer.send'),
      key('↵'),
    ),
  );
}

/** Which language I write in, and the warning when it is not theirs. */
function languageLine(view: CaseView): VNode {
  const choices = [...new Set([...(state.me?.languages ?? []), 'en', view.language ?? 'en'])].filter(
    (tag) => tag !== 'und',
  );
  const other = sameLanguage(state.writingIn, view.language) ? null : languageName(view.language);
  return h(
    'div',
    { class: state.confirmingLanguage ? 'language-line asking' : 'language-line' },
    h('label', { for: 'writing-in' }, t('composer.writing-in')),
    h(
      'select',
      {
        id: 'writing-in',
        value: state.writingIn,
        onchange: (event) =>
          change({ writingIn: (event.target as HTMLSelectElement).value, confirmingLanguage: false }),
      },
      choices.map((tag) => h('option', { key: tag, value: tag }, languageName(tag))),
    ),
    other !== null &&
      h(
        'span',
        { role: 'status', class: 'mismatch' },
        t(state.confirmingLanguage ? 'composer.confirm' : 'composer.mismatch', { language: other }),
      ),
    other !== null && interpreterButton(view),
  );
}

function interpreterButton(view: CaseView): VNode | null {
  const phrase = state.phrases.find((row) => row.id === INTERPRETER_PHRASE);
  return phrase
    ? h(
        'button',
        {
          type: 'button',
          class: 'plain',
          onclick: () => void act(view.id, 'message', { phrase: phrase.id }),
        },
        t('composer.interpreter'),
      )
    : null;
}

/** A language nobody knows is not the same as mine. */
function sameLanguage(mine: string, theirs: string | null): boolean {
  return mine.split('-')[0] === theirs?.split('-')[0];
}

function enterSends(event: Event): void {
  const press = event as KeyboardEvent;
  // An input method uses Enter to finish a word.
  if (press.key !== 'Enter' || press.shiftKey || press.isComposing) return;
  press.preventDefault();
  (press.target as HTMLTextAreaElement).form?.requestSubmit();
}

function typed(event: Event, view: CaseView): void {
  state.drafts.set(view.id, (event.target as HTMLTextAreaElement).value);
  if (state.confirmingLanguage) change({ confirmingLanguage: false });
  sayTyping(view);
}

/** A claim must not lapse while its first message is being written. */
function sayTyping(view: CaseView): void {
  if (view.status !== 'claimed' || Date.now() - typingSaidAt < TYPING_EVERY_MS) return;
  typingSaidAt = Date.now();
  void act(view.id, 'activity');
}

function send(event: Event, view: CaseView): void {
  event.preventDefault();
  const box = (event.target as HTMLFormElement).elements.namedItem('message');
  if (!(box instanceof HTMLTextAreaElement) || box.value.trim() === '') return;
  if (!sameLanguage(state.writingIn, view.language) && !state.confirmingLanguage) {
    change({ confirmingLanguage: true });
  } else {
    void sendText(box, view);
  }
}

/** The words stay in the box until the server has them. */
async function sendText(box: HTMLTextAreaElement, view: CaseView): Promise<void> {
  const text = box.value;
  const done = await act(view.id, 'message', { text, language: state.writingIn });
  if (!done) return;
  if (state.drafts.get(view.id) === text) state.drafts.delete(view.id);
  change({ confirmingLanguage: false });
}
