// Words and buttons that mean the same in every state: no dialog can skip them, no case can mute them.
import type { Reserved } from '../i18n/index.js';
import { tellMore, tellSources, tellTopics } from './answer.js';
import { stepCase } from './case-step.js';
import { startDialog } from './dialog-turn.js';
import { type Draft, set, tagOf } from './draft.js';
import { switchTo } from './follow-language.js';
import { erase, hide } from './forget.js';
import type { Input } from './input.js';
import { sayMenu } from './menu.js';
import { raiseLevel } from './raise-level.js';
import { startTexts, stopTexts } from './texting.js';
import { sayLine } from './words.js';

/** True when the message was one of these, and the turn is done. */
export function takeReserved(draft: Draft, input: Input): boolean {
  if (input.action !== null) return takeAction(draft, input.action);
  const reserved = draft.world.readReserved(input.text, tagOf(draft));
  return reserved !== null && takeWord(draft, reserved);
}

const ACTIONS: Readonly<Record<string, (draft: Draft) => void>> = {
  hide,
  erase,
  person: askForPerson,
  'talk-to-person': askForPerson,
  start: (draft) => startDialog(draft, 'welcome'),
  menu: sayMenu,
  write: (draft) => sayLine(draft, 'menu.free'),
  more: tellMore,
  sources: tellSources,
  withdraw: (draft) => void stepCase(draft, { kind: 'withdraw' }),
  'keep-place': (draft) => sayLine(draft, 'handoff.waiting'),
  'stop-texts': stopTexts,
  attachment: (draft) => sayLine(draft, 'notice.attachment', { kind: 'notice' }),
  'none-of-these': (draft) => sayLine(draft, 'notice.not-understood', { choices: ['talk-to-person'] }),
};

function takeAction(draft: Draft, action: string): boolean {
  const [verb = '', value = ''] = action.split(/:(.*)/su);
  const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (act) act(draft);
  else if (verb === 'lang') chooseLanguage(draft, value);
  else if (verb === 'topic' && draft.world.knowledge.topics.has(value)) tellTopics(draft, [value], 0);
  else if (draft.conversation.dialog === null && draft.world.dialogs.has(action)) startDialog(draft, action);
  else return false;
  return true;
}

function takeWord(draft: Draft, reserved: Reserved): boolean {
  const onSms = draft.conversation.channel === 'sms';
  switch (reserved.kind) {
    case 'opt-out':
      return onSms && done(stopTexts(draft));
    case 'start':
      return onSms && done(startTexts(draft));
    case 'help':
      return onSms && done(sayLine(draft, 'sms:help', { kind: 'safety' }));
    case 'hide':
      return done(hide(draft));
    case 'erase':
      return done(erase(draft));
    case 'person':
      return done(askForPerson(draft));
    case 'language':
      return done(chooseLanguage(draft, reserved.chosen));
    case 'more':
      return draft.conversation.told.length > 0 && done(tellMore(draft));
    case 'sources':
      return draft.conversation.told.length > 0 && done(tellSources(draft));
    default:
      return false;
  }
}

/** Asking for a person is elevated (design §5), whatever was said before. */
function askForPerson(draft: Draft): void {
  raiseLevel(draft, { id: 'asks-for-person', kind: 'person-asked', level: 'elevated' });
  startDialog(draft, 'connect');
}

/** The turn is done when the act was carried out. */
function done(_acted: unknown): true {
  return true;
}

/** A language that was named is used from now on; without a name the list is shown. */
function chooseLanguage(draft: Draft, tag: string | null): void {
  const language = tag === null ? undefined : draft.world.languages.get(tag);
  if (!language) return sayLine(draft, 'notice.language-list', { kind: 'notice' });
  if (language.ring === 'interpreter') {
    set(draft, { language: { ...draft.conversation.language, interpreter: language.tag } });
    return sayLine(draft, 'notice.interpreter', { kind: 'notice' });
  }
  switchTo(draft, language.tag, 'chosen');
  const name = language.ownName;
  sayLine(draft, 'notice.language-switched', { kind: 'notice', params: { language: name } });
  if (draft.world.speaker.usedTag(language.tag, 'bot:notice.language-switched') !== language.tag)
    sayLine(draft, 'answer.english-only');
}
