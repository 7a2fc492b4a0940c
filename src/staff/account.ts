// Staff accounts: the record, and making, finding and changing one. Where they are kept is the directory port.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { asId, type DeskId, type StaffId } from '../core/index.js';
import { hashPassword, newPassword } from './password.js';
import { newTotpSecret, provisioningUri } from './totp.js';

export const ROLES = ['advocate', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const staffAccountSchema = z.object({
  id: z.string().transform((id) => asId<StaffId>(id)),
  /** What the person signs in with and what colleagues see; never shown to anybody who writes to a desk. */
  name: z.string().min(1).max(80),
  deskId: z.string().transform((id) => asId<DeskId>(id)),
  role: z.enum(ROLES),
  passwordHash: z.string(),
  totpSecret: z.string(),
  /** The last code step that was used: each code works once, on every replica. */
  lastStep: z.number().int(),
  /** BCP 47 tags of the languages this person works in. */
  languages: z.array(z.string()),
  /** How many people they talk with at once. */
  capacity: z.number().int().min(1).max(20),
  createdAt: z.number(),
});
export type StaffAccount = z.infer<typeof staffAccountSchema>;

/** The content of the directory record; an absent record is an empty list. */
export const staffDirectorySchema = z.array(staffAccountSchema);

export interface NewAccount {
  readonly name: string;
  readonly deskId: string;
  readonly role: Role;
  readonly languages?: readonly string[];
  readonly capacity?: number;
  /** Absent: one is made up and handed back. */
  readonly password?: string;
  readonly now: number;
}

/**
 * A new account with the password and the authenticator address, which are shown to its owner once and cannot be had
 * again. Does not store it, and does not check whether the name is taken: `withAccount` does.
 */
export async function createAccount(
  wanted: NewAccount,
): Promise<{ account: StaffAccount; password: string; provisioningUri: string }> {
  const password = wanted.password ?? newPassword();
  const account: StaffAccount = {
    id: asId<StaffId>(randomUUID()),
    name: wanted.name.trim(),
    deskId: asId<DeskId>(wanted.deskId),
    role: wanted.role,
    passwordHash: await hashPassword(password),
    totpSecret: newTotpSecret(),
    lastStep: 0,
    languages: [...(wanted.languages ?? ['en'])],
    capacity: wanted.capacity ?? 3,
    createdAt: wanted.now,
  };
  return { account, password, provisioningUri: provisioningUri(account.name, account.totpSecret) };
}

/** A sign-in name as it is compared: case and outer blanks do not count. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

export function findByName(accounts: readonly StaffAccount[], name: string): StaffAccount | undefined {
  return accounts.find((account) => nameKey(account.name) === nameKey(name));
}

/** The accounts with one more, or null when the name is taken. */
export function withAccount(accounts: readonly StaffAccount[], account: StaffAccount): StaffAccount[] | null {
  return findByName(accounts, account.name) ? null : [...accounts, account];
}
