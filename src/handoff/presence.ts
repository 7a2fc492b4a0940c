// Who is at the desk right now, in this process: signed in, status, heartbeat, how much they hold. Nothing is stored.
import { type Clock, type DeskId, SECOND_MS, type StaffId } from '../core/index.js';

/** A heartbeat older than this is nobody to offer. */
export const HEARTBEAT_MS = 15 * SECOND_MS;
/** And older than this the console is gone: its cases go back within 30 s of the crash (trust.md F16). */
export const GONE_MS = 20 * SECOND_MS;

export const STAFF_STATUSES = ['available', 'busy', 'away'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

export interface Arrival {
  readonly staffId: StaffId;
  readonly deskId: DeskId;
  /** How many cases they hold at once; at least 1. */
  readonly capacity: number;
  /** BCP 47 tags they speak. */
  readonly languages: readonly string[];
}

export interface Member extends Arrival {
  readonly status: StaffStatus;
  readonly beatAt: number;
  /** Cases they hold now. */
  readonly holding: number;
}

export interface DeskPresence {
  /** How many could take a case now. */
  readonly available: number;
  /** Languages of those, each once. */
  readonly languages: readonly string[];
  readonly members: readonly Member[];
}

/** Acts on somebody who is not signed in do nothing: the console signs in again when its socket returns. */
export interface Presence {
  /** Signed in with a live socket; again after a reconnect. Starts `available` unless known, and keeps what they hold. */
  arrive(arrival: Arrival): void;
  /** After a restart: they hold cases, their console may come back. Silent ones are `gone` like any other. */
  expect(arrival: Arrival, holding: number): void;
  beat(staffId: StaffId): void;
  setStatus(staffId: StaffId, status: StaffStatus): void;
  setHolding(staffId: StaffId, holding: number): void;
  leave(staffId: StaffId): void;
  snapshot(deskId: DeskId): DeskPresence;
  /** Whose heartbeat is lost. Repeated until `leave`: a return that failed is tried again. */
  gone(): readonly Member[];
}

function isFree(member: Member, now: number): boolean {
  const heard = now - member.beatAt <= HEARTBEAT_MS;
  return heard && member.status === 'available' && member.holding < member.capacity;
}

/** A registry for one process. The clock is a monotonic one: a set wall clock must not empty or fill a desk. */
export function createPresence(clock: Clock): Presence {
  const members = new Map<StaffId, Member>();
  const update = (staffId: StaffId, fresh: Partial<Member>): void => {
    const member = members.get(staffId);
    if (member) members.set(staffId, { ...member, ...fresh });
  };
  return {
    arrive(arrival) {
      const known = members.get(arrival.staffId);
      const kept = { status: known?.status ?? 'available', holding: known?.holding ?? 0 };
      members.set(arrival.staffId, { ...arrival, ...kept, beatAt: clock.now() });
    },
    expect(arrival, holding) {
      if (members.has(arrival.staffId)) return;
      members.set(arrival.staffId, { ...arrival, status: 'away', holding, beatAt: clock.now() });
    },
    beat: (staffId) => update(staffId, { beatAt: clock.now() }),
    setStatus: (staffId, status) => update(staffId, { status }),
    setHolding: (staffId, holding) => update(staffId, { holding: Math.max(0, holding) }),
    leave: (staffId) => void members.delete(staffId),
    snapshot: (deskId) => snapshotOf([...members.values()], deskId, clock.now()),
    gone: () => [...members.values()].filter(({ beatAt }) => clock.now() - beatAt > GONE_MS),
  };
}

function snapshotOf(all: readonly Member[], deskId: DeskId, now: number): DeskPresence {
  const members = all.filter((member) => member.deskId === deskId);
  const free = members.filter((member) => isFree(member, now));
  const languages = [...new Set(free.flatMap((member) => member.languages))];
  return { available: free.length, languages, members };
}
