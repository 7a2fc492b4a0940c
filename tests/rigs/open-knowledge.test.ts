// A partner's system reads the knowledge base of the real service, keeps the tag, and asks again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTopicSchema, startSchema } from '../../src/knowledge/open/shapes.js';
import { type ServiceProcess, serviceProcess } from '../support/service-process.js';

let folder: string;
let service: ServiceProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porchlight-open-'));
  service = await serviceProcess({ DATA_DIR: folder });
  await service.start();
}, 90_000);
afterAll(async () => {
  await service.kill();
  await rm(folder, { recursive: true, force: true });
});

test('every topic that the start lists can be read in English, and is not sent twice', async () => {
  const base = `${service.url}/knowledge/v1`;
  const start = startSchema.strict().parse(await (await fetch(base)).json());
  expect(start.topics).toContain('t-visa');
  for (const id of start.topics) {
    const answer = await fetch(`${base}/en/topics/${id}`);
    expect([id, answer.status]).toEqual([id, 200]);
    const topic = openTopicSchema.strict().parse(await answer.json());
    expect(topic.paragraphs.filter(({ text }) => /\{\{|\*\*/.test(text))).toEqual([]);
    const again = await fetch(`${base}/en/topics/${id}`, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect([id, again.status]).toEqual([id, 304]);
  }
});
