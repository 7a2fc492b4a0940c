// A staff member's act on a case: claim, write, return, note, lower, close. Refusals change nothing.
import { derivedId, type Paragraph, type Reply, type StaffAct, type StaffInbound } from '../core/index.js';
import { SMS_WINDOW_MS } from '../handoff/index.js';
import { stepCase } from './case-step.js';
import { type Draft, sendEffect, set, tagOf } from './draft.js';
import { paragraphs, sayLine } from './words.js';

export function takeStaffTurn(draft: Draft, inbound: StaffInbound): void {
  const { case: current } = draft.conversation;
  if (!current || current.id !== inbound.caseId || current.deskId !== inbound.deskId) {
    draft.refused = 'not-found';
    return;
  }
  draft.refused =
    inbound.act.kind === 'message'
      ? writeMessage(draft, inbound, inbound.act)
      : actOnCase(draft, inbound, inbound.act);
}

function actOnCase(
  draft: Draft,
  inbound: StaffInbound,
  act: Exclude<StaffAct, { kind: 'message' }>,
): string | null {
  const { staffId } = inbound;
  switch (act.kind) {
    case 'claim':
    case 'release':
      return stepCase(draft, { kind: act.kind, staffId });
    case 'activity':
      return stepCase(draft, { kind: 'staff-activity', staffId });
    case 'gone':
      return stepCase(draft, { kind: 'staff-gone', staffId });
    case 'note':
      return stepCase(draft, { kind: 'note', staffId, text: act.text });
    case 'lower-level':
      return stepCase(draft, { kind: 'lower-level', staffId, level: act.level });
    case 'close':
      return stepCase(draft, { kind: 'close', staffId, disposition: act.disposition });
  }
}

type Message = Extract<StaffAct, { kind: 'message' }>;

function writeMessage(draft: Draft, inbound: StaffInbound, act: Message): string | null {
  const { conversation, world } = draft;
  if (conversation.channel === 'sms' && world.now > conversation.lastPersonAt + SMS_WINDOW_MS)
    return 'window-closed';
  const isFirst = conversation.case?.connectedAt === null;
  const talkIndex = conversation.talkCount + draft.entries.length + (isFirst ? 1 : 0);
  const refused = stepCase(draft, { kind: 'staff-message', staffId: inbound.staffId, talkIndex });
  if (refused) return refused;
  if (isFirst) sayLine(draft, 'handoff.connected');
  sayAsStaff(draft, messageOf(draft, act), act.phrase ? tagOf(draft) : (act.language ?? 'en'));
  return null;
}

function messageOf(draft: Draft, act: Message): Paragraph[] {
  return act.phrase ? paragraphs(draft, `phrasebook:${act.phrase}`) : [[{ text: act.text }]];
}

/** Under the desk's name: a staff member's own name never appears. */
function sayAsStaff(draft: Draft, said: readonly Paragraph[], language: string): void {
  const reply: Reply = {
    id: derivedId(draft.inbound.id, 'staff'),
    kind: 'staff',
    language,
    dir: draft.world.speaker.dir(language),
    paragraphs: [...said],
    choices: [],
  };
  draft.replies.push(reply);
  draft.entries.push({
    from: 'staff',
    id: reply.id,
    at: draft.world.now,
    reply,
    deskName: draft.world.desk.name,
  });
  set(draft, { offered: [] });
  if (draft.conversation.delivery === 'push') draft.effects.push(sendEffect(draft, reply, {}));
}
