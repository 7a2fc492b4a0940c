// Builds the summary's lines from what is known. Nothing is guessed: a fact nobody told has no line, and never a "no".
import { type Conversation, knownValue, levelRank, type Reason, type SummaryItem } from '../core/index.js';
import { maskStatus } from './mask-status.js';
import { quoteOf, wordsOf } from './quote.js';

const REASONS_SHOWN = 3;

export interface FreeWords {
  /** What the person typed for "what should they know?". */
  readonly words?: string;
}

type Line = Omit<SummaryItem, 'struck' | 'params' | 'quote'> & Partial<SummaryItem>;

function item(line: Line): SummaryItem {
  return { params: {}, quote: null, struck: false, ...line };
}

/** The id of the line that shows a reason. */
export function reasonItemId(reason: Pick<Reason, 'id'>): string {
  return `reason:${reason.id}`;
}

function reasonLine(reason: Reason): SummaryItem {
  const now = reason.kind === 'danger' && reason.level === 'emergency';
  const key = `reason.${now ? 'danger-now' : reason.kind}`;
  return item({ id: reasonItemId(reason), kind: 'danger', key, quote: quoteOf(reason.text) });
}

function reasonLines(reasons: readonly Reason[]): SummaryItem[] {
  const first = new Map<string, Reason>();
  for (const reason of reasons) if (!first.has(reason.id)) first.set(reason.id, reason);
  const urgentFirst = [...first.values()].sort((one, two) => levelRank(two.level) - levelRank(one.level));
  return withoutRepeats(urgentFirst.map(reasonLine)).slice(0, REASONS_SHOWN);
}

/** Rules and a likeness often stand on the same words: the line with the longest of them says it once. */
function withoutRepeats(lines: readonly SummaryItem[]): SummaryItem[] {
  return lines.filter(
    (line, index) => !lines.some((other, at) => at !== index && covers(other, line, at < index)),
  );
}

function covers(other: SummaryItem, line: SummaryItem, isEarlier: boolean): boolean {
  if (other.key !== line.key || line.quote === null || other.quote === null) return false;
  return other.quote === line.quote ? isEarlier : other.quote.includes(line.quote);
}

function yesNo(kind: 'danger' | 'safe-contact', value: boolean | null): SummaryItem[] {
  if (value === null) return [];
  return [item({ id: kind, kind, key: `${kind}.${value ? 'yes' : 'no'}` })];
}

function whoLines({ facts }: Conversation): SummaryItem[] {
  const who = knownValue(facts.who);
  const band = knownValue(facts.ageBand) ?? (knownValue(facts.minor) ? 'minor' : null);
  return [
    ...(who === null ? [] : [item({ id: 'who', kind: 'who', key: `who.${who}` })]),
    ...(band === null ? [] : [item({ id: 'age-band', kind: 'age-band', key: `age-band.${band}` })]),
  ];
}

function placeLines({ facts }: Conversation): SummaryItem[] {
  const state = knownValue(facts.state);
  const place = knownValue(facts.place);
  return [
    ...(state === null ? [] : [item({ id: 'state', kind: 'state', key: 'state', params: { state } })]),
    ...(place === null ? [] : [item({ id: 'place', kind: 'place', key: 'place', quote: quoteOf(place) })]),
  ];
}

function needLines({ facts }: Conversation): SummaryItem[] {
  if (facts.needs.length === 0) return [];
  return [item({ id: 'needs', kind: 'needs', key: 'needs', params: { needs: facts.needs.join(' ') } })];
}

function languageLine({ language }: Conversation): SummaryItem {
  const line = { id: 'language', kind: 'language' } as const;
  if (language.interpreter === null) {
    return item({ ...line, key: 'language', params: { language: language.tag } });
  }
  const spoken = quoteOf(language.interpreter) ?? language.tag;
  return item({ ...line, key: 'language.interpreter', params: { language: spoken } });
}

function toldLines({ told }: Conversation): SummaryItem[] {
  if (told.length === 0) return [];
  const topics = [...new Set(told.map((each) => each.topic))].join(' ');
  return [item({ id: 'told', kind: 'told', key: 'told', params: { topics } })];
}

/** Their own words, masked; and, off until they switch it on, the same unmasked ("share this too"). */
function wordLines(words: string | undefined): SummaryItem[] {
  const full = wordsOf(words ?? '');
  if (full === '') return [];
  const masked = maskStatus(full);
  const line = { kind: 'words', key: 'words' } as const;
  const lines = [item({ ...line, id: 'words', params: { words: masked } })];
  if (masked === full.normalize('NFC')) return lines;
  return [...lines, item({ ...line, id: 'words-full', params: { words: full }, struck: true })];
}

/**
 * The lines that a person is shown before anything is shared, the critical ones first. "Everything written here" and
 * unmasked words start struck. Ids are stable: building again keeps what the person struck (see `keepStruck`).
 */
export function buildSummary(conversation: Conversation, own: FreeWords = {}): SummaryItem[] {
  return [
    ...reasonLines(conversation.reasons),
    ...yesNo('danger', knownValue(conversation.facts.immediateDanger)),
    ...yesNo('safe-contact', knownValue(conversation.facts.safeToContact)),
    ...whoLines(conversation),
    ...placeLines(conversation),
    ...needLines(conversation),
    languageLine(conversation),
    ...wordLines(own.words),
    ...toldLines(conversation),
    item({ id: 'talk', kind: 'talk', key: 'talk', struck: true }),
  ];
}

/** The new lines with the strikes of the old ones: a line once struck or shared stays so when the summary is rebuilt. */
export function keepStruck(built: readonly SummaryItem[], before: readonly SummaryItem[]): SummaryItem[] {
  const struck = new Map(before.map((each) => [each.id, each.struck]));
  return built.map((each) => ({ ...each, struck: struck.get(each.id) ?? each.struck }));
}
