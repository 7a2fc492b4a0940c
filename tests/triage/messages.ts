// Messages as triage gets them: our own concepts and signals, and a classifier's verdict only where a test brings one.
import { listFiles, readContentFile } from '../../src/content/index.js';
import type { Level, Reason } from '../../src/core/index.js';
import { conceptSchema, type SignalFile, signalSchema } from '../../src/knowledge/schema/index.js';
import { createTriage, type TriageInput } from '../../src/triage/index.js';
import { extractFacts, loadReader, logOdds, trainReader } from '../../src/understanding/index.js';
import { readContent, trainingMaterial } from '../../src/wiring/index.js';

const ROOT = process.cwd();

function readAll<Schema extends Parameters<typeof readContentFile>[2]>(folder: string, schema: Schema) {
  return listFiles(`${ROOT}/${folder}`, '.yaml').map((file) => {
    const { value, problems } = readContentFile(`${ROOT}/${folder}/${file}`, `${folder}/${file}`, schema);
    if (value === undefined) throw new Error(problems.map((one) => `${one.file}: ${one.message}`).join('\n'));
    return value;
  });
}

export const concepts = readAll('knowledge/concepts', conceptSchema);
export const signals: SignalFile[] = readAll('knowledge/signals', signalSchema);

/** Concepts as the files have them, languages as the build would learn them. */
function createReader() {
  const { value, problems } = readContent(ROOT, { today: '2026-11-22' });
  if (!value) throw new Error(problems.map((one) => `${one.file}: ${one.message}`).join('\n'));
  return loadReader(trainReader({ concepts, languageLines: trainingMaterial(value).languageLines }));
}

const reader = createReader();

/** What a classifier with this verdict would say of danger; nothing when there is none. */
function dangerOf(voice: Partial<Record<Level, number>>): number | null {
  if (Object.keys(voice).length === 0) return null;
  return logOdds((voice.emergency ?? 0) + (voice.urgent ?? 0));
}

/** A message as understood. `voice`: what a classifier says of it; none is heard without. */
export function understood(text: string, voice: Partial<Record<Level, number>> = {}): TriageInput {
  const ranking = Object.entries(voice)
    .map(([level, p]) => ({ level: level as Level, p }))
    .sort((a, b) => b.p - a.p);
  const read = reader.read(text);
  return {
    ...read,
    level: { ranking, danger: dangerOf(voice), weightiest: () => [] },
    extracted: extractFacts(read.tokens),
  };
}

export const read = (text: string) => understood(text).message;
export const triage = createTriage(signals);

/** The assessment of a first message, with what the bot last asked. */
export function assess(
  text: string,
  lastQuestion: string | null = null,
  voice: Partial<Record<Level, number>> = {},
) {
  return triage.assess(understood(text, voice), { lastQuestion, reasons: [] });
}

/** The assessment of a message after others, which left `reasons`. */
export function assessAfter(text: string, reasons: readonly Reason[]) {
  return triage.assess(understood(text), { lastQuestion: null, reasons });
}
