// Says approved sentences: finds one by key and language, puts values and contacts in, keeps directions apart.
// Values are data: whatever a person wrote is shown as they wrote it, never read as markup, placeholder or key.
import type { Inline, Paragraph } from '../core/index.js';
import { plainText } from '../core/index.js';
import { type ContactBook, emptyBook, layeredBook, splitName } from './contact-book.js';
import { isolate, isolateForeign, stripControls } from './direction.js';
import type { Locales } from './locales.js';
import { sayDay } from './say-day.js';
import { type Piece, parseTemplate, type TemplateParagraph } from './template.js';
import { createTranslator, type Translator } from './translator.js';

/** Values by placeholder name. A run may bring an address of its own; `count` also chooses the plural form. */
export type Params = Readonly<Record<string, string | number | Inline>>;

export interface Speaker {
  /** A sentence as paragraphs; a blank line starts a new one. Falls back along languages.yaml; unknown keys say nothing. */
  say(tag: string, key: string, params?: Params): Paragraph[];
  /** The same as one string without weights and links, for labels and SMS. In right-to-left languages values are isolated. */
  text(tag: string, key: string, params?: Params): string;
  /** Whether the language itself has the key (for a language without texts: the first it falls back to). */
  has(tag: string, key: string): boolean;
  /** The language that `say` really uses for the key; `en` for unknown keys. */
  usedTag(tag: string, key: string): string;
  /** A day or month of content ("2026-11") as people of the language say it; anything else is given back as it is. */
  day(tag: string, day: string): string;
  /** Direction of a language; ltr for unknown ones. */
  dir(tag: string): 'ltr' | 'rtl';
  /** The same speaker with more contacts; the new ones win. For the desk of a turn. */
  with(book: ContactBook): Speaker;
}

export interface Missing {
  readonly tag: string;
  readonly key: string;
  /** The placeholder without a value; null when the key itself is unknown. */
  readonly placeholder: string | null;
}

export interface SpeakerOptions {
  readonly contacts?: ContactBook;
  /** Told of a key or value that is missing. People get the rest of the sentence; tests may throw. */
  readonly onMissing?: (missing: Missing) => void;
}

export function createSpeaker(locales: Locales, options: SpeakerOptions = {}): Speaker {
  const parts = { locales, translate: createTranslator(locales), parse: rememberTemplates() };
  return speakerWith(parts, options.contacts ?? emptyBook, options.onMissing ?? (() => {}));
}

interface Parts {
  readonly locales: Locales;
  readonly translate: Translator;
  readonly parse: (template: string) => TemplateParagraph[];
}

function speakerWith(parts: Parts, book: ContactBook, onMissing: (missing: Missing) => void): Speaker {
  const { locales, translate, parse } = parts;
  const dir = (tag: string) => locales.languages.get(tag)?.dir ?? 'ltr';
  const say = (tag: string, key: string, params: Params = {}): Paragraph[] => {
    const found = translate(tag, key, countOf(params));
    if (!found) {
      onMissing({ tag, key, placeholder: null });
      return [];
    }
    const report = (placeholder: string) => onMissing({ tag: found.tag, key, placeholder });
    const filling = { params, book, rtl: dir(found.tag) === 'rtl', report };
    return parse(found.template).map((paragraph) => paragraph.flatMap((piece) => fill(piece, filling)));
  };
  const usedTag = (tag: string, key: string) => translate(tag, key)?.tag ?? 'en';
  return {
    say,
    usedTag,
    dir,
    day: (tag, day) => sayDay(tag, day, locales.byTag.get(tag)?.words?.words.months),
    text: (tag, key, params) => {
      const rtl = dir(usedTag(tag, key)) === 'rtl';
      const lines = say(tag, key, params).map((paragraph) =>
        rtl ? paragraph.map(isolateNumber) : paragraph,
      );
      return lines.map(plainText).join('\n');
    },
    has: (tag, key) => translate(tag, key)?.tag === firstWritten(parts, tag),
    with: (more) => speakerWith(parts, layeredBook(more, book), onMissing),
  };
}

/** The language that answers for a tag: itself, or the first of its fallbacks that has texts. */
function firstWritten({ locales }: Parts, tag: string): string {
  if (locales.byTag.has(tag)) return tag;
  const fallback = locales.languages.get(tag)?.fallback;
  return fallback && locales.byTag.has(fallback) ? fallback : 'en';
}

function rememberTemplates(): (template: string) => TemplateParagraph[] {
  const parsed = new Map<string, TemplateParagraph[]>();
  return (template) => {
    const known = parsed.get(template) ?? parseTemplate(template);
    parsed.set(template, known);
    return known;
  };
}

function countOf(params: Params): number | undefined {
  return typeof params.count === 'number' ? params.count : undefined;
}

interface Filling {
  readonly params: Params;
  readonly book: ContactBook;
  readonly rtl: boolean;
  readonly report: (placeholder: string) => void;
}

function fill(piece: Piece, filling: Filling): Inline[] {
  const run = piece.kind === 'text' ? { text: piece.text } : runFor(piece.name, filling);
  if (!run) return [];
  return [piece.strong ? { ...run, strong: true } : run];
}

/** Parameters first, then the contact book. Nothing is looked up on a prototype: names come from our own sentences. */
function runFor(name: string, { params, book, rtl, report }: Filling): Inline | null {
  const given = Object.hasOwn(params, name) ? params[name] : undefined;
  const contact = given === undefined ? fromBook(name, book) : undefined;
  const run = given === undefined ? contact : asRun(given);
  if (!run) {
    report(name);
    return null;
  }
  return rtl && run.href === undefined ? { ...run, text: isolateForeign(run.text) } : run;
}

function fromBook(placeholder: string, book: ContactBook): Inline | undefined {
  const { name, field } = splitName(placeholder);
  return book.resolve(name, field);
}

function asRun(value: string | number | Inline): Inline {
  return typeof value === 'object' ? value : { text: stripControls(String(value)) };
}

function isolateNumber(run: Inline): Inline {
  return run.href === undefined ? run : { ...run, text: isolate(run.text) };
}
