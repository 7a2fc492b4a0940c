// Trains levels in a thread of its own while this one trains topics: the two need each other for nothing, and a build waits
// half as long. The bytes are those of `trainUnderstanding`.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  type LevelModel,
  type PackedReader,
  packUnderstanding,
  trainLevels,
  trainReader,
  trainTopics,
  type UnderstandingMaterial,
} from '../understanding/index.js';

interface Task {
  readonly reader: PackedReader;
  readonly levelRows: UnderstandingMaterial['levelRows'];
}

/** The bundle of all models. Rejects when the thread fails. */
export async function trainSideBySide(material: UnderstandingMaterial): Promise<Uint8Array> {
  const reader = trainReader(material);
  const levels = inThread({ reader, levelRows: material.levelRows });
  const topics = trainTopics(reader, material);
  return packUnderstanding({ reader, level: await levels, topics });
}

function inThread(task: Task): Promise<LevelModel> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(__filename, { workerData: task });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

if (!isMainThread) {
  const { reader, levelRows } = workerData as Task;
  parentPort?.postMessage(trainLevels(reader, levelRows));
}
