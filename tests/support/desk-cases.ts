// People and their cases for tests of the staff room: the real case machine and the real views, held in memory where app
// would put its store. A case gets there the way people bring it: offer, preview, consent.
import {
  advanceCase,
  asId,
  type Case,
  type CaseEvent,
  type CaseId,
  type Conversation,
  type ConversationId,
  DEFAULT_HANDOFF,
  type DeskId,
  derivedId,
  type Facts,
  isClaimed,
  isRefused,
  newConversation,
  type Reason,
  rankOf,
  type StaffAct,
  type StaffId,
  type TalkEntry,
  type TenantId,
  WAITING,
} from '../../src/core/index.js';
import { buildSummary, groupQueue, openCase, queueLine, viewCase } from '../../src/handoff/index.js';
import { createSpeaker, loadLocales } from '../../src/i18n/index.js';
import type { ActRequest, CasesPort } from '../../src/staff/index.js';

const locales = loadLocales(`${__dirname}/../..`).value;
if (!locales) throw new Error('locales/ cannot be read');
/** Contacts are another room's: here they only need to be told apart. */
export const speaker = createSpeaker(locales, {
  contacts: { resolve: (name, field) => ({ text: `${name} ${field}` }) },
});

export interface Told {
  readonly name: string;
  readonly deskId?: string;
  readonly level?: Conversation['level'];
  readonly language?: string;
  readonly channel?: Conversation['channel'];
  /** What they said that raised the level. */
  readonly danger?: string;
  /** What they typed for "what should they know?". */
  readonly words?: string;
  readonly facts?: Partial<Facts>;
  readonly told?: readonly string[];
  readonly strike?: readonly string[];
  /** Handed over by the life-danger exception, without consent. */
  readonly minimal?: boolean;
}

export interface Kept {
  conversation: Conversation;
  talk: { index: number; entry: TalkEntry }[];
}

export interface CaseShelf {
  readonly kept: Map<string, Kept>;
  readonly clock: { now(): number };
  wake(topic: string): void;
}

export function caseIn(kept: Map<string, Kept>, id: string): Case {
  const found = kept.get(id)?.conversation.case;
  if (!found) throw new Error(`no case in ${id}`);
  return found;
}

export function advance(
  kept: Map<string, Kept>,
  id: string,
  event: CaseEvent,
): { done: true } | { refused: string } {
  const row = kept.get(id);
  if (!row?.conversation.case) return { refused: 'closed' };
  const step = advanceCase(row.conversation.case, event, DEFAULT_HANDOFF);
  if (isRefused(step)) return step;
  row.conversation = { ...row.conversation, case: step.case };
  return { done: true };
}

export function personComes({ kept, clock, wake }: CaseShelf, told: Told): ConversationId {
  const id = asId<ConversationId>(derivedId('conversation', told.name).padEnd(43, 'x'));
  const conversation = conversationOf(told, id, clock.now());
  kept.set(id, { conversation, talk: [] });
  const opened = openFor(conversation, told, clock.now());
  kept.set(id, { conversation: { ...conversation, case: opened }, talk: [] });
  const at = clock.now();
  advance(kept, id, { kind: 'offer', at });
  if (told.minimal) {
    advance(kept, id, { kind: 'minimal', at });
  } else {
    const items = buildSummary(conversation, told.words === undefined ? {} : { words: told.words });
    advance(kept, id, { kind: 'preview', items, at });
    if (told.strike) advance(kept, id, { kind: 'strike', ids: told.strike, at });
    advance(kept, id, {
      kind: 'consent',
      wording: 'bot:handoff.consent#1',
      language: conversation.language.tag,
      at,
    });
  }
  wake(`desk:${told.deskId ?? 'demo'}`);
  return id;
}

function conversationOf(told: Told, id: ConversationId, now: number): Conversation {
  const language = told.language ?? 'en';
  const channel = told.channel ?? 'web';
  const tenant = asId<TenantId>('demo');
  const fresh = newConversation({ id, tenant, channel, delivery: 'pull', language, now });
  const level = told.level ?? 'urgent';
  return {
    ...fresh,
    level,
    reasons: told.danger === undefined ? [] : [reasonFrom(told.danger, level)],
    facts: { ...fresh.facts, ...told.facts },
    told: (told.told ?? []).map((topic) => ({ topic, at: now, part: 1 })),
    sessionHash: 'a'.repeat(43),
  };
}

function reasonFrom(text: string, level: Conversation['level']): Reason {
  return {
    source: 'signal',
    id: 'weapon-near',
    kind: 'danger',
    level,
    text: text.slice(0, 80),
    start: 0,
    end: text.length,
  };
}

function openFor(conversation: Conversation, told: Told, now: number): Case {
  return openCase(
    conversation,
    { id: told.deskId ?? 'demo' },
    { now, newId: (part) => derivedId(conversation.id, part) },
  );
}

export function personWrites({ kept, clock, wake }: CaseShelf, id: ConversationId, text: string): void {
  const row = kept.get(id);
  if (!row) throw new Error(`no conversation ${id}`);
  const index = row.conversation.talkCount;
  const entry: TalkEntry = {
    from: 'person',
    at: clock.now(),
    id: `talk-${index}`,
    text,
    language: row.conversation.language.tag,
  };
  row.talk.push({ index, entry });
  row.conversation = { ...row.conversation, talkCount: index + 1, lastPersonAt: clock.now() };
  advance(kept, id, { kind: 'person-message', at: clock.now() });
  wake(`c:${id}`);
}

export function casesOver(
  parts: CaseShelf & { acts: { request: ActRequest; result: unknown }[]; looked: string[] },
): CasesPort {
  const { kept, clock } = parts;
  const seen = new Map<string, { done: true } | { refused: string }>();
  const lineOf = (row: Kept) => queueLine(row.conversation, { now: clock.now() });
  const ofDesk = (deskId: DeskId) =>
    [...kept.values()].filter((row) => row.conversation.case?.deskId === deskId);
  const waiting = (deskId: DeskId) => {
    const rows = ofDesk(deskId).filter((row) => WAITING.includes(caseIn(kept, row.conversation.id).status));
    const entries = rows.map((row) => entryOf(caseIn(kept, row.conversation.id)));
    return groupQueue(entries.sort((one, two) => one.rank - two.rank));
  };
  return {
    queue: async (deskId, page) => {
      const groups = waiting(deskId);
      const lines = groups.slice(page.offset, page.offset + page.limit).flatMap((group) => {
        const row = kept.get(group.first.conversationId);
        const line = row && lineOf(row);
        return line ? [{ line, alike: group.entries.length }] : [];
      });
      return { lines, total: groups.length };
    },
    claimed: async (deskId) =>
      ofDesk(deskId)
        .filter((row) => isClaimed(caseIn(kept, row.conversation.id)))
        .flatMap((row) => lineOf(row) ?? []),
    read: async (id, deskId) => {
      parts.looked.push(id);
      const row = kept.get(id);
      if (row?.conversation.case?.deskId !== deskId) return null;
      return viewCase(row.conversation, row.talk, { voice: speaker, now: clock.now() });
    },
    next: async (deskId) => waiting(deskId)[0]?.first.conversationId ?? null,
    act: async (request) => {
      const result = seen.get(request.inboundId) ?? actOn(parts, request);
      seen.set(request.inboundId, result);
      parts.acts.push({ request, result });
      return result;
    },
  };
}

function entryOf(state: Case) {
  return {
    deskId: asId<DeskId>(state.deskId),
    caseId: asId<CaseId>(state.id),
    conversationId: asId<ConversationId>(state.conversationId),
    rank: rankOf(state.level, state.queuedAt ?? 0),
    group: state.group,
  };
}

function actOn({ kept, clock, wake }: CaseShelf, request: ActRequest): { done: true } | { refused: string } {
  const row = kept.get(request.conversationId);
  const index = row?.conversation.talkCount ?? 0;
  const result = advance(
    kept,
    request.conversationId,
    eventFor(request.act, { staffId: request.staffId, at: clock.now(), index }),
  );
  if (row && 'done' in result && request.act.kind === 'message') staffSays(row, request.act, clock.now());
  wake(`c:${request.conversationId}`);
  wake(`desk:${request.deskId}`);
  return result;
}

function eventFor(act: StaffAct, by: { staffId: StaffId; at: number; index: number }): CaseEvent {
  const { staffId, at } = by;
  if (act.kind === 'message') return { kind: 'staff-message', staffId, at, talkIndex: by.index };
  if (act.kind === 'note') return { kind: 'note', staffId, at, text: act.text };
  if (act.kind === 'lower-level') return { kind: 'lower-level', staffId, at, level: act.level };
  if (act.kind === 'close') return { kind: 'close', staffId, at, disposition: act.disposition };
  if (act.kind === 'gone') return { kind: 'staff-gone', staffId, at };
  return { kind: act.kind === 'activity' ? 'staff-activity' : act.kind, staffId, at };
}

function staffSays(row: Kept, act: Extract<StaffAct, { kind: 'message' }>, at: number): void {
  const index = row.conversation.talkCount;
  const language = act.language ?? 'en';
  const reply = {
    id: `reply-${index}`,
    kind: 'staff' as const,
    language,
    dir: speaker.dir(language),
    paragraphs: [[{ text: act.text }]],
    choices: [],
  };
  row.talk.push({ index, entry: { from: 'staff', at, id: `talk-${index}`, reply, deskName: 'Harbor Desk' } });
  row.conversation = { ...row.conversation, talkCount: index + 1 };
}
