// Messages as triage gets them: our own concepts and signals, and a classifier's verdict only where a test brings one.
import { listFiles, readContentFile } from '../../src/content/index.js';
import type { Level, Reason } from '../../src/core/index.js';
import { conceptSchema, type SignalFile, signalSchema } from '../../src/knowledge/schema/index.js';
import { createTriage, readMessage, type TriageInput } from '../../src/triage/index.js';
import { createConceptMatcher, extractFacts, fold, tokenise } from '../../src/understanding/index.js';

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
const matcher = createConceptMatcher(concepts);

/** A message as understood. `voice`: what a classifier says of it; none is heard without. */
export function understood(text: string, voice: Partial<Record<Level, number>> = {}): TriageInput {
  const tokens = tokenise(fold(text));
  const ranking = Object.entries(voice)
    .map(([level, p]) => ({ level: level as Level, p }))
    .sort((a, b) => b.p - a.p);
  return {
    tokens,
    concepts: matcher.match(tokens),
    level: { ranking, weightiest: () => [] },
    extracted: extractFacts(tokens),
  };
}

export const read = (text: string) => readMessage(understood(text));
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
