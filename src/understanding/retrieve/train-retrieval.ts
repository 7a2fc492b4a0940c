// Trains a retrieval and fits its settings on held-out questions: in each fold some rows of every topic and all rows of
// some topics are hidden; the first show how the voices weigh best, the second what an unknown question looks like.
import { trainQuickly } from '../classify/classifier.js';
import type { Features } from '../classify/features.js';
import type { TrainingRow, TrainOptions } from '../classify/train.js';
import {
  type Evidence,
  gatherEvidence,
  scopeSigns,
  type Voices,
  type VoiceWeights,
  weigh,
} from './evidence.js';
import type { Retrieval } from './retrieval.js';
import { fitScope, type ScopeCase, type ScopeModel, scopeProbability } from './scope.js';
import { buildIndex, type SearchDocument } from './search-index.js';

export interface RetrievalRow {
  readonly text: string;
  readonly label: string;
  /** Rows of one situation are held out together: they would give each other away. */
  readonly group?: string;
  /** How much the row counts for the classifier; 1 unless said. */
  readonly weight?: number;
  /** Whether questions are compared with this row one by one; true unless said. */
  readonly compared?: boolean;
}

/** Documents carry the topic's id; several (one a language) may share it. */
export interface RetrievalMaterial {
  readonly rows: readonly RetrievalRow[];
  readonly documents: readonly SearchDocument[];
  /** Features of a text, as they will be made at run time. */
  readonly read: (text: string) => Features;
  readonly options?: TrainOptions;
  /** Whether pieces of words count when rows are compared; true unless said. Many rows are searched faster without. */
  readonly examplePieces?: boolean;
}

/** How much in-scope accuracy is given up to turn away what is unknown: at least and at most. */
const LEAST_LOSS = 0.006;
const ACCEPTED_LOSS = 0.04;
/** What turning away all unknown questions is worth beside answering all known ones. */
const TURNED_AWAY = 0.03;
/** An answer is shown at once when at most this share of such answers would be wrong. */
const WRONG_ANSWERS = 0.12;
const FOLDS = 3;
const FOLD_PASSES = 4;
/** With so many questions one fold tells as much as two. */
const MANY_ROWS = 10_000;
const NO_WEIGHTS: VoiceWeights = { examples: 4, documents: 4, sharpness: 1 };

type PreparedRow = TrainingRow & RetrievalRow & { readonly features: Features; readonly fold: number };

interface Prepared {
  readonly rows: readonly PreparedRow[];
  readonly documents: readonly SearchDocument[];
  readonly read: (text: string) => Features;
  readonly options: TrainOptions;
  readonly examplePieces?: boolean;
}

function voicesOf(material: Prepared, train: (rows: readonly TrainingRow[]) => Voices['classifier']): Voices {
  const { rows, documents } = material;
  const ids = [
    ...new Set([...rows.map((row) => row.label), ...documents.map((document) => document.id)]),
  ].sort();
  const places = new Map(ids.map((id, i) => [id, i]));
  const placeOf = (id: string) => places.get(id) ?? 0;
  const classifier = train(rows);
  const known = new Map(rows.map((row) => [row.text, row.features]));
  const compared = rows.filter((row) => row.compared !== false);
  return {
    ids,
    classifier,
    labelPlaces: Int32Array.from(classifier.labels, placeOf),
    examples: buildIndex(
      compared.map((row) => ({ id: row.label, fields: { questions: [row.text] } })),
      (text) => known.get(text) ?? material.read(text),
      material.examplePieces ?? true,
    ),
    examplePlaces: Int32Array.from(compared, (row) => placeOf(row.label)),
    documents: buildIndex(documents, material.read),
    documentPlaces: Int32Array.from(documents, (document) => placeOf(document.id)),
  };
}

/** A question that was held out, and what the voices said who had never seen it. */
interface HeldOut {
  readonly evidence: Evidence;
  /** Place of the right id among the fold's ids; -1 when its topic was hidden. */
  readonly place: number;
}

/** The documents without the questions that are held out: they must not find themselves. */
function unread(documents: readonly SearchDocument[], asked: ReadonlySet<string>): SearchDocument[] {
  return documents.map(({ id, fields }) => ({
    id,
    fields: { ...fields, questions: (fields.questions ?? []).filter((text) => !asked.has(text)) },
  }));
}

function foldOf(material: Prepared, fold: number): HeldOut[] {
  const labels = [...new Set(material.rows.map((row) => row.label))].sort();
  const hidden = new Set(labels.length >= FOLDS * 2 ? labels.filter((_, i) => i % FOLDS === fold) : []);
  const asked = new Set(material.rows.filter((row) => row.fold === fold).map(({ text }) => text));
  const voices = voicesOf(
    {
      ...material,
      rows: material.rows.filter((row) => row.fold !== fold && !hidden.has(row.label)),
      documents: unread(material.documents, asked).filter((document) => !hidden.has(document.id)),
    },
    (rows) => trainQuickly(rows, { ...material.options, passes: FOLD_PASSES }),
  );
  return material.rows
    .filter((row) => row.fold === fold)
    .map((row) => ({
      evidence: gatherEvidence(voices, row.features),
      place: hidden.has(row.label) ? -1 : voices.ids.indexOf(row.label),
    }));
}

function lossOf(cases: readonly HeldOut[], weights: VoiceWeights): number {
  return cases.reduce(
    (sum, one) => sum - Math.log(Math.max(1e-9, weigh(one.evidence, weights)[one.place] ?? 0)),
    0,
  );
}

const LOUDNESS = [0, 2, 4, 8, 12, 18];
const SHARPNESS = [0.5, 0.7, 0.85, 1, 1.2, 1.5, 2];

/** Fits one setting after the other, twice round: the likeliest weights on the held-out questions. */
function fitWeights(heldOut: readonly HeldOut[]): VoiceWeights {
  const cases = heldOut.filter((one) => one.place >= 0);
  if (cases.length === 0) return NO_WEIGHTS;
  const sample = cases.filter((_, i) => i % Math.ceil(cases.length / 1200) === 0);
  let best = NO_WEIGHTS;
  let least = lossOf(sample, best);
  for (let round = 0; round < 2; round++) {
    const tries = [
      ...LOUDNESS.map((examples) => ({ examples })),
      ...LOUDNESS.map((documents) => ({ documents })),
      ...SHARPNESS.map((sharpness) => ({ sharpness })),
    ];
    for (const change of tries) {
      const tried = { ...best, ...change };
      const loss = lossOf(sample, tried);
      if (loss < least) [best, least] = [tried, loss];
    }
  }
  return best;
}

interface Judged {
  readonly signs: readonly number[];
  readonly known: boolean;
  readonly right: boolean;
}

function judge(heldOut: readonly HeldOut[], weights: VoiceWeights): Judged[] {
  return heldOut.map(({ evidence, place }) => {
    const combined = weigh(evidence, weights);
    const top = combined.reduce((best, p, i) => (p > (combined[best] as number) ? i : best), 0);
    return { signs: scopeSigns(evidence, combined), known: place >= 0, right: top === place };
  });
}

function fitScopeOf(judged: readonly Judged[]): ScopeModel {
  const known = judged.filter((one) => one.known).length;
  const unknown = judged.length - known;
  const cases: ScopeCase[] = judged.map((one) => ({
    signs: one.signs,
    inScope: one.right ? 1 : 0,
    weight: one.known ? 1 / Math.max(1, known) : 1 / Math.max(1, unknown),
  }));
  return fitScope(cases, judged[0]?.signs.length ?? 0);
}

/**
 * The threshold with the most value: questions rightly answered, and unknown ones turned away at `TURNED_AWAY` of that
 * value together. Hidden topics are easier to tell than what people really ask beside them, so that at least
 * `LEAST_LOSS` of the right answers is given up, and never more than `ACCEPTED_LOSS`.
 */
function thresholdOf(judged: readonly Judged[], scope: ScopeModel): number {
  const scored = judged
    .map((one) => ({ ...one, p: scopeProbability(scope, one.signs) }))
    .sort((a, b) => a.p - b.p);
  const known = scored.filter((one) => one.known).length;
  const unknown = Math.max(1, scored.length - known);
  let [lost, away, best, threshold] = [0, 0, 0, scored[0]?.p ?? 0];
  scored.forEach((one, i) => {
    if (one.known && one.right) lost++;
    if (!one.known) away++;
    const value = (TURNED_AWAY * away) / unknown - lost / known;
    if (lost > ACCEPTED_LOSS * known || (value <= best && lost > LEAST_LOSS * known)) return;
    best = Math.max(best, value);
    threshold = scored[i + 1]?.p ?? one.p;
  });
  return threshold;
}

/** The lowest threshold above which at most `WRONG_ANSWERS` of the first topics are wrong. */
function sureOf(judged: readonly Judged[], scope: ScopeModel, threshold: number): number {
  const known = judged
    .filter((one) => one.known)
    .map((one) => ({ p: scopeProbability(scope, one.signs), right: one.right }))
    .sort((a, b) => b.p - a.p);
  let wrong = 0;
  let lowest = 1;
  known.forEach((one, i) => {
    if (!one.right) wrong++;
    if (wrong <= WRONG_ANSWERS * (i + 1)) lowest = one.p;
  });
  return Math.max(threshold, lowest);
}

/** Trains on rows and documents. Deterministic. With no rows at all only the documents speak. */
export function trainRetrieval(material: RetrievalMaterial): Retrieval {
  const prepared: Prepared = {
    ...material,
    options: material.options ?? {},
    rows: inFolds(spread(material.rows)).map((row) => ({ ...row, features: material.read(row.text) })),
  };
  const heldOut = foldsFor(prepared.rows.length).flatMap((fold) => foldOf(prepared, fold));
  const weights = fitWeights(heldOut);
  const judged = judge(heldOut, weights);
  const scope = judged.length === 0 ? [0, 0, 4, 0, 0, -1] : fitScopeOf(judged);
  const threshold = judged.length === 0 ? 0.5 : thresholdOf(judged, scope);
  // Not calibrated by itself: `sharpness` brings all voices together to an honest scale.
  const voices = voicesOf(prepared, (rows) => trainQuickly(rows, prepared.options));
  return { voices, weights, scope, threshold, sure: sureOf(judged, scope, threshold) };
}

function foldsFor(rows: number): number[] {
  if (rows < FOLDS * 4) return [];
  return rows < MANY_ROWS ? [0, 1] : [0];
}

/** A row's fold is its turn, and that of the first row of its group for all of them. */
function inFolds(rows: readonly RetrievalRow[]): (RetrievalRow & { readonly fold: number })[] {
  const folds = new Map<string, number>();
  return rows.map((row, i) => {
    const own = i % FOLDS;
    if (row.group === undefined) return { ...row, fold: own };
    const fold = folds.get(row.group) ?? own;
    folds.set(row.group, fold);
    return { ...row, fold };
  });
}

/** Rows in turn by label, so that every fold gets its share of each label. */
function spread(rows: readonly RetrievalRow[]): RetrievalRow[] {
  const turns = new Map<string, number>();
  return rows
    .map((row, i) => {
      const turn = turns.get(row.label) ?? 0;
      turns.set(row.label, turn + 1);
      return { row, turn, i };
    })
    .sort((a, b) => compare(a.row.label, b.row.label) || a.turn - b.turn || a.i - b.i)
    .map(({ row }) => row);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
