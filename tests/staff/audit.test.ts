import { type ChainedRow, chainRow, firstBrokenRow } from '../../src/staff/audit.js';

function chainOf(length: number): ChainedRow[] {
  const rows: ChainedRow[] = [];
  for (let index = 0; index < length; index += 1) {
    const row = {
      at: 1000 + index,
      staffId: 'ana',
      deskId: 'demo',
      what: 'case.read',
      conversationId: `conversation-${index}`,
      caseId: null,
    };
    rows.push(chainRow(rows.at(-1) ?? null, row));
  }
  return rows;
}

const withRow = (rows: ChainedRow[], index: number, change: (row: ChainedRow) => ChainedRow) =>
  rows.map((row, at) => (at === index ? change(row) : row));

const EDITS: { what: string; edit: (rows: ChainedRow[]) => ChainedRow[]; firstBad: number | null }[] = [
  { what: 'nothing', edit: (rows) => rows, firstBad: null },
  {
    what: 'who read a case',
    edit: (rows) => withRow(rows, 4, (row) => ({ ...row, row: { ...row.row, staffId: 'ben' } })),
    firstBad: 4,
  },
  {
    what: 'when it was, by one millisecond',
    edit: (rows) => withRow(rows, 2, (row) => ({ ...row, row: { ...row.row, at: row.row.at + 1 } })),
    firstBad: 2,
  },
  { what: 'a removed row', edit: (rows) => rows.filter((_, at) => at !== 5), firstBad: 5 },
  {
    what: 'two rows that changed places',
    edit: (rows) => [...rows.slice(0, 3), rows[4], rows[3], ...rows.slice(5)] as ChainedRow[],
    firstBad: 3,
  },
  { what: 'a cut-off end', edit: (rows) => rows.slice(0, 8), firstBad: 8 },
  { what: 'everything gone', edit: () => [], firstBad: 0 },
];

test.each(EDITS)('of a changed audit the first bad row is told: $what', ({ edit, firstBad }) => {
  const rows = chainOf(10);
  expect(firstBrokenRow(edit(rows), rows.at(-1)?.hash)).toBe(firstBad);
});

test('a row that was changed and re-hashed alone still breaks the row after it', () => {
  const rows = chainOf(6);
  const before = rows[1] ?? null;
  const forged = chainRow(before, { ...(rows[2] as ChainedRow).row, staffId: 'nobody' });
  expect(firstBrokenRow(withRow(rows, 2, () => forged))).toBe(3);
});
