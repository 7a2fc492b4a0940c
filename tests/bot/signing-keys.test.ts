// The keys of the issuer: asked for at start, and again at most once an hour.
import { createSigningKeys } from '../../src/bot/signing-keys.js';
import { startIssuer } from './bot-world.js';

test('unknown key ids ask the issuer at most once an hour', async () => {
  const issuer = await startIssuer();
  let now = 0;
  const keys = createSigningKeys(issuer.metadataUrl, { now: () => now });
  await keys.refresh();
  const atStart = issuer.far.calls.length;
  for (let index = 0; index < 50; index++) expect(await keys.find(`unknown-${index}`)).toBeNull();
  expect(issuer.far.calls).toHaveLength(atStart);
  now += 3_600_001;
  await Promise.all(Array.from({ length: 20 }, (_, index) => keys.find(`unknown-${index}`)));
  expect(issuer.far.calls).toHaveLength(atStart * 2);
  expect(await keys.find('k1')).not.toBeNull();
  await issuer.far.close();
});

test('keys at a foreign address are not fetched, and an issuer that is away leaves the known keys standing', async () => {
  const issuer = await startIssuer();
  const keys = createSigningKeys(issuer.metadataUrl, { now: () => 0 });
  await keys.refresh();
  issuer.far.answers = { '/metadata': { jwks_uri: 'http://127.0.0.1:9/keys' } };
  await expect(keys.refresh()).rejects.toMatchObject({ code: 'connector.unreachable' });
  issuer.far.status = 500;
  await expect(keys.refresh()).rejects.toMatchObject({ code: 'connector.unreachable' });
  expect(await keys.find('k1')).not.toBeNull();
  await issuer.far.close();
});
