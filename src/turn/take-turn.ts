// takeTurn: one conversation, one inbound, one world in; one Turn out. Pure: no I/O, no clock, no randomness.
import type { Conversation, Inbound } from '../core/index.js';
import { finishDraft, startDraft } from './draft.js';
import { takePersonTurn } from './person-turn.js';
import { takeStaffTurn } from './staff-turn.js';
import { takeTimerTurn } from './timer-turn.js';
import type { Turn } from './turn.js';
import { sayLine } from './words.js';
import type { World } from './world.js';

/** Decides everything an inbound makes of a conversation. Running it again makes the same turn, ids included. */
export function takeTurn(conversation: Conversation, inbound: Inbound, world: World): Turn {
  const draft = startDraft(conversation, inbound, world);
  if (inbound.from === 'person') takePersonTurn(draft, inbound);
  else if (inbound.from === 'staff') takeStaffTurn(draft, inbound);
  else takeTimerTurn(draft, inbound);
  return finishDraft(draft);
}

/** The turn when deciding failed: the state stays as it was, the person gets the hotline. */
export function troubleTurn(conversation: Conversation, inbound: Inbound, world: World): Turn {
  const draft = startDraft(conversation, inbound, world);
  if (inbound.from !== 'person') return { ...finishDraft(draft), refused: 'trouble' };
  draft.entries.push({
    from: 'person',
    id: inbound.id,
    at: world.now,
    text: inbound.text,
    language: conversation.language.tag,
  });
  sayLine(draft, 'trouble', { kind: 'safety' });
  return finishDraft(draft);
}
