import { createAccount, type StaffAccount, withAccount } from '../../src/staff/account.js';
import type { Directory } from '../../src/staff/ports.js';
import { SignIn } from '../../src/staff/sign-in.js';
import { SignInLinks } from '../../src/staff/sign-in-links.js';
import { Slowdown } from '../../src/staff/slowdown.js';
import { totpCode, totpStep } from '../../src/staff/totp.js';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const PASSWORD = 'a long password';

function directoryOf(accounts: readonly StaffAccount[]): Directory & { current(): readonly StaffAccount[] } {
  let kept = accounts;
  return {
    current: () => kept,
    read: async () => kept,
    write: async (change) => {
      kept = change(kept);
      return kept;
    },
  };
}

async function desk() {
  const { account } = await createAccount({
    name: 'Ana',
    deskId: 'demo',
    role: 'advocate',
    password: PASSWORD,
    now: NOW,
  });
  const directory = directoryOf([account]);
  const links = new SignInLinks();
  const signIn = new SignIn(directory, new Slowdown(), links);
  const code = (at = NOW) => totpCode(account.totpSecret, totpStep(at));
  const given = { name: 'Ana', password: PASSWORD, code: code(), address: '203.0.113.7' };
  return { account, directory, links, signIn, code, given };
}

test('the right name, password and code sign somebody in; case and blanks of the name do not matter', async () => {
  const { signIn, given, account } = await desk();
  const result = await signIn.withPassword({ ...given, name: ' ana ' }, NOW);
  expect(result).toMatchObject({ account: { id: account.id } });
});

test.each([
  { what: 'a wrong password', change: { password: 'a long passwore' } },
  { what: 'a wrong code', change: { code: '000000' } },
  { what: 'no code', change: { code: '' } },
  { what: 'an unknown name', change: { name: 'Ben' } },
])('$what is answered like every other wrong answer', async ({ change }) => {
  const { signIn, given, directory } = await desk();
  expect(await signIn.withPassword({ ...given, ...change }, NOW)).toEqual({ wrong: true });
  expect(directory.current()[0]?.lastStep).toBe(0);
});

test('a code signs in once, also when it is sent twice at the same moment', async () => {
  const { signIn, given } = await desk();
  const both = await Promise.all([signIn.withPassword(given, NOW), signIn.withPassword(given, NOW)]);
  expect(both.filter((result) => 'account' in result)).toHaveLength(1);
  expect(await signIn.withPassword(given, NOW + MINUTE / 2)).toEqual({ wrong: true });
});

test('the next code works after one was used', async () => {
  const { signIn, given, code } = await desk();
  await signIn.withPassword(given, NOW);
  const later = await signIn.withPassword({ ...given, code: code(NOW + MINUTE) }, NOW + MINUTE);
  expect(later).toHaveProperty('account');
});

test('after three wrong tries even the right answer waits, and then gets in', async () => {
  const { signIn, given } = await desk();
  for (let index = 0; index < 3; index += 1) await signIn.withPassword({ ...given, code: '1' }, NOW);
  const held = await signIn.withPassword(given, NOW);
  expect(held).toEqual({ waitMs: 1000 });
  expect(await signIn.withPassword(given, NOW + 1000)).toHaveProperty('account');
});

test('an unknown name costs as many password checks as a known one', async () => {
  const argon2 = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  const verify = jest.spyOn(argon2, 'verify');
  const { signIn, given } = await desk();
  await signIn.withPassword({ ...given, password: 'wrong wrong wrong' }, NOW);
  const known = verify.mock.calls.length;
  await signIn.withPassword({ ...given, name: 'Nobody', password: 'wrong wrong wrong' }, NOW);
  expect(known).toBe(1);
  expect(verify.mock.calls.length).toBe(2);
  const costs = verify.mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4).join('$'));
  expect(new Set(costs)).toEqual(new Set(['$argon2id$v=19$m=19456,t=2,p=1']));
});

test.each([
  { when: 'at once', afterMs: 0, works: true },
  { when: 'after 14:59', afterMs: 15 * MINUTE - 1000, works: true },
  { when: 'after 15:00', afterMs: 15 * MINUTE, works: false },
])('a one-time link used $when works: $works', async ({ afterMs, works }) => {
  const { links, signIn, account } = await desk();
  const token = links.issue(account.id, NOW);
  expect('account' in (await signIn.withLink(token, NOW + afterMs))).toBe(works);
  expect(await signIn.withLink(token, NOW + afterMs)).toEqual({ wrong: true });
});

test('a link of an account that was removed opens nothing', async () => {
  const { links, signIn, account, directory } = await desk();
  const token = links.issue(account.id, NOW);
  await directory.write(() => []);
  expect(await signIn.withLink(token, NOW)).toEqual({ wrong: true });
});

test('a name can be taken only once, however it is written', async () => {
  const { account } = await desk();
  const { account: other } = await createAccount({ name: 'ANA ', deskId: 'demo', role: 'admin', now: NOW });
  expect(withAccount([account], other)).toBeNull();
});

test('an account made without a password gets one worth having', async () => {
  const made = await createAccount({ name: 'Ben', deskId: 'demo', role: 'supervisor', now: NOW });
  expect(made.password).toMatch(/^([a-z2-9]{5}-){4}[a-z2-9]{5}$/);
  expect(made.account.passwordHash).toContain('$argon2id$');
  expect(JSON.stringify(made.account)).not.toContain(made.password);
  expect(made.provisioningUri).toContain(made.account.totpSecret);
});
