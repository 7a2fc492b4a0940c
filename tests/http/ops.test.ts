// Row 85: health and metrics have a port of their own; the public one knows neither.
import { createOps } from '../../src/http/index.js';
import { startWire } from './wire.js';

test('health is 200 while every part works, 503 when one does not, and names it', async () => {
  let working = true;
  const store = async () => {
    if (!working) throw new Error('canary');
  };
  const ops = createOps({ checks: { store, vault: async () => {} }, metrics: () => 'turns_total 3\n' });
  const url = `http://127.0.0.1:${await ops.listen(0, '127.0.0.1')}`;
  expect((await fetch(`${url}/health`)).status).toBe(200);
  working = false;
  const sick = await fetch(`${url}/health`);
  expect(sick.status).toBe(503);
  expect(await sick.json()).toEqual({ store: false, vault: true });
  expect(await (await fetch(`${url}/metrics`)).text()).toBe('turns_total 3\n');
  expect((await fetch(`${url}/debug`)).status).toBe(404);
  await ops.close();
});

test("row 85: the public port answers 404 to operators' paths", async () => {
  const wire = await startWire();
  for (const path of ['/health', '/metrics', '/debug'])
    expect((await fetch(wire.url + path)).status).toBe(404);
  await wire.server.close();
});
