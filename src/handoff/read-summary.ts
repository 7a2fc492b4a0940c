// Puts the summary's lines into words: for the person who agrees to them, for staff in English, and to read out by phone.
import type { PreviewItem, SummaryItem } from '../core/index.js';
import { stateName } from './us-states.js';

/** What this room needs of i18n's Speaker. */
export interface Voice {
  text(tag: string, key: string, params?: Readonly<Record<string, string | number>>): string;
}

export interface Reading {
  /** BCP 47 tag of the reader's language. */
  readonly tag: string;
  /** A topic's title; without it, or when it answers undefined, the topic's id is read as words. */
  readonly titleOf?: ((topic: string, tag: string) => string | undefined) | undefined;
}

export interface StaffLine {
  readonly id: string;
  readonly kind: SummaryItem['kind'];
  readonly label: string;
  readonly text: string;
  /** The person's own words in their language, or null. */
  readonly quote: string | null;
}

const KEY = 'bot:summary.';

function param(line: SummaryItem, name: string): string {
  return String(line.params[name] ?? '');
}

function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function listed(parts: readonly string[], tag: string): string {
  return new Intl.ListFormat(tag, { type: 'conjunction', style: 'narrow' }).format(parts);
}

function filled(line: SummaryItem, voice: Voice, reading: Reading): Record<string, string> {
  const { tag, titleOf } = reading;
  const split = (name: string): string[] =>
    param(line, name)
      .split(' ')
      .filter((part) => part !== '');
  if (line.kind === 'state') return { state: stateName(param(line, 'state')) };
  if (line.kind === 'language') return { language: languageName(param(line, 'language') || 'und', tag) };
  if (line.kind === 'needs') {
    return {
      needs: listed(
        split('needs').map((need) => voice.text(tag, `${KEY}need.${need}`)),
        tag,
      ),
    };
  }
  if (line.kind !== 'told') return {};
  const titles = split('topics').map((topic) => titleOf?.(topic, tag) ?? topic.replaceAll('-', ' '));
  return { topics: listed(titles, tag) };
}

function toStaffLine(line: SummaryItem, voice: Voice, reading: Reading): StaffLine {
  const label = voice.text(
    reading.tag,
    `${KEY}label.${line.id === 'words-full' ? 'share-this-too' : line.kind}`,
  );
  const { id, kind } = line;
  // Their words are never a template's parameter: whatever they typed stays exactly that.
  if (kind === 'words') return { id, kind, label, text: '', quote: param(line, 'words') };
  const text = voice.text(reading.tag, KEY + line.key, filled(line, voice, reading));
  return { id, kind, label, text, quote: line.quote };
}

function inOneText({ text, quote }: StaffLine): string {
  if (quote === null) return text;
  return text === '' ? `“${quote}”` : `${text} “${quote}”`;
}

/** What is shared: not struck, and their words once, unmasked only where both lines stand. */
export function sharedLines(items: readonly SummaryItem[]): SummaryItem[] {
  const shared = items.filter((each) => !each.struck);
  const words = shared.some((each) => each.id === 'words');
  const full = words && shared.some((each) => each.id === 'words-full');
  return shared.filter((each) => (each.id === 'words' ? !full : each.id !== 'words-full' || full));
}

/** Every line in the person's language, with what is struck now. */
export function summaryForPerson(
  items: readonly SummaryItem[],
  voice: Voice,
  reading: Reading,
): PreviewItem[] {
  return items.map((each) => {
    const line = toStaffLine(each, voice, reading);
    return { id: line.id, label: line.label, text: inOneText(line), struck: each.struck };
  });
}

/** The shared lines in English, each beside the person's own words. A struck line is not among them. */
export function summaryForStaff(
  items: readonly SummaryItem[],
  voice: Voice,
  reading: Omit<Reading, 'tag'> = {},
): StaffLine[] {
  return sharedLines(items).map((each) => toStaffLine(each, voice, { ...reading, tag: 'en' }));
}

/** Numbered lines that a person can read to a hotline that never saw this talk. */
export function summaryToRead(items: readonly SummaryItem[], voice: Voice, reading: Reading): string[] {
  return sharedLines(items)
    .filter((each) => each.kind !== 'talk')
    .map((each) => toStaffLine(each, voice, reading))
    .map((line, index) => `${index + 1}. ${line.label}: ${inOneText(line)}`);
}
