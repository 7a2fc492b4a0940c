// What this room needs from the outside, given by app. Nothing here knows stores, keys or turns.
import type {
  Alarm,
  CaseId,
  ConversationId,
  DeskId,
  InboundId,
  Level,
  StaffAct,
  StaffId,
} from '../core/index.js';
import type { CaseView, Presence, QueueLine } from '../handoff/index.js';
import type { StaffAccount } from './account.js';
import type { AuditRow } from './audit.js';

/** The staff accounts: one sealed record with compare-and-set. */
export interface Directory {
  read(): Promise<readonly StaffAccount[]>;
  /** Runs `change` on what is there now and stores the result; runs it again when somebody else was faster. */
  write(
    change: (accounts: readonly StaffAccount[]) => readonly StaffAccount[],
  ): Promise<readonly StaffAccount[]>;
}

export interface AuditPort {
  /** Resolves when the row is durable. Rejects otherwise, and then nothing is shown and nothing is done. */
  append(row: AuditRow): Promise<void>;
}

export interface WaitingLine {
  readonly line: QueueLine;
  /** Cases folded into this line because they are nearly identical; at least 1. */
  readonly alike: number;
}

export interface ActRequest {
  /** Depends only on who pressed what: a second press of the same is the same inbound. */
  readonly inboundId: InboundId;
  readonly conversationId: ConversationId;
  readonly caseId: CaseId;
  readonly deskId: DeskId;
  /** For whom it is done. A supervisor's release is done for who holds the case. */
  readonly staffId: StaffId;
  readonly act: StaffAct;
}

/** The cases of desks. A foreign desk's case and one that is not there are both null. */
export interface CasesPort {
  /** Waiting cases of a desk, first to be helped first, near-identical ones folded. `total` counts lines. */
  queue(
    deskId: DeskId,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly lines: readonly WaitingLine[]; readonly total: number }>;
  /** Cases of a desk that somebody holds. */
  claimed(deskId: DeskId): Promise<readonly QueueLine[]>;
  read(conversationId: ConversationId, deskId: DeskId): Promise<CaseView | null>;
  act(request: ActRequest): Promise<{ readonly done: true } | { readonly refused: string }>;
  /** Who should be helped next, or null; stale entries of the index are passed over. */
  next(deskId: DeskId): Promise<ConversationId | null>;
}

export type PresencePort = Pick<Presence, 'arrive' | 'beat' | 'setStatus' | 'snapshot'>;

export interface PhraseText {
  /** `<group>.<name>` as in phrasebook.json. */
  readonly id: string;
  readonly english: string;
  /** What the person reads, and the language it is really in after fallback. */
  readonly theirs: string;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** A named native reviewer has approved it. */
  readonly checked: boolean;
}

/** The phrasebook in a language, with a desk's name and numbers in it, in the order of the file. Unknown tags fall back. */
export type Phrases = (tag: string, deskId: DeskId) => readonly PhraseText[];
/** locales/<tag>/console.json, or null for a language the console does not speak. */
export type ConsoleText = (tag: string) => Readonly<Record<string, string>> | null;
/** The name of a desk as people see it. */
export type DeskNames = (deskId: DeskId) => string;

/** An alarm that the delivery worker hands to the consoles of a desk. */
export interface DeskAlarm {
  readonly deskId: DeskId;
  readonly alarm: Alarm;
  readonly level: Level;
}
