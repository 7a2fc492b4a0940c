// Everything a turn may know besides the conversation and the inbound. Values and pure functions only: no I/O.
import type { DeskId, HandoffSettings, Recognised, TenantId } from '../core/index.js';
import type { DialogDefinitions } from '../dialogs/index.js';
import type { Languages, ReadReserved, Speaker } from '../i18n/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Triage } from '../triage/index.js';
import type { UnderstandOptions, Understood } from '../understanding/index.js';

/** The people behind the service, as this turn finds them. */
export interface DeskNow {
  readonly id: DeskId;
  readonly name: string;
  readonly operatesNationalHotline: boolean;
  readonly languages: readonly string[];
  /** Said before anything is offered: nobody is offered a person who is not there. */
  readonly state: 'staffed' | 'nobody-now' | 'closed';
}

export interface TenantNow {
  readonly id: TenantId;
  readonly name: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
}

export interface World {
  /** Wall clock, ms. */
  readonly now: number;
  readonly tenant: TenantNow;
  readonly desk: DeskNow;
  readonly handoff: HandoffSettings;
  /** Knows the contacts and this turn's desk. */
  readonly speaker: Speaker;
  readonly languages: Languages;
  readonly knowledge: Knowledge;
  readonly dialogs: DialogDefinitions;
  readonly understand: (text: string, options: UnderstandOptions) => Understood;
  readonly triage: Triage;
  readonly readReserved: ReadReserved;
  /** What a recogniser made of an answer to a question that asked for it; null is always possible. */
  readonly recognised: Recognised | null;
}
