// Trains what needs each other for nothing in threads of their own, while this one trains topics: a build waits half as long.
// The bytes are those of `trainUnderstanding`.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  type PackedReader,
  packUnderstanding,
  trainFirst,
  trainReader,
  trainSecond,
  trainTopics,
  type UnderstandingMaterial,
} from '../understanding/index.js';

const PARTS = { first: trainFirst, second: trainSecond };
type Part = keyof typeof PARTS;

interface Task {
  readonly part: Part;
  readonly reader: PackedReader;
  readonly levelRows: UnderstandingMaterial['levelRows'];
}

/** The bundle of all models. Rejects when a thread fails. */
export async function trainSideBySide(material: UnderstandingMaterial): Promise<Uint8Array> {
  const reader = trainReader(material);
  const { levelRows } = material;
  const looks = Promise.all([
    inThread({ part: 'first', reader, levelRows }),
    inThread({ part: 'second', reader, levelRows }),
  ]);
  const topics = trainTopics(reader, material);
  const [first, second] = await looks;
  return packUnderstanding({ reader, first, second, topics });
}

function inThread<P extends Part>(task: Task & { readonly part: P }): Promise<ReturnType<(typeof PARTS)[P]>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(__filename, { workerData: task });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

if (!isMainThread) {
  const { part, reader, levelRows } = workerData as Task;
  parentPort?.postMessage(PARTS[part](reader, levelRows));
}
