// buildApp: the one place that knows every concrete part and how they hang together. Nothing runs before `start`.
import { join } from 'node:path';
import { createConnector, createWebBot } from './bot/index.js';
import type { Config } from './config.js';
import { createSealedLog, createSealedRecord, type SealedRecord, viewTalk } from './conversations/index.js';
import {
  asId,
  type Clock,
  type ConversationId,
  type PersonInbound,
  systemClock,
  type TenantId,
} from './core/index.js';
import { budgetKey, createBudget, createOps, createServer } from './http/index.js';
import { createSmsWriter } from './i18n/index.js';
import { openKnowledgeRoutes } from './knowledge/index.js';
import {
  createPartners,
  demoPartner,
  hashKey,
  type Partner,
  type Partners,
  partnersSchema,
} from './partners/index.js';
import { channels } from './parts.js';
import {
  type ChainedRow,
  chainRow,
  createStaff,
  type Staff,
  type StaffAccount,
  staffDirectorySchema,
} from './staff/index.js';
import { createRecognisers } from './understanding/index.js';
import { type Brain, createBrain } from './wiring/brain.js';
import { readContentBundle } from './wiring/content-bundle.js';
import { createDeskCases } from './wiring/desk-cases.js';
import { type House, openHouse } from './wiring/house.js';
import { createLog, type Log } from './wiring/log.js';
import { readModels } from './wiring/material.js';
import type { Senders } from './wiring/perform.js';
import { createService, type Service } from './wiring/service.js';
import { createConsoleText, createDeskNames, createPhrases } from './wiring/staff-ports.js';
import { createLook, helpText, webAssetsDir } from './wiring/web-look.js';

export interface Overrides {
  readonly clock?: Clock;
  readonly house?: House;
  readonly brain?: Brain;
  readonly log?: Log;
}

export interface App {
  readonly service: Service;
  readonly staff: Staff;
  readonly partners: Partners;
  /** The staff accounts. */
  readonly directory: SealedRecord<StaffAccount[]>;
  /** Listens and begins to work; resolves with the ports that were taken. */
  start(): Promise<{ port: number; opsPort: number }>;
  stop(): Promise<void>;
}

/** Everything inside one process. Rejects with config.invalid, content.invalid, store.* or vault.* when it must not start. */
export async function buildApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const clock = overrides.clock ?? systemClock;
  const log = overrides.log ?? createLog(config.logLevel);
  const brain = overrides.brain ?? createBrain(readContentBundle(config.root), readModels(config.root));
  const house = overrides.house ?? (await openHouse(config));
  return new Assembly({ config, clock, log, brain, house }).app();
}

interface Ground {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly brain: Brain;
  readonly house: House;
}

/** Wires the rooms. Those that need each other in a circle (channels send, the service calls them) meet in fields. */
class Assembly {
  readonly #ground: Ground;
  readonly #partners: Partners;
  readonly #service: Service;
  readonly #directory: SealedRecord<StaffAccount[]>;
  readonly #staff: Staff;
  readonly #recognisers = createRecognisers();
  readonly #senders: Record<string, Senders[string]> = {};
  #address = '';

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#partners = this.#openPartners();
    this.#service = createService({
      ...ground,
      partners: this.#partners,
      recognisers: this.#recognisers,
      senders: this.#senders,
      ring: (alarm) => this.#staff.alarm(alarm),
      tellStatus: (replyTo, { state, caseId }) =>
        this.#connector.sendHandoff({ name: 'handoff.status', value: { state, caseId } }, replyTo),
    });
    this.#directory = createSealedRecord({
      ...ground.house,
      name: 'staff/directory',
      schema: staffDirectorySchema,
      initial: [],
    });
    this.#staff = this.#createStaff();
  }

  #openPartners(): Partners {
    const { config, house, clock, brain } = this.#ground;
    const languages = [...brain.content.locales.byTag.keys()];
    const record = createSealedRecord({
      ...house,
      name: 'partners',
      schema: partnersSchema,
      initial: { partners: [] },
    });
    return createPartners(
      record,
      clock,
      config.demo ? [demoPartner(languages, config.smsApiUrl !== null)] : [],
    );
  }

  #createStaff(): Staff {
    const { config, house, clock, brain } = this.#ground;
    const directory = this.#directory;
    const audit = createSealedLog<ChainedRow>({ ...house, name: 'staff/audit' });
    const { conversations, sealed, presence } = this.#service;
    return createStaff({
      clock,
      directory: {
        read: () => directory.read(),
        write: (change) => directory.change((accounts) => [...change(accounts)]),
      },
      audit: { append: (row) => audit.append((last) => chainRow(last, row)) },
      cases: createDeskCases({ store: house.store, sealed, conversations, clock, brain }),
      presence,
      phrases: createPhrases(brain),
      consoleText: createConsoleText(brain),
      desks: createDeskNames(brain),
      onWake: (listener) => house.store.onWake(listener),
      publicOrigin: config.publicUrl,
      demo: config.demo,
      assetsDir: join(webAssetsDir(config.root), 'console'),
    });
  }

  readonly #handle = (inbound: PersonInbound) => this.#service.conversations.handle(inbound);

  get #botPorts() {
    const { clock, brain } = this.#ground;
    const groupNotice = (locale: string | undefined) =>
      brain.speaker.text((locale && brain.matchLanguage(locale)) || 'en', 'bot:notice.group');
    return { handle: this.#handle, clock, groupNotice };
  }

  get #connector() {
    const { config, house } = this.#ground;
    this.#openConnector ??= createConnector({
      mode: config.bot ? { kind: 'production', ...config.bot } : { kind: 'development' },
      tenant: asId<TenantId>('demo'),
      ports: this.#botPorts,
      hash: (purpose, ...parts) => house.vault.hash(purpose, ...parts),
    });
    return this.#openConnector;
  }
  #openConnector: ReturnType<typeof createConnector> | undefined;

  #webChannel() {
    const { house, clock, brain, config, log } = this.#ground;
    const budget = (perSecond: number, burst: number) => createBudget({ perSecond, burst }, clock);
    return channels.web({
      tokens: { hash: (purpose, ...parts) => house.vault.hash(purpose, ...parts) },
      clock,
      partners: this.#webPartners(),
      talk: {
        deliver: createWebBot(this.#botPorts).deliver,
        view: (request) => viewTalk(this.#service.sealed, request),
        onWake: (listener) => house.store.onWake(listener),
      },
      look: createLook(brain, config.root),
      allow: { sessions: perHousehold(budget(1, 20)), messages: budget(2, 60), polls: budget(4, 40) },
      publicOrigin: config.publicUrl,
      helpText: helpText(brain),
      log,
    });
  }

  #webPartners() {
    const find = async (test: (partner: Partner) => boolean) =>
      toWebPartner((await this.#partners.list()).find(test));
    return {
      bySlug: (slug: string) => find(({ id }) => id === slug),
      byTenant: (tenant: TenantId) => find(({ id }) => id === tenant),
      byKey: (key: string) =>
        find(({ keys }) =>
          keys.some(
            (one) => one.hash === hashKey(key) && one.revokedAt === null && one.scopes.includes('embed'),
          ),
        ),
      listsOrigin: async (origin: string) => (await find(({ origins }) => origins.includes(origin))) !== null,
    };
  }

  #smsChannel() {
    const { house, clock, config, brain } = this.#ground;
    const account = (partner: Partner | null) =>
      partner?.sms ? { ...partner.sms, tenant: asId<TenantId>(partner.id) } : null;
    const names = [...brain.content.knowledge.desks.values()].map(({ name }) => name);
    const write = createSmsWriter(brain.content.locales);
    return channels.sms({
      handle: this.#handle,
      tenantOf: async (number, service) => account(await this.#partners.byNumber(number, service)),
      accountOf: async (number) => account(await this.#partners.byNumber(number)),
      conversationId: (tenant, externalId) =>
        asId<ConversationId>(house.vault.hash('conversation', tenant, 'sms', externalId)),
      publicUrl: () => config.publicUrl ?? this.#address,
      write: (tag, text) => write(tag, text, names),
      clock,
      apiUrl: config.smsApiUrl ?? 'https://api.twilio.com',
      secrets: [],
    });
  }

  #openKnowledge() {
    const { brain, clock } = this.#ground;
    const { knowledge, locales } = brain.content;
    return openKnowledgeRoutes({ knowledge, languages: locales.languages, clock, helpText: helpText(brain) });
  }

  app(): App {
    const { config, brain, log, house } = this.#ground;
    const web = this.#webChannel();
    const sms = this.#smsChannel();
    const connector = this.#connector;
    if (sms.send) this.#senders['sms'] = sms.send;
    this.#senders['connector'] = (reply, replyTo, { key }) => connector.send(reply, replyTo, key);
    const bot = config.bot || config.demo ? connector.routes : [];
    const server = createServer({
      routes: [...web.routes, ...sms.routes, ...bot, ...this.#staff.routes, ...this.#openKnowledge()],
      sockets: [...(web.sockets ?? []), ...this.#staff.sockets],
      // A provider's webhooks come from a handful of addresses.
      limits: { requestsPerSecond: 200, requestBurst: 400 },
      trustedProxies: config.trustedProxies,
      log,
      manner: { helpText: helpText(brain), secure: config.publicUrl !== null },
    });
    const ops = createOps({
      checks: { store: async () => void (await house.store.outbox.nextDueAt()) },
      metrics: () => '',
    });
    return {
      ...{ service: this.#service, staff: this.#staff, partners: this.#partners, directory: this.#directory },
      start: async () => {
        // Without the connector's keys the other channels still serve; unknown keys are fetched when a token comes.
        if (config.bot)
          await connector
            .start()
            .catch(() => log.error({ code: 'connector.unreachable' }, 'no signing keys yet'));
        const port = await server.listen(config.port, config.host);
        this.#address = `http://${config.host}:${port}`;
        this.#service.start();
        this.#staff.start();
        return { port, opsPort: await ops.listen(config.opsPort, '127.0.0.1') };
      },
      stop: async () => {
        this.#staff.close();
        web.close?.();
        await server.close();
        await ops.close();
        await this.#service.stop();
        this.#recognisers.close();
        await house.close();
      },
    };
  }
}

/** An IPv6 household has a whole network of addresses: it counts as one. */
function perHousehold(budget: { take(key: string): boolean }) {
  return { take: (address: string) => budget.take(budgetKey(address)) };
}

function toWebPartner(partner: Partner | undefined) {
  if (!partner) return null;
  return {
    tenant: asId<TenantId>(partner.id),
    slug: partner.id,
    origins: partner.origins,
    language: partner.defaultLanguage,
  };
}
