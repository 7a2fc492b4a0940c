// Time-based one-time codes (RFC 6238: SHA-1, 30 seconds, 6 digits) and the address an authenticator app reads them from.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A fresh 160-bit secret in base32, as authenticator apps expect it. */
export function newTotpSecret(): string {
  const bits = [...randomBytes(20)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five, 2))).join('');
}

function decodeBase32(secret: string): Buffer {
  const letters = [...secret.toUpperCase()].filter((letter) => ALPHABET.includes(letter));
  const bits = letters.map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The number of whole 30-second steps since 1970 at an instant in ms. */
export function totpStep(at: number): number {
  return Math.floor(at / (STEP_SECONDS * 1000));
}

/** The code of one step; 6 digits unless the published vectors ask for 8. */
export function totpCode(secret: string, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', decodeBase32(secret)).update(counter).digest();
  const offset = digest.readUInt8(19) & 15;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step a code belongs to, one step early or late allowed for clocks that drift; null for a wrong code or one of a
 * step at or before `lastStep` (each code works once).
 */
export function matchTotp(
  secret: string,
  code: string,
  when: { now: number; lastStep: number },
): number | null {
  const present = totpStep(when.now);
  const given = Buffer.from(code.padEnd(6, ' ').slice(0, 6));
  const steps = [present - 1, present, present + 1];
  // Every step is computed and compared, so that the time taken tells nothing.
  const matches = steps.filter((step) => {
    const same = timingSafeEqual(Buffer.from(totpCode(secret, step)), given.subarray(0, 6));
    return same && code.length === 6 && step > when.lastStep;
  });
  return matches[0] ?? null;
}

/** The otpauth: address that an authenticator app scans or takes by hand. Holds the secret: show it once. */
export function provisioningUri(name: string, secret: string): string {
  const label = encodeURIComponent(`Porchlight:${name}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Porchlight&algorithm=SHA1&digits=6&period=30`;
}
