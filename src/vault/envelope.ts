// Sealing bytes: AES-256-GCM in one flat envelope. No keys live here, and no files.
// Layout: version 1, length of the key id 1, key id, iv 12, tag 16, ciphertext.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyId } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import type { SealPlace } from './vault.js';

const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/**
 * Seals under a 256-bit key. The iv is random, never a counter: a turn that runs again would use the same number for
 * other words.
 */
export function sealBytes(key: Uint8Array, bound: Uint8Array, plain: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(bound);
  const sealed = [cipher.update(plain), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]);
}

/** What `sealBytes` was given. Throws `vault.tampered` when key, place or bytes are not the same. */
export function openBytes(key: Uint8Array, bound: Uint8Array, sealed: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(bound).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new PorchlightError('vault.tampered', '', { cause });
  }
}

/** Bytes that stand for a place and nothing else: moved, a value does not open. */
export function boundTo(...parts: readonly (string | number)[]): Buffer {
  return Buffer.from(JSON.stringify(parts), 'utf8');
}

/** The envelope names its key, so that a value can be opened without knowing under which of two keys it lies. */
export function toEnvelope(keyId: KeyId, sealed: Uint8Array): Buffer {
  const id = Buffer.from(keyId, 'utf8');
  if (id.length > 255) throw new RangeError('a key id is at most 255 bytes');
  return Buffer.concat([Buffer.from([VERSION, id.length]), id, sealed]);
}

/** Key id and sealed bytes. Throws `vault.tampered` for anything that is not an envelope. */
export function fromEnvelope(envelope: Uint8Array): { keyId: KeyId; sealed: Buffer } {
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
  const sealedAt = 2 + (bytes[1] ?? 0);
  if (bytes[0] !== VERSION || bytes.length < sealedAt + IV_BYTES + TAG_BYTES) {
    throw new PorchlightError('vault.tampered', 'Not an envelope.');
  }
  return { keyId: bytes.toString('utf8', 2, sealedAt) as KeyId, sealed: bytes.subarray(sealedAt) };
}

/** What the envelope of a record's part is bound to. */
export function boundToPlace(place: SealPlace): Buffer {
  return boundTo('part', place.tenant, place.record, place.part, place.schema);
}
