// Tables for people: columns as wide as their longest cell, numbers to the right.

/** Lines of a table under its title. Cells that are numbers, shares or "-" stand to the right. */
export function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [first = '', ...others] = lines;
  return [title, first, '-'.repeat(first.length), ...others].join('\n');
}

function pad(cell: string, width: number): string {
  return /^[-\d]/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
}

/** A share from 0 to 1 as people read it: "98.4 %"; "-" for none. */
export function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(1)} %`;
}
