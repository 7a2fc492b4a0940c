// The working middle of the service: conversations, delivery, clocks. No HTTP here.

import {
  type Conversations,
  createConversations,
  createSealedConversations,
  openRow,
  type SealedConversations,
} from '../conversations/index.js';
import {
  asId,
  type Clock,
  type Conversation,
  DEFAULT_HANDOFF,
  type DeskId,
  type Inbound,
  SECOND_MS,
  type TenantId,
} from '../core/index.js';
import { createDelivery, type Delivery } from '../delivery/index.js';
import {
  createPresence,
  deskState,
  LONGEST_RETENTION,
  type Presence,
  retentionOf,
} from '../handoff/index.js';
import type { Partners } from '../partners/index.js';
import { takeTurn, troubleTurn, type World } from '../turn/index.js';
import type { Recognisers } from '../understanding/index.js';
import type { Brain } from './brain.js';
import type { House } from './house.js';
import type { Log } from './log.js';
import { countHeld, returnLostCases } from './lost-consoles.js';
import { createPerformers, type PerformParts } from './perform.js';
import { recognise } from './recognise.js';

export interface ServiceParts {
  readonly house: House;
  readonly brain: Brain;
  readonly partners: Partners;
  readonly recognisers: Recognisers;
  readonly clock: Clock;
  readonly log: Log;
  readonly senders: PerformParts['senders'];
  readonly ring: PerformParts['ring'];
  readonly tellStatus: PerformParts['tellStatus'];
}

export interface Service {
  readonly conversations: Conversations;
  readonly sealed: SealedConversations;
  readonly delivery: Delivery;
  readonly presence: Presence;
  /** Drops expired seen rows and marks, and records that outlived their retain timer; how many records. */
  sweep(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

const TICK_MS = 5 * SECOND_MS;
const SWEEP_AT_ONCE = 200;

export function createService(parts: ServiceParts): Service {
  const { house, clock, log } = parts;
  const presence = createPresence({ now: () => performance.now() });
  const sealed = createSealedConversations(house.store, house.vault);
  const conversations = createConversations({
    ...{ store: house.store, vault: house.vault, clock, log },
    decide: async (before, inbound) =>
      takeTurn(before, inbound, await worldFor(parts, presence, { before, inbound })),
    trouble: async (before, inbound) =>
      troubleTurn(before, inbound, await worldFor(parts, presence, { before, inbound })),
    expiresAt: (conversation, now) => retentionOf(conversation, LONGEST_RETENTION, now),
    defaultLanguage: async (inbound) => languageFor(parts, inbound),
  });
  const delivery = createDelivery({
    store: house.store,
    openRow: (row) => openRow(row, house.vault),
    perform: createPerformers({ ...parts, store: house.store, vault: house.vault, sealed, conversations }),
    ...{ clock, log, worker: `worker-${process.pid}` },
  });
  const sweep = async () => (await house.store.sweep(clock.now(), SWEEP_AT_ONCE)).length;
  let ticking: NodeJS.Timeout | undefined;
  const tick = async () => {
    const lost = { presence, store: house.store, sealed, conversations, clock };
    await countHeld(
      lost,
      [...parts.brain.content.knowledge.desks.keys()].map((id) => asId<DeskId>(id)),
    );
    await returnLostCases(lost);
    await sweep();
  };
  return {
    ...{ conversations, sealed, delivery, presence, sweep },
    start() {
      delivery.start();
      ticking = setInterval(
        () => void tick().catch((thrown: unknown) => log.error({ code: codeOf(thrown) }, 'a tick failed')),
        TICK_MS,
      );
    },
    async stop() {
      clearInterval(ticking);
      await delivery.stop();
    },
  };
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : 'unknown';
}

interface Moment {
  readonly before: Conversation;
  readonly inbound: Inbound;
}

/** Looks up what the pure turn needs: the partner, its desk and who is there, and a recogniser's word. */
async function worldFor(parts: ServiceParts, presence: Presence, moment: Moment): Promise<World> {
  const { brain, partners, clock } = parts;
  const partner = await partners.byId(moment.inbound.tenant);
  const deskId = partner?.deskId ?? firstDesk(brain);
  const desk =
    brain.content.knowledge.desks.get(deskId) ?? brain.content.knowledge.desks.get(firstDesk(brain));
  if (!desk) throw new Error('knowledge/desks.yaml has no desk');
  return brain.world({
    now: clock.now(),
    tenant: {
      id: asId<TenantId>(moment.inbound.tenant),
      name: partner?.name ?? '',
      languages: partner?.languages ?? ['en'],
      defaultLanguage: partner?.defaultLanguage ?? 'en',
    },
    ...{ deskId, desk, handoff: DEFAULT_HANDOFF },
    deskState: deskState(desk, presence.snapshot(asId<DeskId>(deskId)), clock.now()),
    recognised: await recognise(parts.recognisers, brain, moment),
  });
}

function firstDesk(brain: Brain): string {
  return [...brain.content.knowledge.desks.keys()][0] ?? '';
}

/** The browser's language where we write it, else the partner's. */
async function languageFor({ brain, partners }: ServiceParts, inbound: Inbound): Promise<string> {
  const locale = inbound.from === 'person' ? inbound.hints.locale : undefined;
  const matched = locale ? brain.matchLanguage(locale) : null;
  return matched ?? (await partners.byId(inbound.tenant))?.defaultLanguage ?? 'en';
}
