// The audit: who opened or changed which case, when; never a word of it. Rows are chained, so that a quiet edit shows.
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const auditRowSchema = z.object({
  at: z.number(),
  staffId: z.string(),
  deskId: z.string(),
  /** `sign-in`, `sign-out`, `case.read`, `case.<act>`. */
  what: z.string(),
  conversationId: z.string().nullable(),
  caseId: z.string().nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

export const chainedRowSchema = z.object({ index: z.number().int(), row: auditRowSchema, hash: z.string() });
export type ChainedRow = z.infer<typeof chainedRowSchema>;

/** What the first row is chained to. */
export const AUDIT_START = '';

function hashRow(index: number, row: AuditRow, before: string): string {
  const { at, staffId, deskId, what, conversationId, caseId } = row;
  const line = JSON.stringify([index, at, staffId, deskId, what, conversationId, caseId, before]);
  return createHash('sha256').update(line).digest('hex');
}

/** The next row of the chain. `last` is the row before it, or null for the first. */
export function chainRow(last: ChainedRow | null, row: AuditRow): ChainedRow {
  const index = last ? last.index + 1 : 0;
  return { index, row, hash: hashRow(index, row, last?.hash ?? AUDIT_START) };
}

/**
 * The index of the first row that was changed, removed or moved; null when the chain holds. `head` is the newest hash as
 * it was told to somebody else: without it a cut-off end cannot be seen. A cut end answers the length.
 */
export function firstBrokenRow(rows: readonly ChainedRow[], head?: string): number | null {
  let before = AUDIT_START;
  for (const [index, entry] of rows.entries()) {
    if (entry.index !== index || entry.hash !== hashRow(index, entry.row, before)) return index;
    before = entry.hash;
  }
  return head !== undefined && head !== before ? rows.length : null;
}
