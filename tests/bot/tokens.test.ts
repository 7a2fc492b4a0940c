// Rows 57 to 63: forty ways to be refused by the connector, all alike, and one to be let in. Keys of a local issuer.
import { sign } from 'node:crypto';
import { createConnector } from '../../src/bot/index.js';
import {
  APP,
  type FarSide,
  hash,
  hmacSignature,
  makeToken,
  NOW,
  recordingHouse,
  startConnector,
  startFarSide,
  startIssuer,
  type TokenParts,
  tenant,
} from './bot-world.js';

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let channel: FarSide;
let running: Awaited<ReturnType<typeof startConnector>>;
const house = recordingHouse();

beforeAll(async () => {
  issuer = await startIssuer();
  channel = await startFarSide();
  running = await startConnector({
    mode: { kind: 'production', appId: APP, appPassword: 'canary-password', appTenant: '' },
    ports: house.ports,
    trust: {
      metadataUrl: issuer.metadataUrl,
      issuer: 'https://api.botframework.com',
      allowsServiceUrl: (url) => url === channel.url || url === `${channel.url}/other`,
    },
  });
  await running.connector.start();
});
afterAll(async () => {
  await running.server.close();
  await Promise.all([issuer.far.close(), channel.close()]);
});

const activity = (fields: Record<string, unknown> = {}) => ({
  type: 'message',
  id: 'm1',
  channelId: 'test',
  serviceUrl: channel.url,
  conversation: { id: 'c1' },
  from: { id: 'person' },
  recipient: { id: `28:${APP}` },
  text: 'hello',
  deliveryMode: 'expectReplies',
  ...fields,
});

function post(authorization: string | undefined, fields: Record<string, unknown> = {}): Promise<Response> {
  const headers = {
    'Content-Type': 'application/json',
    ...(authorization !== undefined && { authorization }),
  };
  return fetch(running.url, { method: 'POST', headers, body: JSON.stringify(activity(fields)) });
}

const token = (parts: TokenParts = {}) => makeToken(issuer.privateKey, channel.url, parts);
const seconds = NOW / 1000;
type Bad = [label: string, authorization: () => string | undefined, fields?: () => Record<string, unknown>];

const bad: Bad[] = [
  ['row 57: nothing', () => undefined],
  ['row 57: an empty scheme', () => 'Bearer'],
  ['row 57: a scheme and a space', () => 'Bearer '],
  ['row 57: a small letter', () => `bearer ${token()}`],
  ['row 57: two spaces', () => `Bearer  ${token()}`],
  ['row 57: another scheme', () => `Basic ${token()}`],
  ['row 57: no dots', () => 'Bearer abc'],
  ['row 57: two parts', () => `Bearer ${token().split('.').slice(0, 2).join('.')}`],
  ['row 57: four parts', () => `Bearer ${token()}.x`],
  ['row 57: parts that are no JSON', () => 'Bearer AAAA.BBBB.CCCC'],
  ['row 57: 10 KB', () => `Bearer ${'a'.repeat(10_000)}.b.c`],
  ['row 58: no algorithm', () => `Bearer ${token({ header: { alg: 'none' }, signature: () => '' })}`],
  ['row 58: no algorithm, a signature all the same', () => `Bearer ${token({ header: { alg: 'none' } })}`],
  [
    'row 58: HS256 signed with the public key',
    () => `Bearer ${token({ header: { alg: 'HS256' }, signature: hmacSignature(issuer.publicKey) })}`,
  ],
  [
    'row 58: called RS256, signed as HS256',
    () => `Bearer ${token({ signature: hmacSignature(issuer.publicKey) })}`,
  ],
  [
    'row 58: RS512',
    () =>
      `Bearer ${token({ header: { alg: 'RS512' }, signature: (text) => sign('RSA-SHA512', Buffer.from(text), issuer.privateKey).toString('base64url') })}`,
  ],
  ['row 58: ES256', () => `Bearer ${token({ header: { alg: 'ES256' } })}`],
  ['row 58: no key id', () => `Bearer ${token({ header: { kid: undefined } })}`],
  ['row 58: a path as key id', () => `Bearer ${token({ header: { kid: '../../etc/passwd' } })}`],
  ['row 58: an address as key id', () => `Bearer ${token({ header: { kid: 'http://evil.example/key' } })}`],
  ['row 58: a key id of 5 KB', () => `Bearer ${token({ header: { kid: 'k'.repeat(5000) } })}`],
  ['row 58: an unknown key id', () => `Bearer ${token({ header: { kid: 'k2' } })}`],
  ['row 58: a prototype name as key id', () => `Bearer ${token({ header: { kid: 'constructor' } })}`],
  ['row 59: expired by 5:01', () => `Bearer ${token({ claims: { exp: seconds - 301 } })}`],
  ['row 59: not yet valid', () => `Bearer ${token({ claims: { nbf: seconds + 301 } })}`],
  ['row 59: no end', () => `Bearer ${token({ claims: { exp: undefined } })}`],
  ['row 59: an end in words', () => `Bearer ${token({ claims: { exp: String(seconds + 600) } })}`],
  ['row 59: no beginning', () => `Bearer ${token({ claims: { nbf: undefined } })}`],
  ['row 60: for another bot', () => `Bearer ${token({ claims: { aud: APP.replace('1', '2') } })}`],
  ['row 60: a list of audiences', () => `Bearer ${token({ claims: { aud: [APP] } })}`],
  ['row 60: another issuer', () => `Bearer ${token({ claims: { iss: 'https://evil.example' } })}`],
  [
    'row 60: the issuer with a slash',
    () => `Bearer ${token({ claims: { iss: 'https://api.botframework.com/' } })}`,
  ],
  [
    'row 60: an emulator issuer',
    () =>
      `Bearer ${token({ claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' } })}`,
  ],
  [
    'row 61: another service address in the activity',
    () => `Bearer ${token()}`,
    () => ({ serviceUrl: `${channel.url}/other` }),
  ],
  [
    'row 61: no service address in the activity',
    () => `Bearer ${token()}`,
    () => ({ serviceUrl: undefined }),
  ],
  ['row 61: a list of them', () => `Bearer ${token()}`, () => ({ serviceUrl: [channel.url] })],
  ['row 61: none in the token', () => `Bearer ${token({ claims: { serviceurl: undefined } })}`],
  [
    'row 61: empty in both',
    () => `Bearer ${token({ claims: { serviceurl: '' } })}`,
    () => ({ serviceUrl: '' }),
  ],
  [
    'row 61: a foreign one in both',
    () => `Bearer ${token({ claims: { serviceurl: 'https://good@evil.example' } })}`,
    () => ({ serviceUrl: 'https://good@evil.example' }),
  ],
  [
    'row 62: a channel that the key may not speak for',
    () => `Bearer ${token()}`,
    () => ({ channelId: 'AseChannel' }),
  ],
  ['row 62: no channel', () => `Bearer ${token()}`, () => ({ channelId: undefined })],
  [
    'a signature of another text',
    () =>
      `Bearer ${token().replace(/\.[^.]*$/, `.${token({ claims: { exp: seconds + 601 } }).split('.')[2]}`)}`,
  ],
];

test.each(bad)(
  '%s is the same 401, and nobody is called',
  async (_label, authorization, fields = () => ({})) => {
    const calls = issuer.far.calls.length;
    const answer = await post(authorization(), fields());
    expect([answer.status, await answer.text()]).toEqual([401, '{"error":{"code":"Unauthorized"}}']);
    expect(issuer.far.calls).toHaveLength(calls);
    expect(channel.calls).toHaveLength(0);
    expect(house.inbounds).toHaveLength(0);
  },
);

test('a genuine token is let in, up to five minutes late', async () => {
  const late = token({ claims: { exp: seconds - 299 } });
  for (const [id, given] of [
    ['m-good', token()],
    ['m-late', late],
  ] as const) {
    const answer = await post(`Bearer ${given}`, { id });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ activities: [{ type: 'message', text: 'Here is help.' }] });
  }
});

test('row 63: one activity sent a hundred times at once is one message', async () => {
  const before = house.inbounds.length;
  await Promise.all(Array.from({ length: 100 }, () => post(`Bearer ${token()}`, { id: 'm-again' })));
  expect(house.inbounds).toHaveLength(before + 1);
});

test('the password is in no log line', () => {
  expect(running.logged.join('\n')).not.toContain('canary-password');
  expect(running.connector.secrets).toEqual(['canary-password']);
});

test.each([
  ['no app id', '', 'secret'],
  ['no password', APP, ''],
])('T21: production with %s does not start', (_label, appId, appPassword) => {
  const mode = { kind: 'production', appId, appPassword, appTenant: '' } as const;
  expect(() => createConnector({ mode, tenant, hash, ports: house.ports })).toThrow(/MICROSOFT_APP_ID/);
});
