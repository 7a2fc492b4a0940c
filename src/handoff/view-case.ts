// What staff may see of a case, and nothing else: agreed lines in English, reasons, clocks, and the talk since a human
// joined. The one place where a case becomes something to show. Struck lines, handles and addresses never pass here.
import {
  type Case,
  type Conversation,
  type FactName,
  isShared,
  plainText,
  type Reply,
  staffTalkFrom,
  type TalkEntry,
} from '../core/index.js';
import { reasonItemId } from './build-summary.js';
import type { ReplyMoment } from './can-reply.js';
import type { CaseView, TalkLine } from './case-view.js';
import { maskStatus } from './mask-status.js';
import { queueLine } from './queue-line.js';
import { type Reading, summaryForStaff, type Voice } from './read-summary.js';

export interface IndexedTalk {
  /** Counts from the conversation's first entry. */
  readonly index: number;
  readonly entry: TalkEntry;
}

export interface Viewing extends ReplyMoment {
  readonly voice: Voice;
  readonly titleOf?: Reading['titleOf'];
}

const FACTS: readonly FactName[] = [
  'immediateDanger',
  'safeToContact',
  'who',
  'minor',
  'age',
  'ageBand',
  'state',
  'place',
];

/** The case as staff may see it now, or null when there is none. Checks no role: the caller does. */
export function viewCase(
  conversation: Conversation,
  talk: readonly IndexedTalk[],
  viewing: Viewing,
): CaseView | null {
  const state = conversation.case;
  const line = queueLine(conversation, viewing);
  if (state === null || line === null) return null;
  const { openedAt, queuedAt, claimedAt, leaseUntil, connectedAt, closedAt, personLastAt } = state;
  const { wording, language, at } = state.consent;
  return {
    ...line,
    ...summaryOf(state, viewing),
    reasons: reasonsFor(state),
    open: openFacts(conversation, state),
    clocks: { openedAt, queuedAt, claimedAt, leaseUntil, connectedAt, closedAt, personLastAt },
    rung: [...state.rung],
    later: state.later.map((each) => ({ at: each.at, text: agreed(state) && each.text ? each.text : null })),
    identityUnconfirmed: state.idleReturnAt !== null,
    consent: { state: state.consent.state, wording, language, at },
    notes: state.person === 'withdrew' ? [] : state.staffNotes.map((each) => ({ ...each })),
    disposition: state.disposition,
    talk: talkFor(state, talk),
  };
}

function agreed(state: Case): boolean {
  return state.consent.state === 'given';
}

function summaryOf(state: Case, { voice, titleOf }: Viewing): Pick<CaseView, 'lines' | 'struck'> {
  if (!agreed(state)) return { lines: [], struck: 0 };
  const shared = state.items.filter(({ id }) => isShared(state, id));
  const struck = state.items.filter((each) => !isShared(state, each.id) && !startsStruck(each.id)).length;
  return { lines: summaryForStaff(shared, voice, { titleOf }), struck };
}

/** Off until switched on: leaving it off is not a strike. */
function startsStruck(itemId: string): boolean {
  return itemId === 'talk' || itemId === 'words-full';
}

/**
 * Minimal: ids and kinds. Agreed: those whose line is shared, with its quote, and those that came after the summary,
 * without words. A reason whose line was struck is not shown at all. Withdrawn: none.
 */
function reasonsFor(state: Case): CaseView['reasons'] {
  if (state.person === 'withdrew') return [];
  const items = new Map(state.items.map((each) => [each.id, each]));
  const shown = state.reasons.filter((reason) => {
    const itemId = reasonItemId(reason);
    return !agreed(state) || !items.has(itemId) || isShared(state, itemId);
  });
  return shown.map((reason) => {
    const quote = agreed(state) ? (items.get(reasonItemId(reason))?.quote ?? null) : null;
    return { id: reason.id, kind: reason.kind, level: reason.level, quote };
  });
}

function openFacts({ facts }: Conversation, state: Case): CaseView['open'] {
  if (!agreed(state)) return [];
  return FACTS.flatMap((fact) => {
    const known = facts[fact].state;
    return known === 'known' ? [] : [{ fact, state: known }];
  });
}

function talkFor(state: Case, talk: readonly IndexedTalk[]): TalkLine[] {
  const from = staffTalkFrom(state);
  if (from === null) return [];
  const joined = state.talkFrom ?? Number.POSITIVE_INFINITY;
  return talk.filter(({ index }) => index >= from).map((each) => talkLine(each.entry, each.index >= joined));
}

/** What the person wrote before a human was there is masked like any quote; what they write to staff is theirs to say. */
function talkLine(entry: TalkEntry, toStaff: boolean): TalkLine {
  const { id, at, from } = entry;
  if (entry.from !== 'person')
    return { id, at, from, text: textOf(entry.reply), language: entry.reply.language };
  return { id, at, from, text: toStaff ? entry.text : maskStatus(entry.text), language: entry.language };
}

function textOf(reply: Reply): string {
  return reply.paragraphs.map(plainText).join('\n\n');
}
