// The keys that Bot Framework signs with: fetched at start and in the background, so that no bad token makes a call.
import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import type { SigningKey } from './token-check.js';

const FETCH_MS = 3000;
const MOST_BYTES = 512 * 1024;
const AGAIN_MS = 3_600_000;
const FRESH_MS = 12 * 3_600_000;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({
  keys: z.array(
    z.looseObject({ kty: z.string(), kid: z.string(), endorsements: z.array(z.string()).default([]) }),
  ),
});

export interface SigningKeys {
  /** Fetches the keys. Rejects with `connector.unreachable`; what was known stays known. */
  refresh(): Promise<void>;
  /** The key of this id. An unknown id asks again at most once an hour, whoever sends it. */
  find(keyId: string): Promise<SigningKey | null>;
}

/** Keys of the issuer whose OpenID metadata stands at this address. */
export function createSigningKeys(metadataUrl: string, clock: Clock): SigningKeys {
  let keys = new Map<string, SigningKey>();
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  const refresh = (): Promise<void> => {
    askedAt = clock.now();
    asking ??= fetchKeys(metadataUrl)
      .then((fetched) => {
        keys = fetched;
      })
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  return {
    refresh,
    async find(keyId) {
      const age = clock.now() - askedAt;
      const known = keys.get(keyId);
      // Old keys are renewed behind the answer; only an unknown one waits, and only once an hour.
      if (known && age > FRESH_MS) void refresh().catch(() => {});
      if (!known && age > AGAIN_MS) await refresh().catch(() => {});
      return keys.get(keyId) ?? null;
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<Map<string, SigningKey>> {
  const { jwks_uri: keysUrl } = metadataSchema.parse(await fetchJson(metadataUrl));
  // The keys live where the metadata does: a metadata answer must not send us elsewhere.
  if (new URL(keysUrl).origin !== new URL(metadataUrl).origin)
    throw new PorchlightError('connector.unreachable', 'keys at a foreign address');
  const { keys } = keysSchema.parse(await fetchJson(keysUrl));
  return new Map(keys.filter(({ kty }) => kty === 'RSA').map((key) => [key.kid, toSigningKey(key)]));
}

function toSigningKey(key: z.infer<typeof keysSchema>['keys'][number]): SigningKey {
  return { key: createPublicKey({ key, format: 'jwk' }), endorsements: key.endorsements };
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    if (!answer.ok) throw new PorchlightError('connector.unreachable', `status ${answer.status}`);
    const text = await answer.text();
    if (text.length > MOST_BYTES) throw new PorchlightError('connector.unreachable', 'answer too large');
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    if (thrown instanceof PorchlightError) throw thrown;
    throw new PorchlightError('connector.unreachable', 'signing keys', { cause: thrown });
  }
}
