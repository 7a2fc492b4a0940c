// The page: puts its parts together. Everything it knows is in memory and gone with it.
import { announce } from './announce.js';
import { watchComposer } from './composer.js';
import { button, byId, make } from './dom.js';
import { framed, tellParent, watchParent } from './frame.js';
import { watchIdle } from './idle.js';
import { exit, watchLeaving } from './leave.js';
import { Line, type LineState, newId } from './line.js';
import { showMenu } from './menu.js';
import { readStart } from './start.js';
import { clearTalk, hasTalk, showActivity, showOwn } from './talk.js';
import { fetchWords, language, say, showWords, useWords } from './words.js';

const start = readStart();
let caseOpen = false;
let line = newLine();

useWords(start.text);
watchLeaving(() => void line.end('hide'));
watchComposer((text) => sendOwn(text, { text }));
watchParent({
  locale: (tag) => void chooseLanguage(tag, false),
  theme: (theme) => {
    document.documentElement.dataset['theme'] = theme;
  },
  opened: () => byId('input').focus(),
});
watchIdle({
  hasTalk,
  caseOpen: () => caseOpen,
  warn: (minutes) => (minutes === null ? clearState() : warnIdle(minutes)),
  wipe: () => wipe('idle.cleared', 'hide'),
});
showBeginning();
rebuildMenu();
tellParent('ready');
if (framed) addEventListener('keydown', ({ key }) => key === 'Escape' && tellParent('close'));

function newLine(): Line {
  return new Line({
    partner: start.partner,
    locale: language,
    state: showState,
    news(set) {
      if (set.porchlight) caseOpen = set.porchlight.caseOpen;
      for (const activity of set.activities) showActivity(activity, press);
    },
  });
}

/** Sends words or a button, and shows them; a failed one can be sent again under the same id. */
function sendOwn(shown: string, message: { text?: string; action?: string }): void {
  const id = newId();
  byId('begin').replaceChildren();
  const again = () => line.send({ id, ...message, fate });
  const fate = showOwn(id, shown, again);
  again();
}

/** Ways out act here, at once; a switch of the summary shows itself; everything else is said and sent. */
function press(action: string, label: string): void {
  if (action === 'hide') exit(() => void line.end('hide'));
  else if (action === 'erase') wipe('erase.done', 'erase');
  else if (label === '') line.send({ id: newId(), action });
  else sendOwn(label, { action });
}

/** `tell`: the talk changes its language as well, not only the page. */
async function chooseLanguage(tag: string, tell: boolean): Promise<void> {
  if (tag === language() || !(await fetchWords(tag))) return;
  showWords();
  rebuildMenu();
  if (!hasTalk()) showBeginning();
  else if (tell) line.send({ id: newId(), action: `lang:${tag}` });
}

function rebuildMenu(): void {
  showMenu({
    languages: start.languages,
    chooseLanguage: (tag) => void chooseLanguage(tag, true),
    person: () => sendOwn(say('menu.person'), { action: 'person' }),
    erase: () => wipe('erase.done', 'erase'),
  });
}

function showBeginning(): void {
  const begin = button(say('before.start'), 'strong', () => {
    byId('begin').replaceChildren();
    line.send({ id: newId(), action: 'start' });
    byId('input').focus();
  });
  byId('begin').replaceChildren(begin);
}

/** Ends the session and empties the page; what is left is the page as it was before the first word. */
function wipe(key: string, verb: 'hide' | 'erase'): void {
  void line.end(verb);
  caseOpen = false;
  clearTalk();
  line = newLine();
  showBeginning();
  tellState(say(key));
}

const STATES: Partial<Record<LineState, string>> = {
  offline: 'line.offline',
  trouble: 'line.trouble',
  ended: 'line.ended',
};

let stateShown: LineState = 'online';
function showState(state: LineState): void {
  if (state === stateShown) return;
  const wasAway = stateShown === 'offline' || stateShown === 'trouble';
  stateShown = state;
  if (state === 'ended') {
    wipe('line.ended', 'hide');
    return;
  }
  const key = STATES[state];
  if (key) tellState(say(key));
  else if (state === 'online') {
    clearState();
    if (wasAway) announce(say('line.back'));
  }
}

function warnIdle(minutes: number): void {
  const text = say('idle.warning', { minutes });
  if (byId('state').firstChild?.textContent === text) return;
  tellState(text, button(say('idle.stay'), 'plain', clearState));
}

function tellState(text: string, ...more: Node[]): void {
  const state = byId('state');
  state.replaceChildren(make('span', {}, text), ...more);
  state.hidden = false;
  announce(text);
}

function clearState(): void {
  byId('state').hidden = true;
  byId('state').replaceChildren();
}
