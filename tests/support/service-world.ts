// A whole service without HTTP: real store, vault, turn, delivery and handoff, with a clock that the test moves.
import { join } from 'node:path';
import { type HandleResult, viewTalk } from '../../src/conversations/index.js';
import {
  asId,
  type CaseId,
  type ConversationId,
  type DeskId,
  derivedId,
  type Effect,
  type InboundId,
  type PersonInbound,
  type Reply,
  type StaffAct,
  type StaffId,
  type TenantId,
} from '../../src/core/index.js';
import { createPartners, demoPartner } from '../../src/partners/index.js';
import type { Store } from '../../src/stores/index.js';
import { createRecognisers } from '../../src/understanding/index.js';
import { createVault, type KeyStore, openMemoryKeys } from '../../src/vault/index.js';
import { createDeskCases } from '../../src/wiring/desk-cases.js';
import { createService } from '../../src/wiring/service.js';
import { builtBrain, PROJECT_ROOT } from './brain.js';

export const DESK = asId<DeskId>('demo');
const TENANT = asId<TenantId>('demo');

/** A text that left through a push channel. */
export interface Sent {
  readonly reply: Reply;
  readonly to: string;
  readonly key: string;
}

export interface WorldOptions {
  readonly store: Store;
  readonly keyStore?: KeyStore;
  readonly startAt?: number;
}

const START = Date.parse('2026-11-22T12:00:00Z');

export async function openServiceWorld({
  store,
  keyStore = openMemoryKeys(),
  startAt = START,
}: WorldOptions) {
  let now = startAt;
  const clock = { now: () => now };
  const vault = await createVault({ rootKey: Buffer.alloc(32, 7), keyStore, clock });
  const sent: Sent[] = [];
  const rung: Extract<Effect, { kind: 'alarm' }>[] = [];
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const record = { partners: [] };
  const recognisers = createRecognisers({
    processFile: join(PROJECT_ROOT, 'dist/understanding/recognisers/recogniser-process.js'),
  });
  const house = { store, vault, close: async () => {} };
  const service = createService({
    ...{ house, brain: builtBrain(), clock, log: quiet, recognisers },
    partners: createPartners({ read: async () => record, change: async () => record }, clock, [
      demoPartner(['en', 'es'], true),
    ]),
    senders: { sms: async (reply, to, { key }) => void sent.push({ reply, to, key }) },
    ring: (alarm) => void rung.push(alarm),
    tellStatus: async () => {},
  });
  const desk = createDeskCases({
    store,
    sealed: service.sealed,
    conversations: service.conversations,
    clock,
    brain: builtBrain(),
  });
  return {
    ...{ service, desk, vault, store, clock, sent, rung },
    /** Moves the clock, then lets everything that fell due happen. */
    async pass(ms: number) {
      now += ms;
      await service.delivery.drain();
    },
    arrive: (name: string) =>
      service.presence.arrive({ staffId: asId<StaffId>(name), deskId: DESK, capacity: 5, languages: ['en'] }),
    person: (name: string, channel: 'web' | 'sms' = 'web') =>
      createPerson({ name, channel, clock, service, vault }),
    act: async (
      staff: string,
      conversationId: ConversationId,
      act: StaffAct,
      key = `${staff}-${act.kind}-${now}`,
    ) => {
      const { conversation } = await service.sealed.load(conversationId);
      return desk.act({
        inboundId: asId<InboundId>(derivedId(key)),
        conversationId,
        caseId: asId<CaseId>(conversation?.case?.id ?? ''),
        ...{ deskId: DESK, staffId: asId<StaffId>(staff), act },
      });
    },
    close: async () => {
      recognisers.close();
      await store.close();
    },
  };
}
export type ServiceWorld = Awaited<ReturnType<typeof openServiceWorld>>;

interface PersonParts {
  readonly name: string;
  readonly channel: 'web' | 'sms';
  readonly clock: { now(): number };
  readonly service: ReturnType<typeof createService>;
  readonly vault: Awaited<ReturnType<typeof createVault>>;
}

function createPerson({ name, channel, clock, service, vault }: PersonParts) {
  const id = asId<ConversationId>(vault.hash('conversation', TENANT, channel, name));
  const sessionHash = vault.hash('session', name);
  let count = 0;
  const inbound = (text: string, extra: Partial<PersonInbound> = {}): PersonInbound => ({
    ...{ id: asId<InboundId>(`${name}-${++count}`), tenant: TENANT, channel, conversationId: id },
    ...{ receivedAt: clock.now(), from: 'person', delivery: channel === 'sms' ? 'push' : 'pull', text },
    hints: channel === 'sms' ? { replyTo: name } : { sessionHash },
    ...extra,
  });
  const handle = (message: PersonInbound): Promise<HandleResult> => service.conversations.handle(message);
  return {
    id,
    inbound,
    handle,
    say: (text: string) => handle(inbound(text)),
    press: (action: string) => handle(inbound('', { action })),
    /** What the page may read; null when the session is over. */
    view: (from = 0) => viewTalk(service.sealed, { tenant: TENANT, id, sessionHash, from }),
    record: async () => (await service.sealed.load(id)).conversation,
  };
}
export type TestPerson = ReturnType<typeof createPerson>;

/** The words of replies, for looking into them. */
export function wordsOf(replies: readonly Reply[]): string {
  return replies
    .map((reply) => reply.paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join('\n'))
    .join('\n\n');
}

/** Through danger and the connect dialog to a queued case. */
export async function queueUrgentCase(person: TestPerson): Promise<void> {
  await person.say('my boss took my passport and makes me work for no pay, i am 16');
  await person.press('person');
  await person.press('skip');
  await person.press('share-all');
}
