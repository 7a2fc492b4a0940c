// A sentence of ours, taken apart once: plain runs, **bold**, {{placeholders}}. Values are put in afterwards as runs of
// their own and are never read as markup or placeholders, so what a person wrote stays what they wrote (trust.md row 28).

export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean }
  | { readonly kind: 'slot'; readonly name: string; readonly strong: boolean };

/** One paragraph of a template. */
export type TemplateParagraph = readonly Piece[];

const SLOT = /\{\{\s*([a-zA-Z0-9.-]+)\s*\}\}/g;

/** Names between {{ and }}, once each, in order of appearance. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(SLOT)].map((found) => found[1] ?? ''))];
}

/** A blank line starts a new paragraph. An unpaired ** stays as it is (the check reports it). */
export function parseTemplate(text: string): TemplateParagraph[] {
  return text
    .split(/\n\n+/)
    .map(parseParagraph)
    .filter((paragraph) => paragraph.length > 0);
}

function parseParagraph(text: string): Piece[] {
  return text.split(/(\*\*.+?\*\*)/s).flatMap((part) => {
    const bold = /^\*\*(.+)\*\*$/s.exec(part)?.[1];
    return bold === undefined ? parseRuns(part, false) : parseRuns(bold, true);
  });
}

function parseRuns(text: string, strong: boolean): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(SLOT)) {
    if (found.index > from) pieces.push({ kind: 'text', text: text.slice(from, found.index), strong });
    pieces.push({ kind: 'slot', name: found[1] ?? '', strong });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from), strong });
  return pieces;
}
