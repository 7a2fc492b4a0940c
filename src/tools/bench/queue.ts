// The queue of a desk on the embedded store, with a thousand and with a hundred thousand waiting cases.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, type CaseId, type ConversationId, type DeskId } from '../../core/index.js';
import { openLmdbStore, type Store } from '../../stores/index.js';
import { table } from '../table.js';
import type { Measured } from './part.js';
import { percentile, plain } from './percentiles.js';

const SIZES = [1000, 100_000];
const DESK = asId<DeskId>('bench');
const LOOKS = 200;
const AT_ONCE = 2000;

/** Milliseconds of the first page, of one more case, and of taking one out. */
export async function benchQueue(): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'porchlight-bench-'));
  const store = await openLmdbStore(dataDir);
  try {
    const rows = [];
    for (const size of SIZES) rows.push(await measure(store, size));
    const [small, large] = rows;
    const ratio = (large?.listMs ?? 0) / (small?.listMs || 1);
    const shown = table(
      'Queue of one desk, ms',
      ['waiting', 'first page', 'put', 'take out'],
      [
        ...rows.map((row) => [row.size, ...[row.listMs, row.putMs, row.removeMs].map(plain)]),
        ['ratio', `${plain(ratio)}x`, '', ''],
      ],
    );
    return { figures: { rows, listRatio: ratio }, shown };
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(store: Store, size: number) {
  await fill(store, size);
  const page = { offset: 0, limit: 50 };
  return {
    size,
    listMs: await median(() => store.queue.list(DESK, page)),
    putMs: await median((n) => store.queue.put(entry(size + n))),
    removeMs: await median((n) => store.queue.remove(DESK, caseOf(size + n))),
  };
}

async function fill(store: Store, size: number): Promise<void> {
  const { total } = await store.queue.list(DESK, { offset: 0, limit: 1 });
  for (let from = total; from < size; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, size - from);
    await Promise.all(Array.from({ length: count }, (_, n) => store.queue.put(entry(from + n))));
  }
}

function caseOf(n: number): CaseId {
  return asId<CaseId>(`case-${n}`);
}

function entry(n: number) {
  const conversationId = asId<ConversationId>(`conversation-${n}`);
  return { deskId: DESK, caseId: caseOf(n), conversationId, rank: n, group: `group-${n}` };
}

async function median(work: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < LOOKS; n += 1) {
    const startedAt = performance.now();
    await work(n);
    times.push(performance.now() - startedAt);
  }
  return percentile(times, 0.5);
}
