// One leased row, once it is open: checked against the clock, performed, settled by its fence.
// What is done outside may be done again after a crash; the row's id is what lets the other side do it once.
import type { Clock, Effect, EffectKind, RecordId } from '../core/index.js';
import { PorchlightError } from '../errors.js';
import type { LeasedRow, Store } from '../stores/index.js';
import { backOffMs, isDroppable, isGivenUp } from './back-off.js';

/** `done`, or when to try again (wall clock): the performer may know better than the back-off, as after a 429. */
export type Outcome = 'done' | { readonly retryAt: number };

/** How each kind of effect is carried out. May throw; a second call with the same row id must change nothing more. */
export type Performers = {
  readonly [Kind in EffectKind]: (
    effect: Extract<Effect, { kind: Kind }>,
    row: LeasedRow,
  ) => Promise<Outcome>;
};

/** Structured lines; fields hold codes, kinds and counts only, never a person's words, number or address. */
export interface DeliveryLog {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export interface RowTools {
  readonly outbox: Store['outbox'];
  readonly perform: Performers;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: DeliveryLog;
  /** Records with a key that could not be destroyed yet. */
  readonly unshredded: Set<RecordId>;
}

const HELD_BACK_MS = 1000;

/** Performs and settles. Never rejects: what cannot be settled is leased again when its lease lapses. */
export async function performRow(row: LeasedRow, effect: Effect | null, tools: RowTools): Promise<void> {
  const outcome = await perform(row, effect, tools).catch((thrown: unknown) => judge(row, thrown, tools));
  if (row.kind === 'shred') tools.unshredded[outcome === 'done' ? 'delete' : 'add'](row.recordId);
  await settle(row, outcome, tools);
}

/** Settles a row that could not even be opened. Never rejects. */
export async function settleFailed(row: LeasedRow, thrown: unknown, tools: RowTools): Promise<void> {
  await settle(row, judge(row, thrown, tools), tools);
}

async function perform(row: LeasedRow, effect: Effect | null, tools: RowTools): Promise<Outcome> {
  const now = tools.clock.now();
  // Forgetting removes every row of the record, also one that has yet to destroy a key.
  if (effect?.kind === 'forget' && tools.unshredded.has(row.recordId)) return { retryAt: now + HELD_BACK_MS };
  if (!effect || isTooLate(effect, now)) return 'done';
  const carryOut = tools.perform[effect.kind] as (effect: Effect, row: LeasedRow) => Promise<Outcome>;
  const outcome = await carryOut(effect, row);
  // A time that has passed would be leased again at once, for ever.
  return outcome === 'done' ? outcome : { retryAt: Math.max(outcome.retryAt, tools.clock.now() + 1) };
}

function isTooLate(effect: Effect, now: number): boolean {
  return effect.kind === 'send' && effect.notAfter !== null && now > effect.notAfter;
}

/** What a failure means for its row. Only codes and names are logged. */
function judge(row: LeasedRow, thrown: unknown, tools: RowTools): Outcome {
  const kind = row.kind as EffectKind;
  const known = thrown instanceof PorchlightError ? thrown : null;
  const fields = { code: nameOf(thrown), kind, tries: row.tries };
  const isFinal = (known !== null && !known.row.retry) || isGivenUp(kind, row.tries);
  if (isFinal && isDroppable(kind)) {
    tools.log.error(fields, 'an effect was given up');
    return 'done';
  }
  tools.log.warn(fields, 'an effect failed and will be tried again');
  return { retryAt: tools.clock.now() + backOffMs(row.tries, tools.random()) };
}

async function settle(row: LeasedRow, outcome: Outcome, { outbox, log }: RowTools): Promise<void> {
  try {
    // False is no failure: `forget` removes its own row, and a lease that lapsed is somebody else's now.
    await outbox.settle(row, outcome);
  } catch (thrown) {
    const fields = { code: nameOf(thrown), kind: row.kind, tries: row.tries };
    log.warn(fields, 'an effect was not settled and will be performed again');
  }
}

/** The code of ours, or the name of the class: a message could quote what a person wrote. */
function nameOf(thrown: unknown): string {
  if (thrown instanceof PorchlightError) return thrown.code;
  return thrown instanceof Error ? thrown.name : 'unknown';
}
