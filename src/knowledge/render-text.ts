// Turns one paragraph of content into runs: **bold**, and {{contact.field}} with its address. No other markup exists.
import type { Inline, Paragraph } from '../core/index.js';
import type { ContactBook } from '../i18n/index.js';
import { PLACEHOLDER } from './contact-fields.js';

/** A placeholder that does not resolve leaves nothing (the content check forbids it); an unclosed ** stays as it is. */
export function renderText(text: string, book: ContactBook): Paragraph {
  return text
    .split(/(\*\*.+?\*\*)/s)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const bold = /^\*\*(.+)\*\*$/s.exec(part)?.[1];
      return bold
        ? fillRuns(bold, book).map((run) => ({ ...run, strong: true as const }))
        : fillRuns(part, book);
    });
}

function fillRuns(text: string, book: ContactBook): Inline[] {
  const runs: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(PLACEHOLDER)) {
    if (found.index > from) runs.push({ text: text.slice(from, found.index) });
    const filled = book.resolve(found[1] ?? '', found[2] ?? '');
    if (filled) runs.push(filled);
    from = found.index + found[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs;
}
