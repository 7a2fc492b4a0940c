// A staff room over a desk in memory, for tests: its people, its clock, and everything that reached its ports.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  asId,
  type Case,
  type CaseEvent,
  type ConversationId,
  type DeskId,
  type StaffId,
} from '../../src/core/index.js';
import { createPresence, type Presence } from '../../src/handoff/index.js';
import {
  type ActRequest,
  type AuditRow,
  createAccount,
  createStaff,
  type PhraseText,
  type Role,
  type Staff,
  type StaffAccount,
} from '../../src/staff/index.js';
import {
  advance,
  caseIn,
  casesOver,
  type Kept,
  personComes,
  personWrites,
  speaker,
  type Told,
} from './desk-cases.js';

export const START_AT = 1_700_000_000_000;
const ROOT = `${__dirname}/../..`;
type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
/** An event of the case machine; it happens now. */
export type Happening = WithoutTime<CaseEvent>;

export interface DeskWorld {
  readonly staff: Staff;
  readonly clock: { at: number; now(): number };
  readonly presence: Presence;
  readonly accounts: StaffAccount[];
  readonly audit: AuditRow[];
  /** Every act that reached the machine, and what it said. */
  readonly acts: { request: ActRequest; result: unknown }[];
  /** Ids of conversations that were looked up. */
  readonly looked: string[];
  /** While true, an audit row cannot be written. */
  auditFails: boolean;
  wake(topic: string): void;
  addStaff(name: string, role: Role, more?: { deskId?: string; languages?: string[] }): Promise<StaffAccount>;
  /** A person goes through offer, preview and consent; answers the conversation id. */
  personComes(told: Told): ConversationId;
  personWrites(id: ConversationId, text: string): void;
  happens(id: ConversationId, event: Happening): void;
  caseOf(id: ConversationId): Case;
}

export interface DeskWorldOptions {
  readonly demo?: boolean;
  readonly assetsDir?: string;
  readonly clock?: { at: number; now(): number };
  readonly publicOrigin?: string | null;
}

/** A staff room over an empty desk. */
export function createDeskWorld(options: DeskWorldOptions = {}): DeskWorld {
  const clock = options.clock ?? fixedClock();
  const kept = new Map<string, Kept>();
  const listeners = new Set<(topic: string) => void>();
  const wake = (topic: string) => {
    for (const listener of listeners) listener(topic);
  };
  const presence = createPresence(clock);
  const accounts: StaffAccount[] = [];
  const audit: AuditRow[] = [];
  const acts: DeskWorld['acts'] = [];
  const looked: string[] = [];
  const cases = casesOver({ kept, clock, acts, looked, wake });
  const world = { clock, presence, accounts, audit, acts, looked, wake, auditFails: false };
  const staff = createStaff({
    clock,
    presence,
    cases,
    directory: {
      read: async () => [...accounts],
      write: async (change) => accounts.splice(0, accounts.length, ...change([...accounts])) && [...accounts],
    },
    audit: {
      append: async (row) => {
        if (world.auditFails) throw new Error('the disk is full');
        audit.push(row);
      },
    },
    phrases: phrasesIn,
    consoleText,
    desks: () => 'Harbor Desk',
    onWake: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    publicOrigin: options.publicOrigin ?? null,
    demo: options.demo ?? true,
    assetsDir: options.assetsDir ?? 'dist/web',
  });
  return Object.assign(world, {
    staff,
    addStaff: async (name: string, role: Role, more: { deskId?: string; languages?: string[] } = {}) => {
      const account = await newColleague({ name, role, ...more });
      accounts.push(account);
      return account;
    },
    personComes: (told: Told) => personComes({ kept, clock, wake }, told),
    personWrites: (id: ConversationId, text: string) => personWrites({ kept, clock, wake }, id, text),
    happens: (id: ConversationId, event: Happening) => {
      advance(kept, id, { ...event, at: clock.now() } as CaseEvent);
      wake(`c:${id}`);
      wake('desk:demo');
    },
    caseOf: (id: ConversationId) => caseIn(kept, id),
  });
}

function jsonOf(path: string): Record<string, string> | null {
  try {
    const { _status, ...text } = JSON.parse(readFileSync(`${ROOT}/locales/${path}`, 'utf8'));
    return text;
  } catch {
    return null;
  }
}

const consoleText = (tag: string) => (/^[a-zA-Z-]+$/.test(tag) ? jsonOf(`${tag}/console.json`) : null);

function phrasesIn(tag: string): PhraseText[] {
  const say = (id: string, language: string) => {
    return speaker.text(language, `phrasebook:${id}`, { desk: 'Harbor Desk' });
  };
  return Object.keys(jsonOf('en/phrasebook.json') ?? {}).map((id) => {
    const language = speaker.usedTag(tag, `phrasebook:${id}`);
    const dir = speaker.dir(language);
    return { id, english: say(id, 'en'), theirs: say(id, language), language, dir, checked: false };
  });
}

function fixedClock(): DeskWorld['clock'] {
  const clock = { at: START_AT, now: () => clock.at };
  return clock;
}

let firstAccount: Promise<{ account: StaffAccount }> | undefined;

/** An account like any other; the slow hash of the one test password is computed once. */
async function newColleague(wanted: {
  name: string;
  role: Role;
  deskId?: string;
  languages?: string[];
}): Promise<StaffAccount> {
  firstAccount ??= createAccount({
    name: 'x',
    role: 'admin',
    deskId: 'x',
    password: 'a long password',
    now: START_AT,
  });
  const { account } = await firstAccount;
  const { name, role, deskId = 'demo', languages = ['en'] } = wanted;
  return { ...account, id: asId<StaffId>(randomUUID()), deskId: asId<DeskId>(deskId), name, role, languages };
}
