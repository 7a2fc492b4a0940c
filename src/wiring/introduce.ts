// What a start prints: where the pages are, and on the demo the one-time sign-in link of its desk.
import type { App } from '../app.js';
import type { Config } from '../config.js';
import { createAccount, findByName, withAccount } from '../staff/index.js';

const DEMO_STAFF = 'Demo advocate';

/** Prints to stdout; nothing of it is a secret outside the demo. */
export async function introduce(
  app: App,
  config: Config,
  ports: { port: number; opsPort: number },
): Promise<void> {
  const address = config.publicUrl ?? `http://${config.host}:${ports.port}`;
  const lines = [
    'Porchlight is ready.',
    ...(config.demo ? [`  Demo page     ${address}/chat/demo`] : []),
    `  Console       ${address}/staff`,
    ...(config.demo ? [`  Sign in once  ${address}${await demoLink(app)}`] : []),
    `  Health        http://127.0.0.1:${ports.opsPort}/health`,
  ];
  console.log(lines.join('\n'));
}

/** The demo's advocate is made at the first start and kept; the link is good once, for 15 minutes. */
async function demoLink(app: App): Promise<string> {
  const accounts = await app.directory.read();
  const known = findByName(accounts, DEMO_STAFF);
  if (known) return app.staff.issueLink(known.id) ?? '';
  const { account } = await createAccount({
    name: DEMO_STAFF,
    deskId: 'demo',
    role: 'supervisor',
    now: Date.now(),
  });
  await app.directory.change((all) => withAccount(all, account) ?? all);
  return app.staff.issueLink(account.id) ?? '';
}
