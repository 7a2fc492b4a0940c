// The service: reads the configuration, builds, listens, says where it is, and stops in good order.
import { buildApp } from './app.js';
import { readConfig } from './config.js';
import { PorchlightError } from './errors.js';
import { introduce } from './wiring/introduce.js';

async function main(): Promise<void> {
  const config = readConfig();
  const app = await buildApp(config);
  const { port, opsPort } = await app.start();
  await introduce(app, config, { port, opsPort });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(app));
}

async function stop(app: { stop(): Promise<void> }): Promise<void> {
  await app.stop();
  process.exit(0);
}

main().catch((thrown: unknown) => {
  // What refuses to start says why in sentences; a bug keeps its stack.
  console.error(thrown instanceof PorchlightError ? thrown.message : thrown);
  process.exit(1);
});
