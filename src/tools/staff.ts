// npm run staff list | add <name> | remove <name>: accounts of the console. Password and authenticator address are shown once.
import { createAccount, findByName, ROLES, withAccount } from '../staff/index.js';
import { type Arguments, fail, listOf, oneOf, optional, readArguments } from './arguments.js';
import { loadBrain } from './load-brain.js';
import { type Records, withRecords } from './open-records.js';
import { table } from './table.js';

const USAGE = `npm run staff list
       npm run staff -- add "Name" [--desk demo] [--role ${ROLES.join('|')}] [--languages en,es] [--capacity 3]
       npm run staff -- remove "Name"`;

async function list({ staff }: Records): Promise<void> {
  const rows = (await staff.read()).map(({ name, deskId, role, languages, capacity }) => [
    name,
    deskId,
    role,
    languages.join(' '),
    capacity,
  ]);
  const head = ['name', 'desk', 'role', 'languages', 'capacity'];
  console.log(rows.length === 0 ? 'There are no staff yet.' : table('Staff', head, rows));
}

async function add({ staff }: Records, name: string, given: Arguments): Promise<void> {
  const desks = [...loadBrain().content.knowledge.desks.keys()];
  const capacity = Number(optional(given, 'capacity') ?? 3);
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > 20)
    fail('--capacity: 1 to 20 people at once.');
  if (findByName(await staff.read(), name)) fail(`There is somebody called ${name} already.`);
  const { account, password, provisioningUri } = await createAccount({
    name,
    deskId: oneOf(given, 'desk', desks),
    role: oneOf(given, 'role', ROLES),
    languages: listOf(given, 'languages', ['en']),
    capacity,
    now: Date.now(),
  });
  await staff.change((accounts) => withAccount(accounts, account) ?? accounts);
  console.log(`${account.name} was added as ${account.role} of the desk ${account.deskId}. Shown once:
  Password       ${password}
  Authenticator  ${provisioningUri}`);
}

async function remove({ staff }: Records, name: string): Promise<void> {
  const account = findByName(await staff.read(), name);
  if (!account) fail(`There is nobody called ${name}.`);
  await staff.change((accounts) => accounts.filter(({ id }) => id !== account.id));
  console.log(`${account.name} can no longer sign in.`);
}

const WORK: Readonly<Record<string, (records: Records, name: string, given: Arguments) => Promise<void>>> = {
  list,
  add,
  remove,
};
const given = readArguments(['desk=', 'role=', 'languages=', 'capacity='], USAGE);
const [verb = '', ...name] = given.words;
const work = Object.hasOwn(WORK, verb) ? WORK[verb] : undefined;
if (!work || (verb !== 'list' && name.join(' ').trim() === '')) fail(`Usage: ${USAGE}`);
void withRecords((records) => work(records, name.join(' ').trim(), given));
