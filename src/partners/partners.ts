// Finding a partner by its id, origin or number. Foreign and nonexistent look the same: null.
import { createHash, randomBytes } from 'node:crypto';
import { type Clock, derivedId } from '../core/index.js';
import type { Partner, PartnersRecord } from './partner.js';

/** Where the partners are kept: one record, changed by compare-and-set. */
export interface PartnersRecordPort {
  read(): Promise<PartnersRecord>;
  change(step: (record: PartnersRecord) => PartnersRecord): Promise<PartnersRecord>;
}

export interface Partners {
  byId(id: string): Promise<Partner | null>;
  /** The partner whose number received a text, by the number or the messaging service that it belongs to. */
  byNumber(number: string, messagingServiceSid?: string): Promise<Partner | null>;
  list(): Promise<readonly Partner[]>;
  /** Adds a partner or replaces the one with its id. */
  save(partner: Partner): Promise<void>;
  /** A new key for a partner; the returned text is shown once and kept nowhere. Null for an unknown partner. */
  issueKey(partnerId: string, scopes: Partner['keys'][number]['scopes']): Promise<string | null>;
}

/** `fixed` partners (the demo) are there without being stored. */
export function createPartners(
  record: PartnersRecordPort,
  clock: Clock,
  fixed: readonly Partner[] = [],
): Partners {
  const list = async () => [...fixed, ...(await record.read()).partners];
  const save = async (partner: Partner) => {
    await record.change(({ partners }) => ({
      partners: [...partners.filter((other) => other.id !== partner.id), partner],
    }));
  };
  const byId = async (id: string) => (await list()).find((partner) => partner.id === id) ?? null;
  return {
    list,
    save,
    byId,
    async byNumber(number, messagingServiceSid) {
      return (await list()).find((partner) => ownsNumber(partner, number, messagingServiceSid)) ?? null;
    },
    async issueKey(partnerId, scopes) {
      const partner = await byId(partnerId);
      if (!partner) return null;
      const key = `plk_${randomBytes(32).toString('base64url')}`;
      const now = clock.now();
      const row = { id: derivedId('key', key), hash: hashKey(key), scopes, createdAt: now, revokedAt: null };
      await save({ ...partner, keys: [...partner.keys, row] });
      return key;
    },
  };
}

function ownsNumber(partner: Partner, number: string, messagingServiceSid?: string): boolean {
  if (!partner.sms) return false;
  const byService =
    messagingServiceSid !== undefined && partner.sms.messagingServiceSids.includes(messagingServiceSid);
  return byService || partner.sms.numbers.includes(number);
}

/** Keys are long and random: a plain hash is enough to keep them from whoever reads the store. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
