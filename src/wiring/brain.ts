// Everything a turn thinks with, made once from content and models: languages, knowledge, understanding, triage, dialogs.
import type { HandoffSettings } from '../core/index.js';
import { createReservedReader, createSpeaker, deskBook, matchLanguage, type Speaker } from '../i18n/index.js';
import { contactBook, type Desk } from '../knowledge/index.js';
import { createTriage, type Triage } from '../triage/index.js';
import type { DeskNow, TenantNow, World } from '../turn/index.js';
import { loadUnderstanding, type Understanding } from '../understanding/index.js';
import type { Content } from './content.js';

export interface Brain {
  readonly content: Content;
  readonly understanding: Understanding;
  readonly triage: Triage;
  readonly speaker: Speaker;
  /** The language of ours that a tag from outside means; null for none. */
  matchLanguage(tag: string): string | null;
  /** The world of one turn. */
  world(now: WorldNow): World;
}

export interface WorldNow {
  readonly now: number;
  readonly tenant: TenantNow;
  readonly deskId: string;
  readonly desk: Desk;
  readonly deskState: DeskNow['state'];
  readonly handoff: HandoffSettings;
  readonly recognised: World['recognised'];
}

/** `models` are the bytes that `trainUnderstanding` made from the same content. */
export function createBrain(content: Content, models: Uint8Array): Brain {
  const understanding = loadUnderstanding(models);
  const speaker = createSpeaker(content.locales, { contacts: contactBook(content.knowledge) });
  const fixed = {
    languages: content.locales.languages,
    knowledge: content.knowledge,
    dialogs: content.dialogs,
    understand: (text: string, options: Parameters<Understanding['understand']>[1]) =>
      understanding.understand(text, options),
    triage: createTriage(content.knowledge.signals.values()),
    readReserved: createReservedReader(content.locales),
  };
  return {
    content,
    understanding,
    triage: fixed.triage,
    matchLanguage: (tag) => matchLanguage(content.locales.languages, tag),
    speaker,
    world: ({ now, tenant, deskId, desk, deskState, handoff, recognised }) => ({
      ...fixed,
      now,
      tenant,
      desk: toDeskNow(deskId, desk, deskState),
      handoff: { ...handoff, lifeDangerHandoff: desk.life_danger_handoff },
      speaker: speaker.with(deskBook(desk)),
      recognised,
    }),
  };
}

function toDeskNow(id: string, desk: Desk, state: DeskNow['state']): DeskNow {
  return {
    id: id as DeskNow['id'],
    name: desk.name,
    operatesNationalHotline: desk.operates_national_hotline,
    languages: desk.languages,
    state,
  };
}
