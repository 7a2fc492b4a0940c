// The service as `npm start` runs it, on the embedded store, for the benchmark: tells its parent the port.
import { buildApp } from '../../app.js';
import { readConfig } from '../../config.js';

async function serve(dataDir: string): Promise<void> {
  const app = await buildApp(
    readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', TRUSTED_PROXIES: '127.0.0.1' }),
  );
  const { port } = await app.start();
  process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
  process.send?.({ port });
}

void serve(process.argv[2] ?? '');
