// The right side: phrases the person reads in their language, notes for colleagues, and closing the case.
import { act } from './actions.js';
import { serverNow, timeOfDay } from './clock.js';
import { closeView } from './close-view.js';
import { canWrite, change, state, type Tab } from './state.js';
import { langOf } from './summary-view.js';
import { h, type VNode } from './view.js';
import type { CaseView, Phrase } from './wire.js';
import { hasText, languageName, t } from './words.js';

const TABS: readonly Tab[] = ['phrases', 'notes', 'close'];
const LETTERS: Readonly<Record<Tab, string>> = { phrases: 'P', notes: 'O', close: 'X' };

export function sideView(): VNode {
  const { open, tab } = state;
  if (!open) return h('aside', { class: 'side', 'aria-label': t('side.label') });
  return h(
    'aside',
    { class: 'side', 'aria-label': t('side.label') },
    h('div', { role: 'tablist', class: 'tabs', onkeydown: moveTab }, TABS.map(tabButton)),
    h(
      'div',
      {
        role: 'tabpanel',
        id: 'side-panel',
        'aria-labelledby': `tab-${tab}`,
        class: 'panel',
        key: `${tab} ${open.id}`,
      },
      panel(open),
    ),
  );
}

function panel(view: CaseView): VNode {
  if (state.tab === 'notes') return notesView(view);
  if (state.tab === 'close') return closeView(view);
  return phrasesView(view);
}

function tabButton(tab: Tab): VNode {
  const chosen = state.tab === tab;
  return h(
    'button',
    {
      role: 'tab',
      id: `tab-${tab}`,
      key: tab,
      'aria-selected': String(chosen),
      'aria-controls': 'side-panel',
      tabindex: chosen ? '0' : '-1',
      onclick: () => change({ tab }),
    },
    t(`side.${tab}`),
    state.singleKeys && h('kbd', { 'aria-hidden': 'true' }, LETTERS[tab]),
  );
}

function moveTab(event: Event): void {
  const press = event as KeyboardEvent;
  const by = press.key === 'ArrowRight' ? 1 : press.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return;
  const tab = TABS[(TABS.indexOf(state.tab) + by + TABS.length) % TABS.length] ?? 'phrases';
  change({ tab });
  document.getElementById(`tab-${tab}`)?.focus();
}

function phrasesView(view: CaseView): VNode {
  const wanted = state.phraseFilter.trim().toLowerCase();
  const shown = state.phrases.filter((phrase) => phrase.english.toLowerCase().includes(wanted));
  return h(
    'div',
    { class: 'phrases' },
    h('label', { for: 'phrase-filter', class: 'unseen' }, t('phrases.find')),
    h('input', {
      id: 'phrase-filter',
      type: 'search',
      placeholder: t('phrases.find'),
      value: state.phraseFilter,
      oninput: (event) => change({ phraseFilter: (event.target as HTMLInputElement).value }),
    }),
    languageNote(view),
    shown.length === 0 && h('p', { class: 'quiet' }, t('phrases.none')),
    groupsOf(shown).map(([group, phrases]) => phraseGroup(group, phrases, view)),
  );
}

/** Honest about the texts: not checked, or not there at all in their language. */
function languageNote(view: CaseView): VNode | null {
  const language = languageName(view.language);
  const theirs = state.phrases.filter((phrase) => phrase.language === view.language);
  if (theirs.length === 0)
    return h('p', { class: 'hint', key: 'language' }, t('phrases.no-language', { language }));
  const unchecked = theirs.some((phrase) => !phrase.checked);
  return unchecked
    ? h('p', { class: 'hint', key: 'language' }, t('phrases.not-checked', { language }))
    : null;
}

/** Phrases by the first word of their id, in the order of the file. */
function groupsOf(phrases: readonly Phrase[]): [string, Phrase[]][] {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const group = phrase.id.split('.')[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), phrase]);
  }
  return [...groups];
}

function phraseGroup(group: string, phrases: readonly Phrase[], view: CaseView): VNode {
  const title = hasText(`phrases.group.${group}`) ? h('h3', {}, t(`phrases.group.${group}`)) : null;
  return h(
    'section',
    { key: group },
    title,
    h(
      'ul',
      {},
      phrases.map((phrase) => phraseRow(phrase, view)),
    ),
  );
}

function phraseRow(phrase: Phrase, view: CaseView): VNode {
  const same = phrase.theirs === phrase.english;
  const other =
    phrase.language !== view.language && state.phrases.some((row) => row.language === view.language);
  return h(
    'li',
    { key: phrase.id },
    h(
      'button',
      {
        class: 'phrase',
        disabled: !canWrite(view, serverNow()) || state.pending.has('message'),
        onclick: () => void act(view.id, 'message', { phrase: phrase.id }),
      },
      h('span', { class: 'english', lang: 'en' }, phrase.english),
      !same && h('span', { class: 'theirs', lang: langOf(phrase.language), dir: phrase.dir }, phrase.theirs),
      other && h('span', { class: 'hint' }, t('phrases.other-language')),
    ),
  );
}

function notesView(view: CaseView): VNode {
  const note = (entry: CaseView['notes'][number]) =>
    h(
      'li',
      { key: `${entry.at}${entry.by}` },
      h('span', { class: 'who' }, `${entry.by} · ${timeOfDay(entry.at)}`),
      h('span', { dir: 'auto' }, entry.text),
    );
  return h(
    'div',
    { class: 'notes' },
    h('p', { class: 'hint' }, t('notes.hint')),
    view.notes.length > 0 && h('ul', {}, view.notes.map(note)),
    view.mine &&
      h(
        'form',
        { onsubmit: (event) => saveNote(event, view) },
        h('label', { for: 'note' }, t('notes.label')),
        h('textarea', {
          id: 'note',
          rows: 5,
          maxlength: 4000,
          dir: 'auto',
          value: state.drafts.get(`note ${view.id}`) ?? '',
          oninput: (event) =>
            state.drafts.set(`note ${view.id}`, (event.target as HTMLTextAreaElement).value),
        }),
        h('button', { type: 'submit', disabled: state.pending.has('note') }, t('notes.save')),
      ),
  );
}

function saveNote(event: Event, view: CaseView): void {
  event.preventDefault();
  const box = (event.target as HTMLFormElement).elements.namedItem('note');
  if (!(box instanceof HTMLTextAreaElement) || box.value.trim() === '') return;
  const text = box.value;
  const draft = `note ${view.id}`;
  void act(view.id, 'note', { text }).then((done) => {
    if (!done || state.drafts.get(draft) !== text) return;
    state.drafts.delete(draft);
    change({});
  });
}
