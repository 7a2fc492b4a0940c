// npm run partner list | add <id> | key <id> | sms <id>: who embeds Porchlight, their keys, which are shown once, their numbers.
import { readFileSync } from 'node:fs';
import { systemClock } from '../core/index.js';
import { createPartners, partnerSchema } from '../partners/index.js';
import { type Arguments, fail, listOf, oneOf, optional, readArguments, required } from './arguments.js';
import { loadBrain } from './load-brain.js';
import { type Records, withRecords } from './open-records.js';
import { table } from './table.js';

const USAGE = `npm run partner list
       npm run partner -- add <id> --name "Their name" --origins https://a.example,https://b.example [--desk demo]
                          [--languages en,es] [--language en]
       npm run partner -- key <id> [--scope embed|webhook-admin|read-stats]
       npm run partner -- sms <id> --account AC... --token-file path --numbers +15555550100,+15555550101 [--stop-handled]`;
const OPTIONS = [
  'name=',
  'desk=',
  'origins=',
  'languages=',
  'language=',
  'scope=',
  'account=',
  'token-file=',
  'numbers=',
  'stop-handled',
];

type Work = (records: Records, id: string, given: Arguments) => Promise<void>;

async function list({ partners }: Records): Promise<void> {
  const all = (await partners.read()).partners;
  const rows = all.map(({ id, name, deskId, origins, languages, keys }) => {
    const live = keys.filter(({ revokedAt }) => revokedAt === null).length;
    return [id, name, deskId, origins.join(' '), languages.join(' '), live];
  });
  const head = ['id', 'name', 'desk', 'origins', 'languages', 'keys'];
  console.log(rows.length === 0 ? 'There are no partners yet.' : table('Partners', head, rows));
}

async function add(records: Records, id: string, given: Arguments): Promise<void> {
  const partners = createPartners(records.partners, systemClock);
  if (await partners.byId(id)) fail(`There is a partner ${id} already.`);
  const { desks } = loadBrain().content.knowledge;
  const deskId = optional(given, 'desk') ?? [...desks.keys()][0] ?? '';
  if (!desks.has(deskId)) fail(`--desk ${deskId}: one of ${[...desks.keys()].join(', ')}.`);
  const languages = listOf(given, 'languages', ['en']);
  await save(records, {
    id,
    name: required(given, 'name', USAGE),
    deskId,
    origins: listOf(given, 'origins', []),
    languages,
    defaultLanguage: optional(given, 'language') ?? languages[0],
    sms: null,
    keys: [],
    createdAt: systemClock.now(),
  });
  console.log(`Partner ${id} was added. Their page is /chat/${id}.`);
  await issue(records, id, 'embed');
}

/** Every setting that cannot be is named, and nothing is saved then. */
async function save(records: Records, partner: unknown): Promise<void> {
  const parsed = partnerSchema.safeParse(partner);
  if (!parsed.success)
    fail(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  await createPartners(records.partners, systemClock).save(parsed.data);
}

/** The token comes from a file: what stands on a command line is seen by everybody on the machine. */
const sms: Work = async (records, id, given) => {
  const partner = await createPartners(records.partners, systemClock).byId(id);
  if (!partner) fail(`There is no partner ${id}.`);
  const settings = {
    provider: 'twilio',
    accountSid: required(given, 'account', USAGE),
    authTokens: [readToken(required(given, 'token-file', USAGE))],
    numbers: listOf(given, 'numbers', []),
    messagingServiceSids: [],
    optOutHandled: given.options['stop-handled'] === true,
  };
  await save(records, { ...partner, sms: settings });
  console.log(`Partner ${id} is reached by text at ${settings.numbers.join(', ')}.`);
};

function readToken(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return fail(`${path}: the file cannot be read.`);
  }
}

async function issue(
  records: Records,
  id: string,
  scope: 'embed' | 'webhook-admin' | 'read-stats',
): Promise<void> {
  const key = await createPartners(records.partners, systemClock).issueKey(id, [scope]);
  if (key === null) fail(`There is no partner ${id}.`);
  console.log(`A key for ${scope}, shown once; for their servers, never for a page:\n  ${key}`);
}

const key: Work = (records, id, given) =>
  issue(records, id, oneOf(given, 'scope', ['embed', 'webhook-admin', 'read-stats'] as const));

const WORK: Readonly<Record<string, Work>> = { list, add, key, sms };
const given = readArguments(OPTIONS, USAGE);
const [verb = '', id = ''] = given.words;
const work = Object.hasOwn(WORK, verb) ? WORK[verb] : undefined;
if (!work || (verb !== 'list' && id === '')) fail(`Usage: ${USAGE}`);
void withRecords((records) => work(records, id, given));
