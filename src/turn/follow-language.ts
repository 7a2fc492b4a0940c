// Which language the bot answers in: follows the person, needs confidence or two messages, and asks when in doubt.
import { WRITTEN_RINGS } from '../i18n/index.js';
import type { Understood } from '../understanding/index.js';
import { type Draft, set } from './draft.js';
import { sayLine } from './words.js';

/** A first message may decide with this much; later ones must be surer, or agree twice. */
const FIRST = 0.5;
const LATER = 0.9;
const LEANING = 0.6;

/** Reads the language of this message. Returns the tag the message is most likely in ("und" when it does not tell). */
export function followLanguage(draft: Draft, language: Understood['language']): string {
  const known = draft.conversation.language;
  if (language.tag === 'und' || language.tag === known.tag) {
    if (language.tag === known.tag)
      set(draft, { language: { ...known, how: settled(known.how), leaning: null } });
    return language.tag;
  }
  if (!isWritten(draft, language.tag)) noteInterpreter(draft, language);
  else if (mayFollow(draft, language)) switchTo(draft, language.tag, 'detected');
  else lean(draft, language);
  return language.tag;
}

/** Whether the house writes this language, itself or through its fallback. */
function isWritten(draft: Draft, tag: string): boolean {
  const row = draft.world.languages.get(tag);
  return row !== undefined && WRITTEN_RINGS.includes(row.ring);
}

function settled(how: Draft['conversation']['language']['how']): 'chosen' | 'detected' {
  return how === 'chosen' ? 'chosen' : 'detected';
}

function mayFollow(draft: Draft, language: Understood['language']): boolean {
  const { how, leaning } = draft.conversation.language;
  const leant = leaning?.tag === language.tag ? leaning.messages : 0;
  if (how === 'default' || how === 'hint') return language.confidence >= FIRST;
  if (how === 'detected' && language.confidence >= LATER) return true;
  return language.confidence >= LEANING && leant >= 1;
}

/** Answers in this language from now on. */
export function switchTo(draft: Draft, tag: string, how: 'detected' | 'chosen'): void {
  set(draft, { language: { ...draft.conversation.language, tag, how, leaning: null } });
}

function lean(draft: Draft, language: Understood['language']): void {
  if (language.confidence < LEANING) return;
  const { leaning } = draft.conversation.language;
  const messages = leaning?.tag === language.tag ? leaning.messages + 1 : 1;
  set(draft, { language: { ...draft.conversation.language, leaning: { tag: language.tag, messages } } });
}

/** A language we have no words in: an interpreter by phone is offered once, and staff see it. */
function noteInterpreter(draft: Draft, language: Understood['language']): void {
  const known = draft.conversation.language;
  if (language.confidence < LEANING || known.interpreter === language.tag) return;
  set(draft, { language: { ...known, interpreter: language.tag } });
  sayLine(draft, 'notice.interpreter', { kind: 'notice' });
}
