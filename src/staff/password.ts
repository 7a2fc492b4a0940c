// Passwords of staff: argon2id, and the same work for a name that does not exist.
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_LENGTH = { min: 12, max: 200 };

/** An argon2id hash with its salt and costs inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** A password nobody has to think of: 25 letters and digits in five groups, about 120 bits. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const picks = [...randomBytes(25)].map((byte) => letters.charAt(byte % letters.length)).join('');
  return (picks.match(/.{5}/g) ?? []).join('-');
}

let dummy: Promise<string> | null = null;

/**
 * Whether the password fits. With no hash (an unknown name) it does the same work against a hash nobody can meet and
 * answers false, so that the time taken does not tell which names exist.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(32).toString('base64'));
  const fits = await verify(passwordHash ?? (await dummy), password.normalize('NFC'));
  return fits && passwordHash !== null;
}
