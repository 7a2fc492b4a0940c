// Proving who somebody is: a name, a password and a code, or the demo's one-time link. Nothing about sessions or HTTP.
import type { StaffId } from '../core/index.js';
import { findByName, nameKey, type StaffAccount } from './account.js';
import { passwordFits } from './password.js';
import type { Directory } from './ports.js';
import type { SignInLinks } from './sign-in-links.js';
import type { Slowdown } from './slowdown.js';
import { matchTotp, newTotpSecret } from './totp.js';

/** How many passwords are checked at once: each takes 19 MiB and tens of milliseconds. */
const AT_ONCE = 4;
const NOBODYS_SECRET = newTotpSecret();

export type SignInResult =
  | { readonly account: StaffAccount }
  | { readonly wrong: true }
  | { readonly waitMs: number };

export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code: string;
  readonly address: string;
}

/** Checks credentials. Every wrong answer looks the same, and an unknown name takes as long as a known one. */
export class SignIn {
  #checking = 0;

  constructor(
    private readonly directory: Directory,
    private readonly slowdown: Slowdown,
    private readonly links: SignInLinks,
  ) {}

  /** Password and code. The code is used up by the success, on every replica. */
  async withPassword(given: Credentials, now: number): Promise<SignInResult> {
    if (this.#checking >= AT_ONCE) return { waitMs: 1000 };
    const attempt = { name: nameKey(given.name), address: given.address };
    const waitMs = this.slowdown.begin(attempt, now);
    if (waitMs > 0) return { waitMs };
    this.#checking += 1;
    const account = await this.#check(given, now).finally(() => {
      this.#checking -= 1;
    });
    if (!account) return { wrong: true };
    this.slowdown.succeeded(attempt);
    return { account };
  }

  /** A link that was printed for somebody; works once. */
  async withLink(token: string, now: number): Promise<SignInResult> {
    const staffId = this.links.redeem(token, now);
    const account = staffId && (await findById(this.directory, staffId));
    return account ? { account } : { wrong: true };
  }

  async #check(given: Credentials, now: number): Promise<StaffAccount | null> {
    const account = findByName(await this.directory.read(), given.name);
    const fits = await passwordFits(account?.passwordHash ?? null, given.password);
    const clock = { now, lastStep: account?.lastStep ?? 0 };
    const step = matchTotp(account?.totpSecret ?? NOBODYS_SECRET, given.code, clock);
    if (!account || !fits || step === null) return null;
    return (await useStep(this.directory, account.id, step)) ? account : null;
  }
}

/** Marks a code step as used. False when another sign-in used it first. */
async function useStep(directory: Directory, staffId: StaffId, step: number): Promise<boolean> {
  let won = false;
  await directory.write((accounts) => {
    won = accounts.some((account) => account.id === staffId && account.lastStep < step);
    if (!won) return accounts;
    return accounts.map((account) => (account.id === staffId ? { ...account, lastStep: step } : account));
  });
  return won;
}

/** The account of an id as the directory has it now, or null. */
export async function findById(directory: Directory, staffId: StaffId): Promise<StaffAccount | null> {
  return (await directory.read()).find((account) => account.id === staffId) ?? null;
}
